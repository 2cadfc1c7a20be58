import type { DateBounds } from "../../model.ts";
import type { IsoDate } from "../../text/date.ts";

/** The time of day behind a date, which is ignored. */
const TIME = "(?:[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?Z?)?";

/**
 * What the texts of all dates within bounds match, in every form that `parseDate` reads, and nothing else: in the words
 * that the regular expressions of JavaScript, PostgreSQL and ClickHouse have in common.
 */
export function datePattern({ from, until }: Pick<DateBounds, "from" | "until">): string {
  return patternOf(monthsWithin(from, until));
}

/** The same for dates of any year, but for 29 February. What it does not match may still be a date. */
export const ANY_DATE = patternOf([
  { year: "[0-9]{4}", month: "(?:0?[13578]|1[02])", days: daysPattern(1, 31) },
  { year: "[0-9]{4}", month: "(?:0?[469]|11)", days: daysPattern(1, 30) },
  { year: "[0-9]{4}", month: "0?2", days: daysPattern(1, 28) },
]);

interface MonthPattern {
  readonly year: string;
  readonly month: string;
  readonly days: string;
}

function patternOf(months: readonly MonthPattern[]): string {
  const iso = months.map(({ year, month, days }) => `${year}-${month}-${days}`);
  const written = months.map(({ year, month, days }) => `${days}[/.-]${month}[/.-]${year}`);
  return `^(?:${[...iso, ...written].join("|")})${TIME}$`;
}

function monthsWithin(from: IsoDate, until: IsoDate): MonthPattern[] {
  const months: MonthPattern[] = [];
  const [firstYear, firstMonth, firstDay] = partsOf(from);
  const [lastYear, lastMonth, lastDay] = partsOf(until);
  for (let at = firstYear * 12 + firstMonth - 1; at <= lastYear * 12 + lastMonth - 1; at++) {
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
    const first = year === firstYear && month === firstMonth ? firstDay : 1;
    const last = year === lastYear && month === lastMonth ? lastDay : new Date(Date.UTC(year, month, 0)).getUTCDate();
    months.push({
      year: String(year).padStart(4, "0"),
      month: month < 10 ? `0?${month}` : String(month),
      days: daysPattern(first, last),
    });
  }
  return months;
}

function partsOf(date: IsoDate): [number, number, number] {
  return date.split("-").map(Number) as [number, number, number];
}

/** Days from one to another of a month; below 10 with or without a zero. */
function daysPattern(first: number, last: number): string {
  const tens = [0, 1, 2, 3].flatMap((ten) => {
    const [low, high] = [Math.max(first, ten * 10, 1), Math.min(last, ten * 10 + 9)];
    if (low > high) return [];
    const unit = low === high ? String(low % 10) : `[${low % 10}-${high % 10}]`;
    return [ten === 0 ? `0?${unit}` : `${ten}${unit}`];
  });
  return `(?:${tens.join("|")})`;
}
