import { parseXml } from "./parse-xml.ts";
import type { Attributes } from "./parse-xml.ts";
import type { Zip } from "./zip.ts";

/** What a cell's number is, by the format in which Excel shows it. */
export type NumberKind = "number" | "percent" | "date" | "time";

/** For each cell style of a workbook: what its numbers are. */
export async function readNumberKinds(zip: Zip, part: string | null, file: string): Promise<readonly NumberKind[]> {
  if (part === null) return [];
  const own = new Map<string, NumberKind>();
  const styles: string[] = [];
  let isCell = false;
  const open = (name: string, { numFmtId = "0", formatCode = "" }: Attributes) => {
    if (name === "numFmt") own.set(numFmtId, numberKind(formatCode));
    else if (name === "cellXfs") isCell = true;
    else if (name === "xf" && isCell) styles.push(numFmtId);
  };
  const close = (name: string) => {
    if (name === "cellXfs") isCell = false;
  };
  await parseXml(zip.read(part), { open, close }, file);
  return styles.map((id) => own.get(id) ?? builtInKind(Number(id)));
}

/** Formats that a workbook need not spell out (ECMA-376, part 1, 18.8.30); 27–36 and 50–58 are those of East Asia. */
function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return "percent";
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return "date";
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? "time" : "number";
}

/** What is shown as it stands: in quotes, after a backslash, as wide as a character, filling; colours and languages. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** The kind of a format by its code, such as `dd/mm/yyyy` or `0.0%`; the first section is that of positive numbers. */
function numberKind(code: string): NumberKind {
  const format = (code.replaceAll(LITERAL, "").split(";", 1)[0] ?? "").replaceAll(/general/gi, "");
  if (format.includes("%")) return "percent";
  if (/[yd]/i.test(format)) return "date";
  if (/[hs]|\[m/i.test(format)) return "time";
  return /m/i.test(format) ? "date" : "number";
}
