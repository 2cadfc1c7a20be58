import { problem } from "../problem/problem.ts";
import type { NameKind, Problem } from "../problem/problem.ts";
import { nearest } from "../text/nearest.ts";
import { spanOf } from "../text/period.ts";
import type { Period, Span, Year } from "../text/period.ts";
import { missingKey } from "../yaml/missing-key.ts";
import type { YamlFile, YamlPath } from "../yaml/parse-yaml.ts";

export type PlanName = Exclude<NameKind, "task" | "unit" | "column" | "category" | "source" | "target" | "table">;

/** A unit that a plan names, with its place: the roster, which is read later, says whether there is one. */
export interface NamedUnit {
  readonly code: string;
  readonly path: YamlPath;
  readonly part: "key" | "value";
}

/** What reading a plan's parts has in common: where problems go, and which names are declared. */
export class PlanContext {
  readonly yaml: YamlFile;
  readonly year: Year;
  readonly problems: Problem[] = [];
  readonly units: NamedUnit[] = [];
  readonly #declared: Readonly<Record<Exclude<PlanName, "indicator">, readonly string[]>>;

  constructor(
    yaml: YamlFile,
    year: Year,
    declared: Readonly<Record<Exclude<PlanName, "indicator">, readonly string[]>>,
  ) {
    this.yaml = yaml;
    this.year = year;
    this.#declared = declared;
  }

  /** Whether a level, a group or a measure is declared; a problem where it is not. */
  known(kind: Exclude<PlanName, "indicator">, name: string | null | undefined, path: YamlPath, part?: "key"): boolean {
    return this.oneOf(this.#declared[kind], kind, name, path, part);
  }

  /** Whether a name is one of these; a problem with the nearest of them where it is not. */
  oneOf(
    allowed: readonly string[],
    kind: PlanName,
    name: string | null | undefined,
    path: YamlPath,
    part?: "key",
  ): boolean {
    if (name === null || name === undefined || allowed.includes(name)) return true;
    const args = { kind, name, allowed, nearest: nearest(name, allowed) };
    this.problems.push(problem("name-unknown", args, this.yaml.locate(path, part)));
    return false;
  }

  /** The months of a period of the plan's year; a problem where it is of another. */
  span(period: Period | null | undefined, path: YamlPath): Span | null {
    if (period === null || period === undefined) return null;
    const span = spanOf(period, this.year);
    if (span === null) this.wrong(period, `${this.year.label}-Q1 … ${this.year.label}`, path);
    return span;
  }

  wrong(found: string, expected: string, path: YamlPath, part?: "key"): void {
    this.problems.push(problem("value-wrong", { found, expected }, this.yaml.locate(path, part)));
  }

  missing(key: string, path: YamlPath): void {
    this.problems.push(problem("key-missing", missingKey(key), this.yaml.locate(path, "key")));
  }
}
