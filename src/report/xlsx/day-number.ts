import type { IsoDate } from "../../text/date.ts";

const DAY = 86_400_000;

/** A day as Excel counts them: 1 was 1900-01-01, and its 60, a day that never was, lies behind all ours. */
export function dayNumber(date: IsoDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);
}
