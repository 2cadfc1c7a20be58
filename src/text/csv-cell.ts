import { printable } from "./printable.ts";

/** What a spreadsheet takes for a formula, at the start of a cell or behind what may separate cells there. */
const FORMULA = /(?<before>^|[;\t])(?<blank>\s*)(?<sign>[=+\-@＝＋－＠])/gu;

/**
 * A cell of CSV, quoted where it has to be. Text that a spreadsheet would run as a formula begins with an apostrophe,
 * which makes it text.
 */
export function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = printable(value).replaceAll(FORMULA, "$<before>$<blank>'$<sign>");
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
