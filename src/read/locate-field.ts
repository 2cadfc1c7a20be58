import type { Excerpt, RowPlace } from "../model.ts";
import { splitCells } from "../text/split-cells.ts";

export interface FieldPlace {
  readonly line: number;
  readonly column: number;
  readonly excerpt: Excerpt;
}

/**
 * The line and column of a field in delimited text, found by a second look at its record alone, so that reading need
 * not keep them. `index` null is the record itself; a field past its end is the record's end.
 */
export function locateField(utf8: Buffer, row: RowPlace, index: number | null, delimiter: string): FieldPlace {
  const text = recordText(utf8, row.offset);
  const { start, end } = index === null ? { start: 0, end: text.length } : fieldRange(text, index, delimiter);
  const before = text.slice(0, start).split(LINE_END);
  const lineStart = start - (before.at(-1)?.length ?? 0);
  const line = text.slice(lineStart).split(LINE_END, 1)[0] ?? "";
  const column = [...text.slice(lineStart, start)].length;
  const length = Math.max(1, [...text.slice(start, Math.min(end, lineStart + line.length))].length);
  return { line: row.line + before.length - 1, column: column + 1, excerpt: { line, start: column, length } };
}

const LINE_END = /\r\n|\n|\r/;

/** The cells of a record, by a second look at it. */
export function recordCells(utf8: Buffer, offset: number, delimiter: string): readonly string[] {
  return splitCells(recordText(utf8, offset), delimiter) ?? [];
}

/** From a record's first byte to its end: the first line end outside quotes. */
function recordText(utf8: Buffer, offset: number): string {
  let quoted = false;
  let end = offset;
  while (end < utf8.length && (quoted || (utf8[end] !== 0x0a && utf8[end] !== 0x0d))) {
    if (utf8[end] === 0x22) quoted = !quoted;
    end++;
  }
  return utf8.subarray(offset, end).toString("utf8");
}

function fieldRange(text: string, index: number, delimiter: string): { readonly start: number; readonly end: number } {
  let quoted = false;
  let field = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || text[at] !== delimiter) continue;
    if (field === index) return { start, end: at };
    field++;
    start = at + 1;
  }
  const end = text.trimEnd().length;
  return field === index ? { start, end: Math.max(start, end) } : { start: end, end };
}
