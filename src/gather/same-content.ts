import type { Table, TableBytes } from "../model.ts";

/** So many bytes of two tables are compared at once. */
const COMPARED = 1 << 18;

/**
 * A text that is equal for tables of equal content, and seldom for others, so that of ten thousand tables few are
 * compared. A sheet that comes in portions is only like itself.
 */
export function contentPrint(table: Table): string {
  if (table.bytes === null) return cellsOf(table);
  return `${table.bytes.length}\0${table.bytes.print()}`;
}

/** Of two tables with one print. */
export function hasSameContent(one: Table, other: Table): boolean {
  if (one.bytes === null || other.bytes === null) return one.bytes === other.bytes;
  for (let at = 0; at < one.bytes.length; at += COMPARED)
    if (Buffer.compare(pieceOf(one.bytes, at, COMPARED), pieceOf(other.bytes, at, COMPARED)) !== 0) return false;
  return true;
}

function pieceOf(bytes: TableBytes, at: number, most: number): Uint8Array {
  if (bytes.held !== null) return bytes.held.subarray(at, at + most);
  const piece = new Uint8Array(Math.min(most, bytes.length - at));
  const reader = bytes.open();
  try {
    reader.read(piece, at);
    return piece;
  } finally {
    reader.close();
  }
}

/** The cells of a sheet as one text. */
function cellsOf(table: Table): string {
  const rows = table.rows();
  if (!(Symbol.iterator in rows)) return `${table.file}\0${table.sheet ?? ""}`;
  let text = "";
  for (const { cells } of rows) text += `${cells.join("\0")}\n`;
  return text;
}
