const DATE =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;

/** A calendar date as `YYYY-MM-DD`, which sorts as text. */
export type IsoDate = string;

/** `2022-03-31` or `31/3/2022`, with or without a time of day, which is ignored; `null` for anything else. */
export function parseDate(text: string): IsoDate | null {
  const match = DATE.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = (
    match[1] === undefined ? [match[6], match[5], match[4]] : [match[1], match[2], match[3]]
  ).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? isoDate(year, month, day) : null;
}

/** The date that many whole months later; day 1–28, so that every month has it. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const total = year * 12 + (month - 1) + months;
  return isoDate(Math.floor(total / 12), (total % 12) + 1, day);
}

/** The date one day earlier. */
export function dayBefore(date: IsoDate): IsoDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  if (day > 1) return isoDate(year, month, day - 1);
  return month > 1 ? isoDate(year, month - 1, daysInMonth(year, month - 1)) : isoDate(year - 1, 12, 31);
}

/** The date one day later. */
export function dayAfter(date: IsoDate): IsoDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  if (day < daysInMonth(year, month)) return isoDate(year, month, day + 1);
  return month < 12 ? isoDate(year, month + 1, 1) : isoDate(year + 1, 1, 1);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
