const MONTHS = String.raw`jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\d{1,2}`;
const DATE = new RegExp(String.raw`^(?:\d{1,2}[-/ ](?:${MONTHS})|(?:${MONTHS})[-/ ]\d{2,4})$`, "i");
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const FORMULA = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i;
const WIDTH = /^#{2,}$/;

/** What Excel has done to a cell, where its text shows it: "Mar-22", "1,23E+05", "#REF!", "####". */
export function excelDamage(text: string): "date" | "scientific" | "formula" | "width" | null {
  const trimmed = text.trim();
  if (DATE.test(trimmed)) return "date";
  if (SCIENTIFIC.test(trimmed)) return "scientific";
  if (FORMULA.test(trimmed)) return "formula";
  return WIDTH.test(trimmed) ? "width" : null;
}
