import { printable } from "./printable.ts";

/**
 * What a spreadsheet takes for a formula, at the start of a cell or behind what may separate cells there. One that has
 * an apostrophe already gets another, so that whoever takes one off has the text again.
 */
const FORMULA = /(?<before>^|[;\t])(?<blank>\s*)(?<sign>'*[=+\-@＝＋－＠])/gu;
const GUARD = /(?<=(?:^|[;\t])\s*)'(?='*[=+\-@＝＋－＠])/gu;

/** Most cells, in which nothing is to be looked for. */
const PLAIN = /^(?:[\da-z][\da-z .:/%-]*)?$/i;

/**
 * A cell of CSV, quoted where it has to be. Text that a spreadsheet would run as a formula begins with an apostrophe,
 * which makes it text.
 */
export function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  if (PLAIN.test(value)) return value;
  const safe = printable(value).replaceAll(FORMULA, "$<before>$<blank>'$<sign>");
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text that `csvCell` wrote, without the apostrophes that it put before what looks like a formula. */
export function withoutGuard(text: string): string {
  return text.replaceAll(GUARD, "");
}
