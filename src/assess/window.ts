import { indicatorsOfYear, measuresNamed } from "../model.ts";
import type { Figure, Plan, Tally, WindowMode } from "../model.ts";
import { datesOf, monthsOf, periodsOf, spanOf } from "../text/period.ts";
import type { Months, Period, Span, Year } from "../text/period.ts";
import type { IsoDate } from "../text/date.ts";

/** What verdicts look at: a period alone, or the year up to its end. */
export interface Window {
  readonly period: Period;
  readonly span: Span;
  /** The window as quarters and single months. */
  readonly periods: readonly Period[];
  /** Its last day. */
  readonly until: IsoDate;
}

/** The window of a period of the plan's year; `null` where the period belongs to another year. */
export function windowOf(period: Period, mode: WindowMode, year: Year): Window | null {
  const span = spanOf(period, year);
  if (span === null) return null;
  const whole = mode === "period" ? span : { start: 0, end: span.end };
  return { period, span: whole, periods: periodsOf(monthsOf(whole), year), until: datesOf(whole, year).until };
}

/** The latest period for which any indicator has data, the shortest where several end together; `null` without data. */
export function latestPeriod({ figures, covered, periods }: Tally, plan: Plan): Period | null {
  const { year } = plan;
  const used = [...new Set(indicatorsOfYear(plan).flatMap(measuresNamed))];
  const isOf = (period: Period) => (figure: Figure) => figure.period === period;
  const latestFirst = [...periods]
    .flatMap((period) => {
      const span = spanOf(period, year);
      return span === null ? [] : [{ period, span }];
    })
    .sort(({ span: one }, { span: other }) => other.end - one.end || other.start - one.start);
  const found = latestFirst.find(({ period }) =>
    used.some(
      (measure) =>
        covered.get(measure)?.some(isOf(period)) === true ||
        [...(figures.get(measure)?.values() ?? [])].some((reported) => reported.some(isOf(period))),
    ),
  );
  return found?.period ?? null;
}

/** The months by which a missing stock is named: the window's last quarter, or its last month. */
export function lastMonths({ start, end }: Span): Months {
  const quarter = end % 3 === 0 && end - start >= 3;
  return monthsOf({ start: quarter ? end - 3 : end - 1, end });
}
