import type { Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { canonicalPeriods, datesOf, spanOf } from "../text/period.ts";
import type { Period, Year } from "../text/period.ts";
import type { Titles } from "./titles.ts";

/** The period whose first and last day a title states, in the plan's calendar. */
export function periodOfDates({ dates }: Titles, year: Year): Period | null {
  if (dates === null) return null;
  const found = canonicalPeriods(year).find((period) => {
    const span = spanOf(period, year);
    const { from, until } = span === null ? { from: "", until: "" } : datesOf(span, year);
    return from === dates.from && until === dates.until;
  });
  return found ?? null;
}

/** What is wrong where a title's dates are not those of the period: longer, or in another calendar. */
export function checkTitleDates(
  { dates }: Titles,
  period: Period | null,
  { year, cumulative, table }: { readonly year: Year; readonly cumulative: boolean; readonly table: Table },
): Problem[] {
  const span = period === null ? null : spanOf(period, year);
  if (dates === null || period === null || span === null) return [];
  const { from, until, place } = dates;
  const days = datesOf(cumulative ? { start: 0, end: span.end } : span, year);
  if (days.from === from && days.until === until) return [];
  const where = table.locate(place.row, place.index, null);
  if (from > days.until || until < days.from)
    return [problem("period-disagrees", { one: period, other: `${from} – ${until}` }, where)];
  const isLonger = lengthOf(from, until) > lengthOf(days.from, days.until) + SLACK;
  return isLonger
    ? [problem("title-dates-longer", { from, until, period }, where)]
    : [problem("title-dates-differ", { from, until, period, starts: days.from, ends: days.until }, where)];
}

/** Quarters and months differ in length by a few days. */
const SLACK = 5;

function lengthOf(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
