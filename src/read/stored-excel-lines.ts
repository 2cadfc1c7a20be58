import type { ByteRange, RowPlace } from "../model.ts";
import { openRange } from "./stored-bytes.ts";

const QUOTE = 0x22;
const FEED = 0x0a;
const RETURN = 0x0d;
const PIECE = 1 << 18;

/** Lines that end within quotes before a piece begins, and whether it begins within. */
interface Before {
  readonly breaks: number;
  readonly quoted: boolean;
}

/**
 * The same as `excelLines`, of a table that stays on the disk. It is read again as far as a line is asked for, and how
 * many lines end within quotes is kept by pieces.
 */
export function storedExcelLines(range: ByteRange, firstLine: number, name: string): (row: RowPlace) => number {
  const before: Before[] = [{ breaks: 0, quoted: false }];
  // All pieces are read into the same memory: to touch new memory takes longer than to read.
  let room: Buffer | null = null;
  return ({ line, offset }) => {
    room ??= Buffer.allocUnsafeSlow(PIECE + 1);
    const all = room;
    const reader = openRange(range, name);
    const pieceAt = (index: number) => {
      const piece = all.subarray(0, Math.max(0, Math.min(all.length, range.length - index * PIECE)));
      reader.read(piece, index * PIECE);
      return piece;
    };
    try {
      const index = Math.floor(offset / PIECE);
      for (let known = before.length; known <= index; known++)
        before.push(countBreaks(pieceAt(known - 1), PIECE, before[known - 1]));
      const within = countBreaks(pieceAt(index), offset - index * PIECE, before[index]);
      return line - firstLine + 1 - within.breaks;
    } finally {
      reader.close();
    }
  };
}

/** Of a piece up to `end`; the byte behind it tells whether a return there is half a line end. */
function countBreaks(piece: Buffer, end: number, { breaks, quoted }: Before = { breaks: 0, quoted: false }): Before {
  let count = breaks;
  let inside = quoted;
  for (let at = 0; at < end;) {
    const quote = piece.indexOf(QUOTE, at);
    const until = quote < 0 || quote > end ? end : quote;
    if (inside) count += breaksIn(piece, at, until);
    if (quote < 0 || quote >= end) break;
    inside = !inside;
    at = quote + 1;
  }
  return { breaks: count, quoted: inside };
}

function breaksIn(piece: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++)
    if (piece[at] === FEED || (piece[at] === RETURN && piece[at + 1] !== FEED)) count++;
  return count;
}
