import path from "node:path";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { sheetTable } from "./sheet-table.ts";
import { damaged, MOST_IN_WORKBOOK } from "./unpack-limits.ts";
import type { UnpackedTables } from "./unpack-limits.ts";
import { readNumberKinds } from "./xlsx-formats.ts";
import { readSheet } from "./xlsx-sheet.ts";
import { readSharedStrings } from "./xlsx-strings.ts";
import { findWorkbook, readWorkbook } from "./xlsx-workbook.ts";
import { openZip } from "./zip.ts";

/**
 * A table for each sheet of a workbook that holds something, hidden ones too, in the workbook's order.
 *
 * @throws ProblemError where the file is damaged, too large, or a ZIP of another kind.
 */
export async function xlsxTables(bytes: Buffer, file: string, room?: number): Promise<UnpackedTables> {
  const zip = await openZip(bytes, file, MOST_IN_WORKBOOK, room);
  const part = await findWorkbook(zip, file);
  if (part === null || !part.endsWith(".xml")) throw new ProblemError([noWorkbook(part, file)]);
  const workbook = await readWorkbook(zip, part, file);
  const strings = await readSharedStrings(zip, workbook.sharedStrings, file);
  const kinds = await readNumberKinds(zip, workbook.styles, file);
  const shared = { strings, kinds, from1904: workbook.from1904 };
  const sheets = await Promise.all(
    workbook.sheets.map(async (sheet) => ({ ...sheet, rows: await readSheet(zip, sheet.part, shared, file) })),
  );
  const tables = sheets.flatMap(({ name, isHidden, rows }) =>
    rows.length > 0 ? [{ ...sheetTable(rows, file, name), isHidden }] : [],
  );
  return { tables, unpacked: zip.budget.spent };
}

/** A ZIP of another kind, a binary workbook (`.xlsb`), or a workbook that lost what it begins with. */
function noWorkbook(part: string | null, file: string): Problem {
  const extension = path.extname(file).toLowerCase();
  if (part === null && extension === ".xlsx") return damaged("no workbook in it", file);
  const found = part === null ? extension || ".zip" : ".xlsb";
  return problem("format-unsupported", { extension: found }, { at: { in: "file", file } });
}
