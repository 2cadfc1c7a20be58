import { indicatorsOfYear, measuresNamed } from "../model.ts";
import type { Plan, Tally, WindowMode } from "../model.ts";
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
export function latestPeriod({ figures, covered }: Tally, plan: Plan): Period | null {
  const { year } = plan;
  const used = new Set(indicatorsOfYear(plan).flatMap(measuresNamed));
  const periods = new Set<Period>();
  for (const measure of used) {
    for (const { period } of covered.get(measure) ?? []) periods.add(period);
    for (const reported of figures.get(measure)?.values() ?? []) for (const { period } of reported) periods.add(period);
  }
  let latest: { readonly period: Period; readonly span: Span } | null = null;
  for (const period of periods) {
    const span = spanOf(period, year);
    if (span === null) continue;
    const later =
      latest === null || span.end > latest.span.end || (span.end === latest.span.end && span.start > latest.span.start);
    if (later) latest = { period, span };
  }
  return latest?.period ?? null;
}

/** The months by which a missing stock is named: the window's last quarter, or its last month. */
export function lastMonths({ start, end }: Span): Months {
  const quarter = end % 3 === 0 && end - start >= 3;
  return monthsOf({ start: quarter ? end - 3 : end - 1, end });
}
