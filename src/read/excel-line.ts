import type { RowPlace } from "../model.ts";

/**
 * The line on which a row of delimited text stands in Excel: a `sep=` line is none there, and a row whose cells hold line
 * breaks is one.
 */
export function excelLines(utf8: Buffer, firstLine: number): (row: RowPlace) => number {
  let breaks: readonly number[] | null = null;
  return ({ line, offset }) => {
    breaks ??= utf8.includes(QUOTE) ? breaksInCells(utf8) : [];
    return line - firstLine + 1 - countBelow(breaks, offset);
  };
}

const QUOTE = 0x22;

/** The offsets of line ends within quotes, in order. */
function breaksInCells(utf8: Buffer): readonly number[] {
  const breaks: number[] = [];
  let end = 0;
  for (let start = utf8.indexOf(QUOTE); start >= 0; start = utf8.indexOf(QUOTE, end + 1)) {
    end = utf8.indexOf(QUOTE, start + 1);
    if (end < 0) break;
    for (let at = start; at < end; at++) {
      if (utf8[at] === 0x0a || (utf8[at] === 0x0d && utf8[at + 1] !== 0x0a)) breaks.push(at);
    }
  }
  return breaks;
}

function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
