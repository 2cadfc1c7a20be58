import type { Cell, Class, FoldedRow, FoldSpec, Row, Table } from "../model.ts";
import { isRectangular } from "../text/cells.ts";
import { classify } from "./classify.ts";

/** A row of a table, with the folded row that it went into. */
export interface FoundRow {
  readonly row: Row;
  readonly folded: FoldedRow;
}

/**
 * Reads a table a second time and finds the rows behind folded rows, in the table's order. It classifies texts as the
 * first reading did, so the two cannot disagree; who has seen enough stops, and no further row is read.
 */
export async function* findRows(
  table: Table,
  spec: FoldSpec,
  folded: readonly FoldedRow[],
): AsyncGenerator<FoundRow, void> {
  const bySignature = new Map(folded.map((one) => [JSON.stringify(one.classes), one]));
  const met = spec.classes.map(() => new Map<Cell, Class>());
  const classOf = (cell: Cell, position: number): Class => {
    const known = met[position]?.get(cell);
    if (known !== undefined) return known;
    const column = spec.classes[position];
    const found = column === undefined ? null : classify(column.classing, cell);
    met[position]?.set(cell, found);
    return found;
  };
  for await (const row of table.engine?.rowsBehind(spec, folded) ?? table.rows()) {
    if (row.at.line <= spec.headerLine || !isRectangular(row.cells, spec.width)) continue;
    const classes = spec.classes.map(({ index }, position) => classOf(row.cells[index] ?? "", position));
    const found = bySignature.get(JSON.stringify(classes));
    if (found !== undefined) yield { row, folded: found };
  }
}
