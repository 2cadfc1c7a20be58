import type { Applies, Formula, Indicator, Task } from "../model.ts";
import { problem } from "../problem/problem.ts";
import { shortened } from "../text/shortened.ts";
import type { YamlPath } from "../yaml/parse-yaml.ts";
import { nameOf } from "../yaml/scalars.ts";
import { parseFormula } from "./parse-formula.ts";
import { parseTargets } from "./parse-target.ts";
import type { PlanContext } from "./plan-context.ts";
import type { IndicatorChangeFile, IndicatorFile, PlanFile } from "./plan-schema.ts";

/** An indicator as the plan, or a later decision that adds it (`document`), states it. */
export function parseIndicator(
  file: IndicatorFile,
  id: string,
  path: YamlPath,
  context: PlanContext,
  document: string | null = null,
): Indicator {
  return changedIndicator(blankIndicator(id), file, path, context, document);
}

/** An indicator as it reads once a later decision has changed some of its keys. */
export function changedIndicator(
  before: Indicator,
  file: IndicatorChangeFile,
  path: YamlPath,
  context: PlanContext,
  document: string | null,
): Indicator {
  const formulas = parseFormulas(before, file, path, context);
  const isRatio = formulas?.denominator !== null;
  return {
    ...before,
    ...parseDescription(file, before, path, context),
    ...formulas,
    targets: formulas === null ? [] : parseTargetsOf(before, file, { path, context, document, isRatio }),
    excludes: file.excludes ?? before.excludes,
    applies: file.applies === undefined ? before.applies : parseApplies(file.applies, [...path, "applies"], context),
    lowBase: file["low-base"] ?? before.lowBase,
    advisory: file.advisory ?? before.advisory,
    over100: file["over-100"] ?? before.over100,
  };
}

/** What a plan asks for without a number. */
export function parseTask(
  file: NonNullable<PlanFile["tasks"]>[string],
  id: string,
  path: YamlPath,
  context: PlanContext,
): Task {
  return parseDescription(file, blankIndicator(id), path, context);
}

type Described = Pick<IndicatorFile, "group" | "vi" | "en" | "text" | "note" | "cites">;

function parseDescription(file: Described, before: Task, path: YamlPath, context: PlanContext): Task {
  context.known("group", file.group, [...path, "group"]);
  const { id } = before;
  const named = file.vi !== undefined || file.en !== undefined;
  return {
    id,
    group: file.group ?? before.group,
    ...(named ? nameOf(file, id) : { vi: before.vi, en: before.en }),
    text: file.text ?? before.text,
    note: file.note ?? before.note,
    cites: file.cites ?? before.cites,
  };
}

type Formulas = Pick<Indicator, "numerator" | "denominator">;

/** A ratio has both sides, a count a value; a change may give one side and leave the other. `null`: nothing is given. */
function parseFormulas(
  before: Indicator,
  file: IndicatorChangeFile,
  path: YamlPath,
  context: PlanContext,
): Formulas | null {
  if (file.value !== undefined) {
    for (const key of ["numerator", "denominator"] as const) {
      if (file[key] !== undefined)
        context.problems.push(problem("value-beside-ratio", { key }, context.yaml.locate([...path, key], "key")));
    }
    return { numerator: parseSide("value", file.value, path, context), denominator: null };
  }
  const { numerator, denominator } = before;
  const isSaid = numerator !== UNSAID;
  if (file.numerator === undefined && file.denominator === undefined) {
    if (!isSaid) context.missing("numerator", path);
    return isSaid ? { numerator, denominator } : null;
  }
  const side = (key: "numerator" | "denominator", was: Formula | null) =>
    isSaid && was !== null && file[key] === undefined ? was : parseSide(key, file[key], path, context);
  return { numerator: side("numerator", denominator && numerator), denominator: side("denominator", denominator) };
}

function parseSide(key: string, text: string | undefined, path: YamlPath, context: PlanContext): Formula {
  if (text === undefined) {
    context.missing(key, path);
    return UNREAD;
  }
  const formula = parseFormula(text);
  if (typeof formula === "string") {
    const where = context.yaml.locate([...path, key]);
    context.problems.push(problem("formula-wrong", { text: shortened(text), expected: formula }, where));
    return UNREAD;
  }
  for (const { measure } of formula.terms) context.known("measure", measure, [...path, key]);
  return formula;
}

interface TargetsAsked {
  readonly path: YamlPath;
  readonly context: PlanContext;
  readonly document: string | null;
  readonly isRatio: boolean;
}

/** The targets that a file states; without any, those of before, unless what they were asked of is no longer that. */
function parseTargetsOf(
  before: Indicator,
  { target }: IndicatorChangeFile,
  { path, context, document, isRatio }: TargetsAsked,
): Indicator["targets"] {
  const wasRatio = before.denominator !== null;
  if (target === undefined) {
    if (isRatio !== wasRatio) context.missing("target", path);
    return before.targets;
  }
  const targets = parseTargets(target, [...path, "target"], { context, isRatio });
  for (const { level, unit } of targets) {
    context.known("level", level, [...path, "target", level ?? ""], "key");
    if (unit !== null) context.units.push({ code: unit, path: [...path, "target", "units", unit], part: "key" });
  }
  // What a decision repeats as it was, it does not ask anew.
  return targets.map((one) => {
    const same = before.targets.find((other) => JSON.stringify({ ...other, document: null }) === JSON.stringify(one));
    return same ?? { ...one, document };
  });
}

function parseApplies(file: NonNullable<IndicatorFile["applies"]>, path: YamlPath, context: PlanContext): Applies {
  for (const level of file.levels ?? []) context.known("level", level, [...path, "levels"]);
  for (const code of file.units ?? []) context.units.push({ code, path: [...path, "units"], part: "value" });
  for (const key of ["from", "until"] as const) context.span(file[key], [...path, key]);
  const { levels = null, units = null, from = null, until = null } = file;
  return { levels, units, from, until };
}

/** A formula that nothing has stated yet, and one that could not be read. */
const UNSAID: Formula = { text: "", constant: 0, terms: [] };
const UNREAD: Formula = { text: "", constant: 0, terms: [] };

/** An indicator of which nothing is said: what is optional has its default. */
function blankIndicator(id: string): Indicator {
  return {
    id,
    group: null,
    vi: id,
    en: id,
    text: null,
    note: null,
    cites: [],
    excludes: null,
    numerator: UNSAID,
    denominator: UNSAID,
    targets: [],
    applies: { levels: null, units: null, from: null, until: null },
    lowBase: null,
    advisory: false,
    over100: false,
    withdrawnBy: null,
  };
}
