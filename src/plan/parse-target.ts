import { OPERATORS } from "../model.ts";
import type { Operator, ScopedTarget, Target } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { spanOf } from "../text/period.ts";
import type { Period, Year } from "../text/period.ts";
import type { YamlFile, YamlPath } from "../yaml/parse-yaml.ts";
import type { OneTargetFile, TargetFile } from "./plan-schema.ts";

const AMOUNT = /^\d+(?:\.\d+)?$/;

export interface TargetContext {
  readonly yaml: YamlFile;
  readonly year: Year;
  /** Targets of a ratio carry their `%`, those of a count don't. */
  readonly isRatio: boolean;
}

/** The targets of one indicator: for all, by level, and of single units. Names of levels are checked by the caller. */
export function parseTargets(
  file: TargetFile,
  path: YamlPath,
  context: TargetContext,
): { readonly targets: readonly ScopedTarget[]; readonly problems: readonly Problem[] } {
  const parser = new TargetParser(context);
  const targets: ScopedTarget[] = [];
  const add = (one: OneTargetFile, at: YamlPath, scope: Pick<ScopedTarget, "level" | "unit">) => {
    const target = parser.parse(one, at);
    if (target !== null) targets.push({ ...target, ...scope });
  };

  const { units, by, milestones, ...rest } = file;
  const own = pickOperators(rest);
  const shared = { ...(by && { by }), ...(milestones && { milestones }) };
  const levels = Object.entries(rest).filter(([key]) => !isOperator(key)) as [string, OneTargetFile][];
  const forAll = Object.keys(own).length > 0;
  if (forAll || levels.length === 0) add({ ...own, ...shared }, path, { level: null, unit: null });
  for (const [level, one] of levels) add(forAll ? one : { ...shared, ...one }, [...path, level], { level, unit: null });
  for (const [unit, one] of Object.entries(units ?? {})) add(one, [...path, "units", unit], { level: null, unit });
  return { targets, problems: parser.problems };
}

class TargetParser {
  readonly problems: Problem[] = [];
  readonly #context: TargetContext;

  constructor(context: TargetContext) {
    this.#context = context;
  }

  parse(one: OneTargetFile, path: YamlPath): Target | null {
    const { yaml, year } = this.#context;
    const operators = Object.entries(pickOperators(one));
    const [first] = operators;
    if (first === undefined || operators.length > 1) {
      const found = operators.map(([key]) => key);
      this.problems.push(problem("operator-count", { found, allowed: OPERATORS }, yaml.locate(path, "key")));
      return null;
    }
    const [operator, amounts = ""] = first as [Operator, string | readonly string[] | undefined];
    const milestones = Object.entries(one.milestones ?? {}).map(([until, value]) => {
      const at = [...path, "milestones", until];
      return { until: this.#ofYear(until, at, "key"), values: this.#amounts(operator, value, at) };
    });
    const end = (until: Period) => spanOf(until, year)?.end ?? 12;
    return {
      operator,
      values: this.#amounts(operator, amounts, [...path, operator]),
      by: one.by === undefined ? null : this.#ofYear(one.by, [...path, "by"], "value"),
      milestones: milestones.sort((a, b) => end(a.until) - end(b.until)),
    };
  }

  #ofYear(period: Period, path: YamlPath, part: "key" | "value"): Period {
    const { yaml, year } = this.#context;
    if (spanOf(period, year) === null) {
      const args = { found: period, expected: `${year.label}-Q1 … ${year.label}` };
      this.problems.push(problem("value-wrong", args, yaml.locate(path, part)));
    }
    return period;
  }

  /** One value, or the two ends of `between` in order. */
  #amounts(operator: Operator, value: string | readonly string[], path: YamlPath): string[] {
    const isPair = typeof value !== "string";
    if (isPair !== (operator === "between")) {
      const args = { found: isPair ? "list" : value, expected: operator === "between" ? "pair" : "text" };
      this.problems.push(problem("value-wrong", args, this.#context.yaml.locate(path)));
    }
    const amounts = [value].flat().map((amount, index) => this.#amount(amount, isPair ? [...path, index] : path));
    const [low, high] = amounts;
    if (low !== undefined && high !== undefined && Number(low) > Number(high)) {
      const args = { found: [value].flat().join(", "), expected: "ascending" };
      this.problems.push(problem("value-wrong", args, this.#context.yaml.locate(path)));
    }
    return amounts;
  }

  /** Decimal text without `%`; what cannot be read becomes a problem that says what to write. */
  #amount(text: string, path: YamlPath): string {
    const { yaml, isRatio } = this.#context;
    const signed = /%\s*$/.test(text);
    const digits = text.replace(/\s*%\s*$/, "").trim();
    const plain = digits.replace(",", ".");
    const write = AMOUNT.test(plain) ? plain : "80";
    if (!AMOUNT.test(digits)) {
      this.problems.push(
        problem("amount-unreadable", { text, write: isRatio ? `${write}%` : write }, yaml.locate(path)),
      );
    } else if (isRatio && !signed) {
      this.problems.push(problem("percent-sign-missing", { text, write: `${digits}%` }, yaml.locate(path)));
    } else if (!isRatio && signed) {
      this.problems.push(problem("percent-sign-unexpected", { text, write: digits }, yaml.locate(path)));
    }
    return digits;
  }
}

/**
 * In `{ at-least: 97,4% }` YAML takes the comma for the end of the value: `97` is left, and a key `4%`. That is named as
 * what it was meant to be, and mended for whatever is looked at next.
 */
export function mendDecimalCommas(yaml: YamlFile): { readonly yaml: YamlFile; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const mend = (value: unknown, path: YamlPath): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value);
    const rest = entries.find(([key, inner]) => /^\d+\s*%?$/.test(key) && (inner === "" || inner === null));
    const whole = entries.find(([key, inner]) => isOperator(key) && typeof inner === "string" && /^\d+$/.test(inner));
    if (rest === undefined || whole === undefined) {
      return Object.fromEntries(entries.map(([key, inner]) => [key, mend(inner, [...path, key])]));
    }
    const args = { text: `${whole[1]},${rest[0]}`, write: `${whole[1]}.${rest[0]}` };
    problems.push(problem("amount-unreadable", args, yaml.locate([...path, whole[0]])));
    return { ...Object.fromEntries(entries.filter((entry) => entry !== rest)), [whole[0]]: args.write };
  };
  const file = yaml.value as Readonly<Record<string, unknown>> | null;
  const indicators = file?.["indicators"];
  if (indicators === undefined) return { yaml, problems };
  const value = { ...file, indicators: mend(indicators, ["indicators"]) };
  return problems.length === 0 ? { yaml, problems } : { yaml: { ...yaml, value }, problems };
}

function isOperator(key: string): key is Operator {
  return (OPERATORS as readonly string[]).includes(key);
}

function pickOperators(file: Pick<OneTargetFile, Operator>): Pick<OneTargetFile, Operator> {
  return Object.fromEntries(Object.entries(file).filter(([key, value]) => isOperator(key) && value !== undefined));
}
