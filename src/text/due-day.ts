import type { IsoDate } from "./date.ts";
import { datesOf, daysOf } from "./period.ts";
import type { Year } from "./period.ts";

/** When something is due: at the end of a period, or on a day (`2022-08-14`). */
export type DueBy = string;

/** The day on which what is asked by then is due; without either, the last of the year. */
export function dueDay(by: DueBy | null, year: Year): IsoDate {
  if (by === null) return datesOf({ start: 0, end: 12 }, year).until;
  return isDay(by) ? by : daysOf(by, year).until;
}

function isDay(by: DueBy): boolean {
  return by.length === "YYYY-MM-DD".length;
}
