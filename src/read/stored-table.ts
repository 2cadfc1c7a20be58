import { setImmediate as pause } from "node:timers/promises";
import type { ByteRange, Row, RowPlace, Table, TableBytes } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { cellName } from "./cell-name.ts";
import { countLines, dialectOf, HEAD, readRecords } from "./csv-table.ts";
import type { CsvTable, RecordsIn } from "./csv-table.ts";
import { isText } from "./decode.ts";
import { findFault, invalidText } from "./find-fault.ts";
import { MOST_BYTES, suspectInText } from "./find-suspect.ts";
import { locateField, recordCells } from "./locate-field.ts";
import { PRINTED, printOf } from "./print-of.ts";
import { wholeRecords } from "./whole-records.ts";
import { openRange, readPiece } from "./stored-bytes.ts";
import { storedExcelLines } from "./stored-excel-lines.ts";
import type { Watch } from "./watch.ts";

/** How much of a file is read at once, and how much of it for its head: most often that has all rows which it takes. */
const PIECE = 1 << 18;
const HEAD_PIECE = 1 << 14;
/** No more of a record than this is shown. */
const MOST_SHOWN = 1 << 20;

/**
 * A table of delimited text that stays on the disk, so that memory is the same however large it is. What is wrong with
 * its bytes further on is found where it is folded. `isNamed`: the user says how it is encoded.
 */
export async function storedTable(
  text: ByteRange,
  { file, isNamed, watch }: { readonly file: string; readonly isNamed: boolean; readonly watch: Watch },
): Promise<CsvTable | Problem> {
  const beginning = readPiece(text, 0, PIECE, file);
  const { skipped, firstLine, delimiter } = dialectOf(beginning);
  const range = { ...text, start: text.start + skipped, length: text.length - skipped };
  const whole = { line: 1, offset: 0 };
  if (!isSound(text, { file, isNamed })) {
    const suspect = isNamed ? null : suspectInText(readPiece(text, 0, MOST_BYTES, file), file);
    const wrong = invalidText(text, whole, file) ?? suspect;
    if (wrong !== null) return wrong;
  }

  const excelLineOf = storedExcelLines(range, firstLine, file);
  const locate: Table["locate"] = (row, index, field) => {
    const { line, column, excerpt } = locateField(recordAt(row), { line: row.line, offset: 0 }, index, delimiter);
    const cell = cellName(index ?? 0, excelLineOf(row));
    return { at: { in: "text", file, line, column, field, cell }, excerpt };
  };
  const recordAt = ({ offset }: RowPlace) => {
    const piece = readPiece(range, offset, 1 << 16, file);
    return wholeRecords(piece) > 0 ? piece : readPiece(range, offset, MOST_SHOWN, file);
  };
  const reached = (done: number) => watch({ doing: "folding", file, done, total: range.length });
  const bytes: TableBytes = {
    length: range.length,
    reached,
    open: () => openRange(range, file),
    range,
    held: null,
    print: () => printOf(readPiece(range, Math.max(0, range.length - PRINTED), PRINTED, file)),
    firstLine,
    delimiter,
    cellsAt: (row) => recordCells(recordAt(row), 0, delimiter),
    faultAt: (row) => findFault(range, row, { delimiter, file, locate }),
  };
  const records = { delimiter, firstLine, file, locate };
  const rows = () => storedRows(range, { ...records, piece: PIECE, reached });
  try {
    const head = await take(storedRows(range, { ...records, piece: HEAD_PIECE }), HEAD);
    reached(0);
    return { table: { file, sheet: null, bytes, head, rows, locate }, delimiter };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const [wrong = problem("file-empty", {}, { at: { in: "file", file } })] = error.problems;
    return invalidText(text, whole, file) ?? wrong;
  }
}

/** Whether what a file begins with is text, and nothing of it in doubt; piece by piece in the same memory. */
function isSound(text: ByteRange, { file, isNamed }: { readonly file: string; readonly isNamed: boolean }): boolean {
  const room = Buffer.allocUnsafe(Math.min(PIECE, text.length));
  const reader = openRange(text, file);
  try {
    for (let at = 0; at < Math.min(MOST_BYTES, text.length);) {
      const piece = room.subarray(0, Math.min(room.length, text.length - at));
      reader.read(piece, at);
      const isLast = at + piece.length === text.length;
      const lines = piece.subarray(0, isLast ? undefined : piece.lastIndexOf(0x0a) + 1);
      if (lines.length === 0 || !isText(lines) || (!isNamed && suspectInText(lines, file) !== null)) return false;
      at += lines.length;
    }
    return true;
  } finally {
    reader.close();
  }
}

interface StoredRecords extends RecordsIn {
  readonly piece: number;
  readonly reached?: (offset: number) => void;
}

async function* storedRows(
  range: ByteRange,
  { piece: first, reached = () => {}, ...records }: StoredRecords,
): AsyncGenerator<Row, undefined> {
  let position = 0;
  let line = records.firstLine;
  for (let size = first; position < range.length;) {
    const piece = readPiece(range, position, size, records.file);
    const isLast = position + piece.length === range.length;
    const end = isLast ? piece.length : wholeRecords(piece);
    if (end === 0) {
      size *= 2;
      continue;
    }
    const whole = piece.subarray(0, end);
    const start = { line, offset: position };
    // One piece after the other: that is what keeps memory small.
    // oxlint-disable-next-line no-await-in-loop
    const rows = await readRecords(whole, {
      ...records,
      firstLine: 0,
      locate: (row, ...cell) => records.locate(moved(row, start), ...cell),
    });
    if ("code" in rows) throw new ProblemError([rows]);
    for (const { at, cells } of rows) yield { at: moved(at, start), cells };
    line += countLines(whole, 0, end);
    position += end;
    size = first;
    reached(position);
    // Meanwhile the process may be told to end.
    // oxlint-disable-next-line no-await-in-loop
    await pause();
  }
}

function moved({ line, offset }: RowPlace, start: RowPlace): RowPlace {
  return { line: line + start.line, offset: offset + start.offset };
}

async function take(rows: AsyncIterable<Row>, most: number): Promise<Row[]> {
  const head: Row[] = [];
  for await (const row of rows) {
    head.push(row);
    if (head.length === most) break;
  }
  return head;
}
