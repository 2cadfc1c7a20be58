import type { Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { canonicalPeriods, datesOf, spanOf } from "../text/period.ts";
import type { Period, Year } from "../text/period.ts";
import type { Titles } from "./titles.ts";

/** The period whose first and last day a title states: in the plan's calendar, or where no plan says it in their own. */
export function periodOfDates({ dates }: Pick<Titles, "dates">, year: Year): Period | null {
  if (dates === null) return null;
  const calendars = year.guessed ? calendarsOf(dates) : [year];
  return calendars.map((calendar) => periodIn(calendar, dates)).find((period) => period !== null) ?? null;
}

type Dates = Pick<NonNullable<Titles["dates"]>, "from" | "until">;

function periodIn(year: Year, dates: Dates): Period | null {
  const found = canonicalPeriods(year).find((period) => {
    const span = spanOf(period, year);
    const { from, until } = span === null ? { from: "", until: "" } : datesOf(span, year);
    return from === dates.from && until === dates.until;
  });
  return found ?? null;
}

/** The years of which dates may be a period: from January on, or from December on where periods close early. */
function calendarsOf({ from, until }: Dates): Year[] {
  const label = until.slice(0, 4);
  const day = from.slice(8);
  const january = { label, starts: `${label}-01-${day}` };
  const december = { label, starts: `${Number(label) - 1}-12-${day}` };
  return day === "01" ? [january, december] : [december, january];
}

/** What is wrong where a title's dates are not those of the period: longer, or in another calendar. */
export function checkTitleDates(
  { dates }: Titles,
  period: Period | null,
  { year: known, cumulative, table }: { readonly year: Year; readonly cumulative: boolean; readonly table: Table },
): Problem[] {
  const year = known.guessed && period !== null ? calendarYear(period) : known;
  const span = period === null ? null : spanOf(period, year);
  if (dates === null || period === null || span === null) return [];
  const { from, until, place } = dates;
  const days = datesOf(cumulative ? { start: 0, end: span.end } : span, year);
  if (days.from === from && days.until === until) return [];
  const where = table.locate(place.row, place.index, null);
  if (from > days.until || until < days.from)
    return [problem("period-disagrees", { one: period, other: `${from} – ${until}` }, where)];
  if (lengthOf(from, until) > lengthOf(days.from, days.until) + SLACK)
    return [problem("title-dates-longer", { from, until, period }, where)];
  // Only a plan says on which days periods close.
  if (known.guessed) return [];
  return [problem("title-dates-differ", { from, until, period, starts: days.from, ends: days.until }, where)];
}

function calendarYear(period: Period): Year {
  const label = period.slice(0, 4);
  return { label, starts: `${label}-01-01` };
}

/** Quarters and months differ in length by a few days. */
const SLACK = 5;

function lengthOf(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
