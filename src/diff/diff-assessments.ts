import { diffInputs } from "./diff-inputs.ts";
import { RESULT_CHANGES } from "./differences.ts";
import type {
  AssessmentDifferences,
  FieldChange,
  InputChange,
  Names,
  Restatement,
  ResultChange,
  ResultChangeKind,
  TaskChange,
} from "./differences.ts";
import { isSame, pairUp } from "./pair-up.ts";
import type { StatedAssessment, StatedNames, StatedProblem, StatedResult, StatedUnit } from "./stated-assessment.ts";

/** What differs between two assessments, results paired by indicator, scope, level and unit. */
export function diffAssessments(one: StatedAssessment, other: StatedAssessment): AssessmentDifferences {
  const [before, after] = alikeBroken(one, other);
  const inputs = diffInputs(before.inputs, after.inputs);
  const earlier = inNewPlaces(before.problems, inputs);
  return {
    kind: "assessments",
    about: diffAbout(before, after),
    results: diffResults(before.results, after.results),
    restated: restatedBetween(before, after),
    inputs,
    units: diffUnits(before, after),
    names: namesOf(before, after),
    tasks: diffTasks(before, after),
    problems: {
      new: withoutThose(after.problems, earlier),
      gone: withoutThose(earlier, after.problems),
    },
  };
}

/** Parts that only one of them was asked for are no news: what both were asked for is compared. */
function alikeBroken(one: StatedAssessment, other: StatedAssessment): readonly [StatedAssessment, StatedAssessment] {
  if (one.options.by === other.options.by) return [one, other];
  const ofPlan = (assessment: StatedAssessment) => {
    return { ...assessment, results: assessment.results.filter(({ scope }) => scope === "target") };
  };
  return [ofPlan(one), ofPlan(other)];
}

