import { assess } from "./assess/assess.ts";
import { planInForce } from "./assess/plan-in-force.ts";
import { latestPeriod, windowOf } from "./assess/window.ts";
import type { Window } from "./assess/window.ts";
import { exitOf } from "./exit-code.ts";
import { foldExports } from "./gather/fold-exports.ts";
import { guessSources } from "./gather/guess-sources.ts";
import { inputsOf } from "./gather/inputs-of.ts";
import { openExports } from "./gather/open-exports.ts";
import type { DataRequest } from "./gather/data-request.ts";
import { VERDICTS } from "./model.ts";
import type { Assessment, AssessmentOptions, Plan, Result, Source, Tally, TaskResult } from "./model.ts";
import { byPlace, problem, ProblemError } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";
import { tally } from "./tally/tally.ts";
import type { Folded } from "./tally/tally.ts";
import { nearest } from "./text/nearest.ts";
import type { Period } from "./text/period.ts";
import { spanOf } from "./text/period.ts";
import { untrustedMeasures } from "./untrusted-measures.ts";
import { unusedExports } from "./unused-exports.ts";

/** What to check, and how. */
export interface CheckRequest extends DataRequest, Partial<AssessmentOptions> {
  readonly plan: Plan;
  /** Of the plan's year; without it the latest with data. */
  readonly period?: Period | null;
}

/** What holds where nothing else is asked. */
export const DEFAULTS: AssessmentOptions = {
  window: "year-to-date",
  by: "plan",
  incomplete: "provisional",
  keepGoing: false,
  asOf: null,
  failOn: "missed",
};

/**
 * The whole calculation: opens the exports, recognises which source each is, folds their rows, tallies what they mean,
 * and assesses the plan over it. Trouble with the data is in the assessment's problems.
 *
 * @throws ProblemError where an argument names nothing, or the period is not of the plan's year.
 */
export async function check(request: CheckRequest): Promise<Assessment> {
  return (await calculate(request)).assessment;
}

/** A calculation with what reports and explanations look into beyond its verdicts. */
export interface Calculation {
  readonly assessment: Assessment;
  /** As it reads at the end of the window. */
  readonly plan: Plan;
  /** The same with all of its amendments. */
  readonly wholePlan: Plan;
  readonly folded: readonly Folded[];
  readonly tally: Tally;
  readonly window: Window;
  /** Measures that errors in the data could change. */
  readonly untrusted: ReadonlySet<string>;
}

/** The same as `check`, with its intermediate results. */
export async function calculate(request: CheckRequest): Promise<Calculation> {
  const { plan: wholePlan } = request;
  const options = optionsOf(request);
  const exports = await openExports(request);
  const unknown = unknownSources(wholePlan, exports.tiers.flat());
  if (unknown.length > 0) throw new ProblemError(unknown);
  const { folded, unread, problems: unfolded } = await foldExports(exports, wholePlan.year);
  const { tally: tallied, problems: untallied } = tally(folded, wholePlan);
  const unused = unusedExports(folded, wholePlan, exports);
  const problems = [...exports.problems, ...unfolded, ...untallied, ...unused];

  const hasErrors = problems.some(({ severity }) => severity === "error");
  const untrusted = hasErrors
    ? await untrustedMeasures(problems, folded, guessSources(exports, unread), wholePlan)
    : NOTHING;
  const latest = latestPeriod(tallied, wholePlan);
  const period = request.period ?? latest;
  const window = windowOf(period ?? wholePlan.year.label, options.window, wholePlan.year);
  if (window === null) throw new ProblemError([otherYear(period, wholePlan)]);
  const plan = planInForce(wholePlan, window.span);
  const assessed =
    options.keepGoing || !hasErrors ? assess({ plan, tally: tallied, window, options, untrusted }) : NOT_ASSESSED;
  const all = [...problems, ...assessed.problems, ...nothingInWindow(request, tallied, window)].sort(byPlace);
  const assessment = {
    plan,
    period,
    periodAsked: request.period !== undefined && request.period !== null,
    window: window.periods,
    options,
    inputs: inputsOf(exports.opened, folded),
    summary: summaryOf(assessed.results, assessed.tasks),
    exit: exitOf(assessed.results, all, options),
    results: assessed.results,
    tasks: assessed.tasks,
    units: tallied.units,
    problems: all,
  };
  return { assessment, plan, wholePlan, folded, tally: tallied, window, untrusted };
}

const NOTHING: ReadonlySet<string> = new Set();
const NOT_ASSESSED = { results: [], tasks: [], problems: [] } as const;

function optionsOf(request: CheckRequest): AssessmentOptions {
  const given = (Object.keys(DEFAULTS) as (keyof AssessmentOptions)[]).filter((key) => request[key] !== undefined);
  return { ...DEFAULTS, ...Object.fromEntries(given.map((key) => [key, request[key]])) };
}

/** Sources that the plan's measures name, and that nobody knows. */
function unknownSources({ measures }: Plan, sources: readonly Source[]): Problem[] {
  const allowed = sources.map(({ id }) => id);
  return Object.values(measures).flatMap(({ source: name }) => {
    if (name === null || allowed.includes(name)) return [];
    return [problem("name-unknown", { kind: "source", name, allowed, nearest: nearest(name, allowed) })];
  });
}

/** Only what the plan asks counts, and a task counts as not scored. */
function summaryOf(results: readonly Result[], tasks: readonly TaskResult[]): Assessment["summary"] {
  const targets = results.filter(({ scope }) => scope === "target");
  const count = (verdict: string) => targets.filter((result) => result.verdict === verdict).length;
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<
    (typeof VERDICTS)[number],
    number
  >;
  return {
    ...counts,
    "not-scored": counts["not-scored"] + tasks.length,
    waived: targets.filter(({ flags }) => flags.includes("waived")).length,
  };
}

/** Data that all lie outside what was asked for, or outside the plan's year, are most likely a slip. */
function nothingInWindow({ period, plan: { year } }: CheckRequest, tallied: Tally, { span }: Window): Problem[] {
  const periods = [...tallied.periods].sort();
  const inWindow = periods.some((one) => {
    const months = spanOf(one, year);
    return months !== null && months.end > span.start && months.end <= span.end;
  });
  return inWindow || periods.length === 0
    ? []
    : [problem("nothing-in-window", { period: period ?? year.label, periods })];
}

function otherYear(period: Period | null, { year }: Plan): Problem {
  return problem("period-of-other-year", { period: period ?? "", year: year.label });
}
