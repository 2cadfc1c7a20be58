import { widthOf, wrap } from "../text/width.ts";
import type { WorkbookCell, WorkbookColumn } from "./workbook.ts";

const LINE = 15;
/** Excel allows 409 points. */
const MOST_LINES = 27;
/** Some letters are wider than the digits that a column's width counts. */
const ROOM = 0.9;

/**
 * How high a row has to be for its texts in several lines, in points; `null` where one line is enough. Not every program
 * works it out by itself, and the rest of a name would not be seen.
 */
export function rowHeight(cells: readonly WorkbookCell[], columns: readonly WorkbookColumn[]): number | null {
  const lines = cells.map((cell, index) => {
    const { kind, width } = columns[index] ?? {};
    const text = typeof cell === "object" ? cell.value : cell;
    if (kind !== "wrapped" || width === undefined || typeof text === "number") return 1;
    return text.split("\n").reduce((sum, line) => sum + linesIn(line, Math.floor(width * ROOM)), 0);
  });
  const most = Math.min(MOST_LINES, Math.max(1, ...lines));
  return most === 1 ? null : most * LINE;
}

function linesIn(text: string, width: number): number {
  if (widthOf(text) <= width) return 1;
  // A word that is longer than a line, a path for instance, is broken wherever the line ends.
  return wrap(text, width)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}
