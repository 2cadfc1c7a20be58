import type { Measure, Plan, Unit } from "../model.ts";
import { byPlace, problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { Candidates } from "../text/nearest.ts";
import { checkShape } from "../yaml/check-shape.ts";
import type { YamlFile } from "../yaml/parse-yaml.ts";
import { nameOf } from "../yaml/scalars.ts";
import { parseAmendments } from "./parse-amendments.ts";
import { parseIndicator, parseTask } from "./parse-indicator.ts";
import { mendDecimalCommas } from "./parse-target.ts";
import { parseWaiver } from "./parse-waiver.ts";
import { PlanContext } from "./plan-context.ts";
import type { NamedUnit } from "./plan-context.ts";
import { planSchema } from "./plan-schema.ts";
import type { PlanFile } from "./plan-schema.ts";

export interface ParsedPlan {
  readonly plan: Omit<Plan, "roster" | "sha256"> | null;
  /** The roster's path, as the plan writes it. */
  readonly roster: string | null;
  /** Every unit that the plan names, which the roster should have. */
  readonly units: readonly NamedUnit[];
  readonly problems: readonly Problem[];
}

/** A plan's YAML as a plan, or everything that is wrong with it. The roster is read by the caller. */
export function parsePlan(yaml: YamlFile): ParsedPlan {
  const { yaml: mended, problems: commas } = mendDecimalCommas(yaml);
  const { value: file, problems: misshapen } = checkShape(planSchema, mended);
  if (file === null) return { plan: null, roster: null, units: [], problems: [...commas, ...misshapen].sort(byPlace) };
  const context = new PlanContext(yaml, file.year, {
    level: Object.keys(file.levels ?? {}),
    group: Object.keys(file.groups ?? {}),
    measure: Object.keys(file.measures),
  });
  checkYear(file, context);
  const measures = mapValues(file.measures, (measure, name) => parseMeasure(measure, name, context));
  const indicators = Object.entries(file.indicators).map(([id, indicator]) =>
    parseIndicator(indicator, id, ["indicators", id], context),
  );
  const amendments = parseAmendments(file.amendments ?? [], indicators, context);
  const ids = [...indicators, ...amendments.flatMap(({ added }) => added)].map(({ id }) => id);
  const plan = {
    id: file.id,
    number: file.number ?? null,
    title: file.title,
    issuer: file.issuer ?? null,
    issued: file.issued ?? null,
    language: file.language ?? null,
    year: file.year,
    levels: mapValues(file.levels ?? {}, (level, id) => ({ ...nameOf(level, id), aliases: level.aliases ?? [] })),
    groups: mapValues(file.groups ?? {}, nameOf),
    measures,
    indicators,
    tasks: Object.entries(file.tasks ?? {}).map(([id, task]) => parseTask(task, id, ["tasks", id], context)),
    amendments,
    waivers: (file.waivers ?? []).map((waiver, index) => parseWaiver(waiver, ["waivers", index], ids, context)),
  };
  const problems = [...commas, ...context.problems].sort(byPlace);
  return { plan: problems.length > 0 ? null : plan, roster: file.units ?? null, units: context.units, problems };
}

/** A year that is called 2022 has at least half of its months in 2022. */
function checkYear({ year: { label, starts } }: PlanFile, context: PlanContext): void {
  const [earliest, latest] = [`${Number(label) - 1}-07-01`, `${label}-07-01`];
  if (starts < earliest || latest < starts) context.wrong(starts, `${earliest} … ${latest}`, ["year", "starts"]);
}

function parseMeasure(file: PlanFile["measures"][string], name: string, context: PlanContext): Measure {
  context.known("measure", file.within, ["measures", name, "within"]);
  return {
    ...nameOf(file, name),
    accumulate: file.accumulate ?? "sum",
    within: file.within ?? null,
    source: file.source ?? null,
    constant: file.constant ?? null,
    because: file.because ?? null,
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** Units that a plan names, and that the roster does not have. */
export function strangersIn(units: readonly NamedUnit[], roster: readonly Unit[], yaml: YamlFile): Problem[] {
  const allowed = roster.map(({ code }) => code);
  const known = new Set(allowed);
  const near = new Candidates(allowed);
  return units
    .filter(({ code }) => !known.has(code))
    .map(({ code: name, path, part }) => {
      const called = roster.find((unit) =>
        [unit.name, ...unit.aliases].some((one) => foldText(one) === foldText(name)),
      );
      const args = { kind: "unit", name, allowed, nearest: called?.code ?? near.nearest(name) } as const;
      return problem("name-unknown", args, yaml.locate(path, part));
    });
}
