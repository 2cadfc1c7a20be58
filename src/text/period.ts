import { addMonths, dayBefore } from "./date.ts";
import type { IsoDate } from "./date.ts";
import { unaccented } from "./unaccented.ts";

/** A reporting period in canonical form: `2022`, `2022-H1`, `2022-9M`, `2022-Q1`, `2022-03`. */
export type Period = string;

/** The year of a plan: its label, as periods name it, and the day on which it starts (1–28 of a month). */
export interface Year {
  readonly label: string;
  readonly starts: IsoDate;
  /** Nobody said it: it was made out from the exports, and files may be of other years and calendars. */
  readonly guessed?: boolean;
}

/** Months of a plan's year, from `start` up to but without `end`; the whole year is 0 to 12. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const CANONICAL = /^(\d{4})(?:-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$/;
const ROMAN: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4" };
const GAP = String.raw`[-_./ ]*(?:nam[-_. ]*)?`;

/** The spellings of a period, over text without accents: each with its part and its year, and the suffix it means. */
const SPELLINGS: readonly { readonly pattern: string; readonly suffix: (part: string) => string }[] = [
  {
    pattern: String.raw`(?:quy|q)[-_. ]*(?<part>iv|i{1,3}|[1-4])${GAP}(?<year>\d{4})`,
    suffix: (part) => `-Q${ROMAN[part] ?? part}`,
  },
  {
    pattern: String.raw`thang[-_. ]*(?<part>1[0-2]|0?[1-9])${GAP}(?<year>\d{4})`,
    suffix: (part) => `-${part.padStart(2, "0")}`,
  },
  {
    pattern: String.raw`(?<part>[69]|3(?=[-_. ]*thang[-_. ]*dau))[-_. ]*thang[-_. ]*(?:dau[-_. ]*)?${GAP}(?<year>\d{4})`,
    suffix: (part) => ({ "3": "-Q1", "6": "-H1" })[part] ?? "-9M",
  },
  { pattern: String.raw`6[-_. ]*thang[-_. ]*cuoi[-_. ]*${GAP}(?<year>\d{4})`, suffix: () => "-H2" },
  { pattern: String.raw`nam[-_. ]*(?<year>\d{4})`, suffix: () => "" },
];
const WHOLE = SPELLINGS.map(({ pattern, suffix }) => ({ suffix, pattern: new RegExp(`^${pattern}$`, "u") }));
const WITHIN = SPELLINGS.map(({ pattern, suffix }) => ({
  suffix,
  pattern: new RegExp(String.raw`(?<![a-z\d])${pattern}(?!\d)`, "gu"),
}));
const CANONICAL_WITHIN = /(?<![a-z\d])\d{4}-(?:q[1-4]|h[12]|9m|0[1-9]|1[0-2])(?![a-z\d]|-\d)/gu;

/** A period as people write it ("2022-q3", "Quý III/2022", "6 tháng đầu năm 2022"), or `null`. */
export function parsePeriod(text: string): Period | null {
  const upper = text.trim().toUpperCase();
  if (CANONICAL.test(upper)) return upper;
  const words = unaccented(text).trim().replaceAll(/\s+/gu, " ");
  for (const { pattern, suffix } of WHOLE) {
    const match = pattern.exec(words);
    if (match !== null) return periodOf(match.groups ?? {}, suffix);
  }
  return null;
}

/** Every period that the name of a file or folder states (`2022-Q1`, `ho-so_quy-1-2022.csv`). */
export function findPeriods(name: string): readonly Period[] {
  if (!MAY_HAVE_YEAR.test(name)) return [];
  const known = foundIn.get(name);
  if (known !== undefined) return known;
  if (foundIn.size >= MOST_REMEMBERED) foundIn.clear();
  const found = searched(name);
  foundIn.set(name, found);
  return found;
}

/** Four digits, before which those of a part of the year may stand: a longer number is no year. */
const MAY_HAVE_YEAR = /(?<!\d)\d{4,6}(?!\d)/;

/** The files of a year lie in the same folders, and those of its quarters are called alike. */
const foundIn = new Map<string, readonly Period[]>();
const MOST_REMEMBERED = 10_000;