function diffAbout(before: StatedAssessment, after: StatedAssessment): FieldChange[] {
  const [one, other] = [aboutOf(before), aboutOf(after)];
  return Object.keys(one).flatMap((field) => {
    const change = { field, before: one[field] ?? null, after: other[field] ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function aboutOf({ plan, period, window, options }: StatedAssessment): Record<string, string | null> {
  return {
    "plan-id": plan?.id ?? null,
    "plan-number": plan?.number ?? null,
    "plan-title": plan?.title ?? null,
    "plan-sha256": plan?.sha256 ?? null,
    "plan-amendments": plan?.amendments.map(({ number }) => number).join(", ") ?? null,
    period,
    "window-mode": window.mode,
    "window-periods": window.periods.join(", "),
    "broken-down-by": options.by,
    incomplete: options.incomplete,
    "keep-going": String(options["keep-going"]),
    "as-of": options["as-of"],
    "fail-on": options["fail-on"],
  };
}

function namesOf(before: StatedAssessment, after: StatedAssessment): Names {
  const of = (part: keyof StatedNames) => ({ ...before.names?.[part], ...after.names?.[part] });
  const units = Object.entries({ ...before.units, ...after.units }).map(([code, { name }]) => [code, name] as const);
  return {
    levels: of("levels"),
    measures: of("measures"),
    indicators: of("indicators"),
    tasks: of("tasks"),
    units: Object.fromEntries(units),
  };
}

function keyOf({ indicator, scope, level, unit }: StatedResult): string {
  return JSON.stringify([indicator, scope, level, unit]);
}

function diffResults(before: readonly StatedResult[], after: readonly StatedResult[]): ResultChange[] {
  const changed = pairUp(before, after, keyOf).flatMap((pair): ResultChange[] => {
    const changes = changesOf(pair.before, pair.after);
    const ref = pair.after ?? pair.before;
    if (changes.length === 0 || ref === null) return [];
    const { indicator, name, scope, level, unit } = ref;
    return [{ indicator, name, scope, level, unit, changes, ...pair }];
  });
  const rank = ({ changes: [gravest = "coverage"] }: ResultChange) => RESULT_CHANGES.indexOf(gravest);
  return changed.sort((a, b) => rank(a) - rank(b));
}

function changesOf(before: StatedResult | null, after: StatedResult | null): ResultChangeKind[] {
  if (before === null) return after === null ? [] : ["new"];
  if (after === null) return ["gone"];
  const holds: Partial<Record<ResultChangeKind, boolean>> = {
    "missed-to-met": before.verdict === "missed" && after.verdict === "met",
    "met-to-missed": before.verdict === "met" && after.verdict === "missed",
    counts: !isSame(countsOf(before), countsOf(after)),
    target: !isSame(before.target, after.target),
    formula:
      before.formula.numerator !== after.formula.numerator || before.formula.denominator !== after.formula.denominator,
    flags: !isSame(before.flags, after.flags),
    coverage: !isSame(reportedOf(before), reportedOf(after)),
  };
  const turned = holds["missed-to-met"] === true || holds["met-to-missed"] === true;
  const isOther = !turned && (before.verdict !== after.verdict || before.reason !== after.reason);
  return RESULT_CHANGES.filter((kind) => (kind === "verdict" ? isOther : holds[kind] === true));
}

function countsOf({ numerator, denominator, value }: StatedResult) {
  return [numerator, denominator, value];
}

function reportedOf({ coverage: { expected, reported } }: StatedResult) {
  return [expected, reported];
}

/**
 * The counts of the same measure over the same time for the same plan, where they are no longer the same. Between two
 * texts of a plan they may differ because the plan counts other agencies, and nothing was restated.
 */
function restatedBetween(before: StatedAssessment, after: StatedAssessment): Restatement[] {
  const isSamePlan =
    before.plan !== null && before.plan.id === after.plan?.id && before.plan.sha256 === after.plan.sha256;
  const isSameTime = isSame(before.window, after.window) && isSamePlan;
  if (!isSameTime) return [];
  const found = new Map<string, Restatement>();
  for (const pair of pairUp(before.results, after.results, keyOf)) {
    if (pair.before === null || pair.after === null) continue;
    const { level, unit, formula, coverage } = pair.before;
    const reported =
      coverage.reported === pair.after.coverage.reported
        ? null
        : { before: coverage.reported, after: pair.after.coverage.reported };
    for (const [measure, count] of Object.entries(formula.values)) {
      const now = pair.after.formula.values[measure];
      if (now === undefined || now === count) continue;
      const restated = { measure, level, unit, before: count, after: now, reported };
      found.set(JSON.stringify([measure, level, unit, count, now]), restated);
    }
  }
  return [...found.values()];
}

/** Who is called differently. Only where every agency has results of its own is one that is not named gone, or new. */
function diffUnits({ units: before, options }: StatedAssessment, { units: after, options: others }: StatedAssessment) {
  const namesAll = options.by === "unit" && others.by === "unit";
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((unit) => {
    const change = { unit, before: calledOf(before[unit]), after: calledOf(after[unit]) };
    const isKnown = namesAll || (change.before !== null && change.after !== null);
    return isSame(change.before, change.after) || !isKnown ? [] : [change];
  });
}

function calledOf(unit: StatedUnit | undefined): StatedUnit | null {
  return unit === undefined ? null : { name: unit.name, level: unit.level };
}

function diffTasks({ tasks: before }: StatedAssessment, { tasks: after }: StatedAssessment): TaskChange[] {
  return pairUp(before, after, ({ task }) => task).flatMap((pair) => {
    const { task, name } = pair.after ?? pair.before ?? { task: "", name: "" };
    const facts = (one: typeof pair.before) => one && [one.state, one.percent, one.evidence];
    return isSame(facts(pair.before), facts(pair.after)) ? [] : [{ task, name, ...pair }];
  });
}

/** Problems as they would read had the files always been where they are now. */
function inNewPlaces(problems: readonly StatedProblem[], inputs: readonly InputChange[]): readonly StatedProblem[] {
  const moved = new Map(inputs.flatMap(({ before, after }) => (before && after ? [[before.file, after.file]] : [])));
  return problems.map((one) => ({ ...one, file: one.file === null ? null : (moved.get(one.file) ?? one.file) }));
}

/** Problems that the others are not, each as often as it occurs more. What they say may be in another language. */
function withoutThose(problems: readonly StatedProblem[], others: readonly StatedProblem[]): StatedProblem[] {
  const identity = ({ code, args, file, sheet, line, column }: StatedProblem) =>
    JSON.stringify([code, args, file, sheet, line, column]);
  const left = new Map<string, number>();
  for (const other of others) left.set(identity(other), (left.get(identity(other)) ?? 0) + 1);
  return problems.filter((one) => {
    const count = left.get(identity(one)) ?? 0;
    left.set(identity(one), count - 1);
    return count <= 0;
  });
}
