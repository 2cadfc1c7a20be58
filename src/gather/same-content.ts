import type { Table, TableBytes } from "../model.ts";

/** Equal for tables of equal content, and seldom for others. */
export function sizeOf(table: Table): number {
  return table.bytes?.length ?? cellsOf(table).length;
}

/** So many bytes of two tables are compared at once. */
const COMPARED = 1 << 18;

export function hasSameContent(one: Table, other: Table): boolean {
  if (one.bytes === null || other.bytes === null) return cellsOf(one) === cellsOf(other);
  if (one.bytes.length !== other.bytes.length) return false;
  for (let at = 0; at < one.bytes.length; at += COMPARED)
    if (Buffer.compare(pieceOf(one.bytes, at), pieceOf(other.bytes, at)) !== 0) return false;
  return true;
}

function pieceOf({ held, length, open }: TableBytes, at: number): Uint8Array {
  if (held !== null) return held.subarray(at, at + COMPARED);
  const piece = new Uint8Array(Math.min(COMPARED, length - at));
  const reader = open();
  try {
    reader.read(piece, at);
    return piece;
  } finally {
    reader.close();
  }
}

/** The cells of a sheet as one text; a sheet that comes in portions is not compared. */
function cellsOf(table: Table): string {
  const rows = table.rows();
  if (!(Symbol.iterator in rows)) return table.file;
  let text = "";
  for (const { cells } of rows) text += `${cells.join("\0")}\n`;
  return text;
}
