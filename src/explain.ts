import { assess } from "./assess/assess.ts";
import { contributionOf, entriesOf } from "./assess/contributions.ts";
import { measuresOf } from "./assess/evaluate.ts";
import { leftOut } from "./assess/left-out.ts";
import { isInScope } from "./assess/stay.ts";
import { calculate } from "./check.ts";
import type { Calculation, CheckRequest } from "./check.ts";
import { evidenceOf } from "./evidence.ts";
import { EXIT_CODES } from "./exit-code.ts";
import type { Explanation, IndicatorSubject, TaskSubject } from "./explain/explanation.ts";
import { indicatorsOfYear } from "./model.ts";
import type { Indicator, Plan, Reporter, Result, Task } from "./model.ts";
import { namedUnit } from "./named-unit.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import { foldText } from "./text/fold-text.ts";
import { indexNames } from "./text/name-index.ts";
import { nearest } from "./text/nearest.ts";
import { periodsOf } from "./text/period.ts";

/** What to explain: the id of an indicator or a task, of a check. */
export interface ExplainRequest extends CheckRequest {
  readonly id: string;
  /** The code or the name of a unit, or the id or the name of a level, where it is about one alone. */
  readonly unit?: string | null;
  readonly level?: string | null;
  /** So many rows of each measure are looked up; all of them unless said otherwise. */
  readonly most?: number;
}

/**
 * Explains one indicator: its arithmetic, and the cells that every sum came from, found by a second reading.
 *
 * @throws ProblemError where the plan has no such indicator or task, level or unit, and where `check` does.
 */
export async function explain({ id, unit, level, most = Infinity, ...request }: ExplainRequest): Promise<Explanation> {
  const { plan } = request;
  const task = plan.tasks.find((one) => one.id === id);
  if (task === undefined && !indicatorsOfYear(plan).some((one) => one.id === id))
    throw unknown("target", id, idsOf(plan), idsOf(plan));
  const ofLevel = level === undefined || level === null ? null : levelNamed(level, plan);
  const calculation = await calculate(request);
  const { assessment } = calculation;
  const reason = assessment.exit.reason === "untrusted-data" ? "untrusted-data" : "no-errors";
  const exit = { code: EXIT_CODES[reason], reason } as const;
  if (assessment.results.length === 0 && assessment.tasks.length === 0) return { assessment, subject: null, exit };
  const indicator = calculation.plan.indicators.find((one) => one.id === id);
  if (indicator === undefined && task === undefined) throw notYetInForce(id, plan);
  const ofUnit = unit === undefined || unit === null ? null : namedUnit(unit, calculation.tally.units).code;
  const subject =
    indicator === undefined
      ? taskSubject(task as Task, calculation)
      : await indicatorSubject(indicator, { level: ofLevel, unit: ofUnit, most }, calculation);
  return { assessment, subject, exit };
}

interface Asked {
  readonly level: string | null;
  readonly unit: string | null;
  readonly most: number;
}

async function indicatorSubject(
  indicator: Indicator,
  { level, unit, most }: Asked,
  calculation: Calculation,
): Promise<IndicatorSubject> {
  const { plan, tally, folded, untrusted } = calculation;
  const narrowed = level !== null || unit !== null;
  const scopes = narrowed ? [{ level, unit }] : indicator.targets;
  const { entered, totals, lacks } = entriesOf(indicator, scopes, calculation);
  const measures = measuresOf(indicator, plan);
  const isAsked = (reporter: Reporter) => scopes.some((scope) => isInScope(reporter, indicator, scope, tally.units));
  return {
    kind: "indicator",
    indicator,
    level,
    unit,
    results: resultsOf(indicator, { level, unit }, calculation),
    measures,
    figures: entered.map(contributionOf),
    totals: totals.map(({ reporter, measure, count }) => ({ ...partyOf(reporter), measure, count })),
    lacks: lacks.flatMap(({ reporter, lacking }) =>
      [...lacking].map(([measure, months]) => ({
        ...partyOf(reporter),
        measure,
        periods: periodsOf(months, plan.year),
      })),
    ),
    leftOut: measures.some((measure) => untrusted.has(measure))
      ? []
      : leftOut(indicator, { scopes, narrowed }, entered, calculation).map(({ figure, reason }) => ({
          ...contributionOf({ reporter: figure, figure }),
          reason,
        })),
    evidence: await evidenceOf({ plan, folded, measures, entered, isAsked, most }),
  };
}

/** A unit's level is known by its code. */
function partyOf({ unit, level }: Reporter): Reporter {
  return { unit, level };
}

/** What the plan asks, or the same for one level or unit. */
function resultsOf({ id }: Indicator, { level, unit }: Omit<Asked, "most">, calculation: Calculation): Result[] {
  const { plan, tally, window, untrusted, assessment } = calculation;
  const ofIndicator = (results: readonly Result[]) => results.filter(({ indicator }) => indicator === id);
  if (level === null && unit === null) return ofIndicator(assessment.results).filter(({ scope }) => scope === "target");
  const options = { ...assessment.options, by: unit === null ? "level" : "unit" } as const;
  const { results } = assess({ plan, tally, window, untrusted, options });
  const found = ofIndicator(results).filter((one) =>
    unit === null ? one.level === level && one.unit === null : one.unit === unit,
  );
  // What the plan asks of one agency comes before the same as a part of the whole.
  const asked = found.filter(({ scope }) => scope === "target");
  return asked.length > 0 ? asked : found;
}

function taskSubject(task: Task, { assessment, tally }: Calculation): TaskSubject | null {
  const result = assessment.tasks.find((one) => one.task === task.id);
  if (result === undefined) return null;
  const reports = tally.tasks
    .filter((report) => report.task === task.id)
    .map(({ origin: { table, row }, ...report }) => ({ ...report, at: table.locate(row, null, null).at }));
  return { kind: "task", task, result, reports: reports.sort((a, b) => (a.period < b.period ? -1 : 1)) };
}

function idsOf(plan: Plan): string[] {
  return [...new Set([...indicatorsOfYear(plan), ...plan.tasks].map(({ id }) => id))];
}

function notYetInForce(id: string, { amendments }: Plan): ProblemError {
  const decision = amendments.find(({ added }) => added.some((one) => one.id === id));
  const { effective = "", number = "" } = decision ?? {};
  return new ProblemError([problem("indicator-not-yet", { indicator: id, effective, document: number })]);
}

function levelNamed(text: string, { levels }: Plan): string {
  const found = indexNames(Object.entries(levels)).get(foldText(text));
  if (found !== undefined) return found;
  const spellings = Object.entries(levels).flatMap(([id, { vi, en }]) => [id, vi, en]);
  throw unknown("level", text, Object.keys(levels), spellings);
}

function unknown(kind: "target" | "level", name: string, allowed: string[], spellings: string[]) {
  return new ProblemError([problem("name-unknown", { kind, name, allowed, nearest: nearest(name, spellings) })]);
}
