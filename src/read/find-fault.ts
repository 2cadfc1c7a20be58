import type { ByteRange, RowPlace } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { countLines, readRecords } from "./csv-table.ts";
import type { RecordsIn } from "./csv-table.ts";
import { invalidUtf8, isText } from "./decode.ts";
import { readPiece } from "./stored-bytes.ts";

const PIECE = 1 << 20;

/** What is wrong from a row on: bytes that are no text come before quotes that do not fit, wherever they are. */
export async function findFault(
  range: ByteRange,
  row: RowPlace,
  records: Pick<RecordsIn, "delimiter" | "file" | "locate">,
): Promise<Problem> {
  const { file, locate } = records;
  const invalid = invalidText(range, row, file);
  if (invalid !== null) return invalid;
  const within: RecordsIn = {
    ...records,
    firstLine: 0,
    locate: ({ line, offset }, ...cell) => locate({ line: line + row.line, offset: offset + row.offset }, ...cell),
  };
  for (let size = PIECE; ; size *= 2) {
    const piece = readPiece(range, row.offset, size, file);
    // In turn, since most quotes that do not fit show themselves at once.
    // oxlint-disable-next-line no-await-in-loop
    const read = await readRecords(piece, within);
    if ("code" in read) return read;
    if (row.offset + piece.length === range.length)
      return problem("file-unreadable", { detail: "it changed while it was read" }, { at: { in: "file", file } });
  }
}

/** The first byte from a row on that is no UTF-8, or a NUL. */
export function invalidText(range: ByteRange, { line, offset }: RowPlace, file: string): Problem | null {
  let lines = 0;
  for (let position = offset; position < range.length;) {
    const piece = readPiece(range, position, PIECE, file);
    const isLast = position + piece.length === range.length;
    const whole = piece.subarray(0, isLast ? undefined : lastBreak(piece));
    if (!isText(whole)) return movedBy(invalidUtf8(whole, file), line - 1 + lines);
    lines += countLines(whole, 0, whole.length);
    position += whole.length;
  }
  return null;
}

/** Behind the last line, so that no character is cut; in a line that is longer, before a character begins. */
function lastBreak(piece: Buffer): number {
  const feed = piece.lastIndexOf(0x0a);
  if (feed >= 0) return feed + 1;
  let at = piece.length - 1;
  while (at > piece.length - 4 && ((piece[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

function movedBy(found: Problem, lines: number): Problem {
  const { at } = found;
  return at?.in === "text" ? { ...found, at: { ...at, line: at.line + lines } } : found;
}
