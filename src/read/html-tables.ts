import type { Encoding, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { decode, hasMark } from "./decode.ts";
import { decodeText } from "./decode-text.ts";
import { readHtml } from "./html-cells.ts";
import { sheetTable } from "./sheet-table.ts";
import { MOST_IN_WORKBOOK, tooLarge, UnpackBudget } from "./unpack-limits.ts";

/** A page is parsed as one text, which cannot be of any length. */
const MOST_PAGE = 1 << 28;

/** The tables of a page that was saved as a workbook. */
export async function htmlTables(bytes: Buffer, file: string, named: Encoding | null, room?: number) {
  if (bytes.length > MOST_PAGE) return tooLarge("bytes", MOST_PAGE, file);
  const decoded = await decodeHtml(bytes, file, named);
  if ("code" in decoded) return decoded;
  if (isCutOff(decoded.html)) return problem("file-unreadable", { detail: "</table> ?" }, { at: { in: "file", file } });
  const budget = new UnpackBudget(bytes.length, MOST_IN_WORKBOOK, file, room);
  budget.spend(bytes.length);
  const tables: Table[] = readHtml(decoded.html, budget).map((rows, index) =>
    sheetTable(rows, file, `Table ${index + 1}`),
  );
  return { tables, encoding: decoded.encoding, unpacked: budget.spent };
}

/** A page that ends inside of a table has lost the rest of its rows. */
function isCutOff(html: string): boolean {
  const tail = html.toLowerCase();
  return tail.lastIndexOf("<table") > tail.lastIndexOf("</table") && !/<\/(?:body|html)\s*>\s*$/.test(tail);
}

const CHARSET = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i;
/** How far a page may say what it is encoded in (the HTML standard says 1024 bytes). */
const PROLOGUE = 4096;

/** By its mark, else as the user says, else as the page says, else UTF-8. */
async function decodeHtml(
  bytes: Buffer,
  file: string,
  named: Encoding | null,
): Promise<Problem | { readonly html: string; readonly encoding: string }> {
  const said = CHARSET.exec(bytes.toString("latin1", 0, PROLOGUE))?.[1]?.toLowerCase();
  const isOther = said !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|unicode|windows-1258)$/.test(said);
  if (isOther && named === null && !hasMark(bytes)) return decodeOther(bytes, said, file);
  const encoding = named ?? (said === "windows-1258" ? said : null);
  const decoded = encoding === null ? decode(bytes, file) : await decodeText(bytes, file, encoding);
  return "code" in decoded ? decoded : { html: decoded.utf8.toString("utf8"), encoding: decoded.encoding };
}

/** Pages may be in any of the encodings that browsers know. */
function decodeOther(bytes: Buffer, encoding: string, file: string) {
  try {
    return { html: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    return problem("file-unreadable", { detail: (error as Error).message }, { at: { in: "file", file } });
  }
}
