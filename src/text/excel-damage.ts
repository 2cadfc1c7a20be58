/**
 * What Excel has done to a cell, as far as the cell's text is proof of it:
 *
 * - `short-date`: a date without its day or its year, as Excel shows what it took for one ("Mar-22", "22-Mar", "Thg3-22");
 * - `date`: a whole date, which is damage where no date is due (`1-2-34` becomes 1/2/1934);
 * - `day-number`: the number by which Excel knows a day (44621), which is damage where a date is due, and nowhere else;
 * - `scientific`: "1,23E+05", whose other digits are lost;
 * - `formula`: the error of a formula ("#REF!"; "Err:502" in LibreOffice);
 * - `width`: "####", for a number or date wider than its column.
 */
export type ExcelDamage = "short-date" | "date" | "day-number" | "scientific" | "formula" | "width";

const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg\.? ?(?:1[0-2]|0?[1-9]))`;
const DAY_OR_YEAR = String.raw`(?:\d{1,2}|\d{4})`;

const PATTERNS: readonly (readonly [ExcelDamage, RegExp])[] = [
  ["short-date", new RegExp(`^(?:${DAY_OR_YEAR}-${MONTH}|${MONTH}-${DAY_OR_YEAR}|\\d{1,2}-${MONTH}-\\d{2})$`, "iu")],
  ["date", /^(?:\d{1,2}([/-])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}([/-])\d{1,2}\2\d{1,2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u],
  // From 1991 to 2064: shorter and longer numbers are years and dates run together.
  ["day-number", /^(?:3[3-9]|[45]\d)\d{3}(?:[.,]\d+)?$/u],
  ["scientific", /^-?\d(?:[.,]\d+)?E[+-]\d{2,3}$/iu],
  ["formula", /^(?:#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:\d{3})$/iu],
  ["width", /^#{2,}$/u],
];

/** What Excel has done to a cell; `null` where its text shows nothing. */
export function excelDamage(text: string): ExcelDamage | null {
  const trimmed = text.trim();
  return PATTERNS.find(([, pattern]) => pattern.test(trimmed))?.[0] ?? null;
}

/** Whether a cell holds an error of a formula, or a column too narrow, where a name is due: no name begins like that. */
export function isExcelError(text: string): boolean {
  if (!text.startsWith("#") && !text.startsWith("Err:")) return false;
  const damage = excelDamage(text);
  return damage === "formula" || damage === "width";
}