function searched(name: string): Period[] {
  const text = unaccented(name);
  if (/^\d{4}$/.test(text)) return [text];
  const canonical = [...text.matchAll(CANONICAL_WITHIN)].map(([period]) => period.toUpperCase());
  const spelt: Period[] = [];
  let rest = text;
  for (const { pattern, suffix } of WITHIN) {
    rest = rest.replaceAll(pattern, (...match) => {
      spelt.push(periodOf(match.at(-1) as Groups, suffix));
      return " ";
    });
  }
  // "3 tháng đầu năm 2022", "Quý I, II năm 2022": what is left says that the year, or one quarter, is not what is meant.
  return OTHER_PART.test(rest) ? [] : [...new Set([...canonical, ...spelt])];
}

const OTHER_PART =
  /(?<![a-z])(?:quy|thang|tuan|dot|ky)[-_. ]*(?:\d|[ivx]+(?![a-z]))|\d[-_. ]*(?:thang|tuan)(?![a-z])|(?:dau|giua|cuoi)[-_. ]*(?:nam|quy)/u;

type Groups = Readonly<Record<string, string | undefined>>;

function periodOf(groups: Groups, suffix: (part: string) => string): Period {
  return `${groups["year"]}${suffix(groups["part"] ?? "")}`;
}

/** The months of the year that a period covers, or `null` where it belongs to another year. */
export function spanOf(period: Period, year: Year): Span | null {
  const match = CANONICAL.exec(period);
  if (match === null || match[1] !== year.label) return null;
  const part = match[2];
  if (part === undefined) return { start: 0, end: 12 };
  if (part === "9M") return { start: 0, end: 9 };
  const number = Number(part.replace(/\D/, ""));
  const months = part.startsWith("Q") ? 3 : part.startsWith("H") ? 6 : 1;
  return { start: (number - 1) * months, end: number * months };
}

/** Every period of a year that has a name. */
export function canonicalPeriods({ label }: Pick<Year, "label">): Period[] {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
  return [label, ...["Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M", ...months].map((part) => `${label}-${part}`)];
}

/** A set of months of a year: bit 0 is its first. */
export type Months = number;

/** The months of a span. */
export function monthsOf({ start, end }: Span): Months {
  return (1 << end) - (1 << start);
}

/** Months as the fewest quarters and single months, in order: the labels under which windows and gaps are listed. */
export function periodsOf(months: Months, year: Year): Period[] {
  return [1, 2, 3, 4].flatMap((quarter) => {
    const whole = monthsOf({ start: quarter * 3 - 3, end: quarter * 3 });
    if ((months & whole) === whole) return [`${year.label}-Q${quarter}`];
    const single = [quarter * 3 - 2, quarter * 3 - 1, quarter * 3].filter((month) => months & (1 << (month - 1)));
    return single.map((month) => `${year.label}-${String(month).padStart(2, "0")}`);
  });
}

/** First and last day of a span. */
export function datesOf(span: Span, year: Year): { readonly from: IsoDate; readonly until: IsoDate } {
  return { from: addMonths(year.starts, span.start), until: dayBefore(addMonths(year.starts, span.end)) };
}

/** Every month of a year. */
export const ALL_MONTHS: Months = monthsOf({ start: 0, end: 12 });

/**
 * The months of a year in which something is there between two days (`null`: without end): those that it has a part in,
 * and those that it has whole.
 */
export function monthsBetween(
  from: IsoDate | null,
  until: IsoDate | null,
  year: Year,
): { readonly months: Months; readonly whole: Months } {
  let [months, whole]: [Months, Months] = [0, 0];
  for (let start = 0; start < 12; start += 1) {
    const month = datesOf({ start, end: start + 1 }, year);
    if ((from === null || from <= month.until) && (until === null || until >= month.from)) months |= 1 << start;
    if ((from === null || from <= month.from) && (until === null || until >= month.until)) whole |= 1 << start;
  }
  return { months, whole };
}

/** First and last day of a period, whichever year it belongs to, in the calendar of a plan's year. */
export function daysOf(period: Period, { label, starts }: Year): { readonly from: IsoDate; readonly until: IsoDate } {
  const own = period.slice(0, 4);
  const year = { label: own, starts: addMonths(starts, 12 * (Number(own) - Number(label))) };
  return datesOf(spanOf(period, year) ?? { start: 0, end: 12 }, year);
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a period lies within another, whichever year they belong to. */
export function isWithin(inner: Period, outer: Period): boolean {
  const year = { label: outer.slice(0, 4), starts: "" };
  const [innerSpan, outerSpan] = [spanOf(inner, year), spanOf(outer, year)];
  return innerSpan !== null && outerSpan !== null && contains(outerSpan, innerSpan);
}
