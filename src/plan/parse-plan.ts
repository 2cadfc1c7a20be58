import type { Formula, Indicator, Measure, Plan, Task, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { NameKind, Problem } from "../problem/problem.ts";
import { nearest } from "../text/nearest.ts";
import { checkShape } from "../yaml/check-shape.ts";
import { spanOf } from "../text/period.ts";
import type { Year } from "../text/period.ts";
import type { YamlFile, YamlPath } from "../yaml/parse-yaml.ts";
import { nameOf } from "../yaml/scalars.ts";
import { parseFormula } from "./parse-formula.ts";
import { mendDecimalCommas, parseTargets } from "./parse-target.ts";
import { planSchema } from "./plan-schema.ts";
import type { PlanFile } from "./plan-schema.ts";

export interface ParsedPlan {
  readonly plan: Omit<Plan, "roster" | "sha256"> | null;
  /** The roster's path, as the plan writes it. */
  readonly roster: string | null;
  readonly problems: readonly Problem[];
}

/** A plan's YAML as a plan, or everything that is wrong with it. The roster is read by the caller. */
export function parsePlan(yaml: YamlFile): ParsedPlan {
  const { yaml: mended, problems: commas } = mendDecimalCommas(yaml);
  const { value: file, problems: misshapen } = checkShape(planSchema, mended);
  if (file === null) return { plan: null, roster: null, problems: [...commas, ...misshapen] };
  const problems: Problem[] = [...commas];
  const known = knownNames(file, yaml, problems);
  problems.push(...yearProblems(file, yaml));
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
    measures: mapValues(file.measures, (measure, name) => parseMeasure(measure, name, known)),
    indicators: Object.entries(file.indicators).map(([id, indicator]) =>
      parseIndicator(indicator, id, { yaml, problems, known, year: file.year }),
    ),
    tasks: Object.entries(file.tasks ?? {}).map(([id, task]) => parseTask(task, id, ["tasks", id], known)),
  };
  return { plan: problems.length > 0 ? null : plan, roster: file.units ?? null, problems };
}

/** A year that is called 2022 has at least half of its months in 2022. */
function yearProblems({ year: { label, starts } }: PlanFile, yaml: YamlFile): Problem[] {
  const [earliest, latest] = [`${Number(label) - 1}-07-01`, `${label}-07-01`];
  if (earliest <= starts && starts <= latest) return [];
  const args = { found: starts, expected: `${earliest} … ${latest}` };
  return [problem("value-wrong", args, yaml.locate(["year", "starts"]))];
}

interface Context {
  readonly yaml: YamlFile;
  readonly problems: Problem[];
  readonly known: Known;
  readonly year: Year;
}

/** Reports a name that the plan does not declare. */
type Known = (kind: NameKind, name: string | null | undefined, path: YamlPath, part?: "key") => void;

function knownNames(file: PlanFile, yaml: YamlFile, problems: Problem[]): Known {
  const names: Partial<Record<NameKind, readonly string[]>> = {
    level: Object.keys(file.levels ?? {}),
    group: Object.keys(file.groups ?? {}),
    measure: Object.keys(file.measures),
  };
  return (kind, name, path, part) => {
    const allowed = names[kind] ?? [];
    if (name === null || name === undefined || allowed.includes(name)) return;
    problems.push(
      problem("name-unknown", { kind, name, allowed, nearest: nearest(name, allowed) }, yaml.locate(path, part)),
    );
  };
}

function parseMeasure(file: PlanFile["measures"][string], name: string, known: Known): Measure {
  known("measure", file.within, ["measures", name, "within"]);
  return {
    ...nameOf(file, name),
    accumulate: file.accumulate ?? "sum",
    within: file.within ?? null,
    source: file.source ?? null,
    constant: file.constant ?? null,
    because: file.because ?? null,
  };
}

function parseTask(file: NonNullable<PlanFile["tasks"]>[string], id: string, path: YamlPath, known: Known): Task {
  known("group", file.group, [...path, "group"]);
  const { group = null, text = null, note = null, cites = [] } = file;
  return { id, group, ...nameOf(file, id), text, note, cites };
}

function parseIndicator(file: PlanFile["indicators"][string], id: string, context: Context): Indicator {
  const { yaml, problems, known } = context;
  const path = ["indicators", id];
  const isCount = file.value !== undefined;
  const numerator = parseSide(isCount ? "value" : "numerator", file.value ?? file.numerator, path, context);
  const denominator = isCount ? null : parseSide("denominator", file.denominator, path, context);
  if (isCount) {
    for (const key of ["numerator", "denominator"] as const) {
      if (file[key] !== undefined)
        problems.push(problem("value-beside-ratio", { key }, yaml.locate([...path, key], "key")));
    }
  }
  const { targets, problems: wrongTargets } = parseTargets(file.target, [...path, "target"], {
    yaml,
    year: context.year,
    isRatio: !isCount,
  });
  problems.push(...wrongTargets);
  for (const { level } of targets) known("level", level, [...path, "target", level ?? ""], "key");
  const levels = file.applies?.levels ?? null;
  for (const level of levels ?? []) known("level", level, [...path, "applies", "levels"]);
  for (const key of ["from", "until"] as const) {
    const period = file.applies?.[key];
    if (period === undefined || spanOf(period, context.year) !== null) continue;
    const args = { found: period, expected: `${context.year.label}-Q1 … ${context.year.label}` };
    problems.push(problem("value-wrong", args, yaml.locate([...path, "applies", key])));
  }
  return {
    ...parseTask(file, id, path, known),
    numerator,
    denominator,
    targets,
    excludes: file.excludes ?? null,
    applies: {
      levels,
      units: file.applies?.units ?? null,
      from: file.applies?.from ?? null,
      until: file.applies?.until ?? null,
    },
    lowBase: file["low-base"] ?? null,
    advisory: file.advisory ?? false,
    over100: file["over-100"] ?? false,
  };
}

const NOTHING: Formula = { text: "", constant: 0, terms: [] };

function parseSide(key: string, text: string | undefined, path: YamlPath, { yaml, problems, known }: Context): Formula {
  if (text === undefined) {
    problems.push(problem("key-missing", { key }, yaml.locate(path, "key")));
    return NOTHING;
  }
  const formula = parseFormula(text);
  if (typeof formula === "string") {
    problems.push(problem("formula-wrong", { text, expected: formula }, yaml.locate([...path, key])));
    return NOTHING;
  }
  for (const { measure } of formula.terms) known("measure", measure, [...path, key]);
  return formula;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** Units that targets or scopes name, and that the roster does not have. */
export function strangersIn(
  { indicators }: Pick<Plan, "indicators">,
  roster: readonly Unit[],
  yaml: YamlFile,
): Problem[] {
  const allowed = roster.map(({ code }) => code);
  const stranger = (name: string, path: YamlPath, part: "key" | "value") =>
    allowed.includes(name)
      ? []
      : [
          problem(
            "name-unknown",
            { kind: "unit", name, allowed, nearest: nearest(name, allowed) },
            yaml.locate(path, part),
          ),
        ];
  return indicators.flatMap(({ id, targets, applies }) => [
    ...targets.flatMap(({ unit }) =>
      unit === null ? [] : stranger(unit, ["indicators", id, "target", "units", unit], "key"),
    ),
    ...(applies.units ?? []).flatMap((unit) => stranger(unit, ["indicators", id, "applies", "units"], "value")),
  ]);
}
