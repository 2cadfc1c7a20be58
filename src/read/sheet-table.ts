import type { Cell, Row, RowPlace, Table } from "../model.ts";
import { cellName } from "./cell-name.ts";

/** How many rows are offered as the head of a table. */
const HEAD = 40;

/** A row of a sheet as it was read: its number, and its cells up to the last that holds something. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A table of a sheet, in memory. Rows are in the order of their lines, and each line is there once. */
export function sheetTable(rows: readonly SheetRow[], file: string, sheet: string): Table {
  // A sheet has no ends of rows: one that ends early is as wide as the head, and its last cells are empty.
  const width = Math.max(0, ...rows.slice(0, HEAD).map(({ cells }) => cells.length));
  const padded = ({ line, cells }: SheetRow): Row => ({
    at: { line, offset: line },
    cells: cells.length < width ? [...cells, ...Array<Cell>(width - cells.length).fill("")] : cells,
  });
  let byLine: ReadonlyMap<number, readonly Cell[]> | null = null;

  const locate: Table["locate"] = ({ line }: RowPlace, index, field) => {
    byLine ??= new Map(rows.map((row) => [row.line, row.cells]));
    const texts = (byLine.get(line) ?? []).map((cell) => String(cell).replaceAll(/\s+/g, " "));
    const before = texts.slice(0, index ?? 0).map((text) => `${text} | `);
    const text = texts.join(" | ");
    const start = index === null || index >= texts.length ? 0 : [...before.join("")].length;
    const length = index === null || index >= texts.length ? text.length : [...(texts[index] ?? "")].length;
    const cell = cellName(index ?? 0, line);
    return {
      at: { in: "sheet", file, sheet, line, column: (index ?? 0) + 1, cell, field },
      excerpt: { line: text, start, length: Math.max(1, length) },
    };
  };
  return {
    file,
    sheet,
    bytes: null,
    head: rows.slice(0, HEAD).map(padded),
    *rows() {
      for (const row of rows) yield padded(row);
    },
    locate,
  };
}

/** Cells up to the last that holds something; `null` where none does. */
export function trimmed(cells: Cell[]): Cell[] | null {
  while (cells.length > 0 && String(cells.at(-1)).trim() === "") cells.pop();
  return cells.length > 0 ? cells : null;
}
