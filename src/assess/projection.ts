import type { Indicator, Plan, Projection, Result, ScopedTarget, TrendRow } from "../model.ts";
import { dueDay } from "../text/due-day.ts";
import { datesOf, spanOf } from "../text/period.ts";
import type { Span } from "../text/period.ts";
import { measuresOf } from "./evaluate.ts";
import { shownPercent } from "./shown-percent.ts";
import type { TargetInForce } from "./target-in-force.ts";
import { decimal, judge, percentOf } from "./verdict.ts";
import type { Window } from "./window.ts";

/** One target's results in each period alone, and over the year so far. */
export interface Course {
  readonly indicator: Indicator;
  readonly target: ScopedTarget;
  /** The target at the end of the year; `null` where none decides. */
  readonly final: TargetInForce | null;
  readonly inPeriod: readonly { readonly result: Result; readonly window: Window }[];
  readonly toDate: { readonly result: Result; readonly window: Window };
  /** How many months a period of the trend has. */
  readonly months: number;
}

type Outlook = Pick<TrendRow, "projection" | "unprojected" | "needed">;

const NONE: Outlook = { projection: null, unprojected: null, needed: null };
const FEWEST_PERIODS = 2;

/** How the year would end if it went on like this, and what the rest of it would have to reach. No verdict sees it. */
export function outlookOf(course: Course, plan: Plan): Outlook {
  const { verdict } = course.toDate.result;
  const { final } = course;
  if (final === null || verdict === "invalid" || verdict === "not-applicable") return NONE;
  const year = applicableSpan(course.indicator, plan);
  const { end } = course.toDate.window.span;
  const hasEnded = course.inPeriod.at(-1)?.result.verdict === "not-applicable";
  if (end >= year.end || hasEnded) return { ...NONE, unprojected: "year-over" };
  if (!isFlow(course.indicator, plan)) return { ...NONE, unprojected: "no-flow" };
  const base = baseOf(course, year);
  const needed = neededRate(course, { final, base, left: Math.min(year.end, dueMonth(course.target, plan)) - end });
  if (base.periods < FEWEST_PERIODS) return { projection: null, unprojected: "too-few-periods", needed };
  // A count is held against its target on the day that it is due; the rate of two flows is the same on every day.
  const isCount = course.toDate.result.formula.denominator === null;
  const until = isCount ? Math.min(year.end, dueMonth(course.target, plan)) : year.end;
  if (until <= end) return { ...NONE, needed };
  return { ...projected(final, base, { start: year.start, end: until }), needed };
}

/** The sums of the periods that are complete. */
interface Base {
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  readonly periods: number;
  readonly months: number;
}

/** The year, as far as the indicator applies. */
function applicableSpan({ applies: { from, until } }: Indicator, { year }: Plan): Span {
  return {
    start: from === null ? 0 : (spanOf(from, year)?.start ?? 0),
    end: until === null ? 12 : (spanOf(until, year)?.end ?? 12),
  };
}

/** The last month of the plan's year that is over when the target is due. */
function dueMonth({ by }: ScopedTarget, { year }: Plan): number {
  const due = dueDay(by, year);
  const ends = Array.from({ length: 12 }, (_, month) => datesOf({ start: 0, end: month + 1 }, year).until);
  return ends.filter((until) => until <= due).length;
}

/** Stocks, openings, unions and constants do not grow with the number of periods. */
function isFlow(indicator: Indicator, plan: Plan): boolean {
  const { numerator, denominator } = indicator;
  const terms = [...numerator.terms, ...(denominator?.terms ?? [])];
  const adds = measuresOf(indicator, plan).every((one) => (plan.measures[one]?.accumulate ?? "sum") === "sum");
  const fixed = terms.some(({ measure }) => (plan.measures[measure]?.constant ?? 0) !== 0);
  return adds && !fixed && numerator.constant === 0 && (denominator?.constant ?? 0) === 0;
}

/** Nobody expected is missing, and what they report can be used; that nothing arose is a report as well. */
function isComplete({ verdict, reason, coverage }: Result): boolean {
  return coverage.missing.length === 0 && (verdict === "met" || verdict === "missed" || reason === "none-arising");
}

function baseOf({ inPeriod, toDate, months }: Course, year: Span): Base {
  const complete = inPeriod.filter(
    ({ result, window: { span } }) =>
      isComplete(result) && span.end - span.start === months && span.start >= year.start && span.end <= year.end,
  );
  const elapsed = toDate.window.span.end - year.start;
  // Figures of the year to date say nothing of a period alone, and all the same of how many there were.
  const whole = isComplete(toDate.result) && elapsed % months === 0 && complete.length * months < elapsed;
  const results = whole ? [toDate.result] : complete.map(({ result }) => result);
  const periods = whole ? elapsed / months : complete.length;
  const sum = (side: (result: Result) => number | null) =>
    results.reduce((total, result) => total + BigInt(side(result) ?? 0), 0n);
  return {
    numerator: sum(({ value, numerator }) => value ?? numerator),
    denominator: toDate.result.formula.denominator === null ? null : sum(({ denominator }) => denominator),
    periods,
    months: periods * months,
  };
}

/** The average of the periods, as often as the year has them. Of a ratio both sides grow alike, so its rate is exact. */
function projected(final: TargetInForce, base: Base, year: Span): Pick<TrendRow, "projection" | "unprojected"> {
  const { numerator, denominator } = base;
  if (denominator === 0n) return { projection: null, unprojected: "none-arising" };
  const months = BigInt(year.end - year.start);
  const ofYear = (sum: bigint) => roundedDivision(sum * months, BigInt(base.months));
  const whole = { numerator: ofYear(numerator), denominator: denominator === null ? null : ofYear(denominator) };
  if ([whole.numerator, whole.denominator ?? 0n].some((count) => count > MOST)) {
    return { projection: null, unprojected: "too-large" };
  }
  const actual =
    denominator === null
      ? { numerator: numerator * months, denominator: BigInt(base.months) }
      : percentOf(numerator, denominator);
  const verdict = judge(actual, final.operator, final.values);
  const projection: Projection = {
    method: "average-of-periods",
    periods: base.periods,
    numerator: Number(whole.numerator),
    denominator: whole.denominator === null ? null : Number(whole.denominator),
    percent:
      denominator === null
        ? null
        : shownPercent(actual, (shown) => judge(shown, final.operator, final.values) === verdict),
    met: verdict === "met",
  };
  return { projection, unprojected: null };
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Half up. */
function roundedDivision(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}

/** Percents are shown with two decimals. */
const SCALE = 100n;

/**
 * The rate that the months left have to reach, if they bring as much in the denominator as those before on average:
 * the smallest with two decimals that is enough.
 */
function neededRate(
  { indicator, toDate: { result } }: Course,
  { final, base, left }: { readonly final: TargetInForce; readonly base: Base; readonly left: number },
): TrendRow["needed"] {
  const [value] = final.values;
  const { denominator: so } = base;
  const asksMore = final.operator === "at-least" || final.operator === "more-than";
  if (!asksMore || value === undefined || left <= 0) return null;
  if (so === null || so === 0n || result.numerator === null || result.denominator === null) return null;
  // A milestone may be met, or missed, where the target at the end is not.
  const now = percentOf(BigInt(result.numerator), BigInt(result.denominator));
  if (result.denominator === 0 || judge(now, final.operator, final.values) !== "missed") return null;
  const { digits, scale } = decimal(value);
  // left/months of `so` will come; everything times base.months, and the target's value times 10^scale.
  const months = BigInt(base.months);
  const coming = so * BigInt(left);
  const due = digits * (BigInt(result.denominator) * months + coming);
  const lacking = due - BigInt(result.numerator) * months * 100n * 10n ** BigInt(scale);
  const whole = lacking * SCALE;
  const per = coming * 10n ** BigInt(scale);
  const smallest = final.operator === "at-least" ? (whole + per - 1n) / per : whole / per + 1n;
  const needed = smallest < 0n ? 0n : smallest;
  return { percent: percentText(needed), reachable: indicator.over100 || needed <= 100n * SCALE };
}

function percentText(scaled: bigint): string {
  const text = scaled.toString().padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
