import type { Class, FoldedRow, RowPlace } from "../../model.ts";

/**
 * Folded rows of a part of a table, in the order of their first rows. It looks at one of them, that at `at`: there may be
 * many, so nothing is made of what is not asked for.
 */
export interface FoldedView {
  readonly length: number;
  at: number;
  /** For each class column: what the numbers of its classes stand for. */
  readonly classes: readonly (readonly Class[])[];
  readonly rows: number;
  readonly first: RowPlace;
  readonly firstOffset: number;
  readonly second: RowPlace | null;
  /** The number of its class in a column. */
  readonly classAt: (column: number) => number;
  readonly total: (sum: number) => number;
  /** In how many rows a count is reported, and in how many it cannot be read. */
  readonly reported: (sum: number) => number;
  readonly unread: (sum: number) => number;
}

/** Rows that were folded as rows: each has classes of its own. */
export class RowsView implements FoldedView {
  readonly length: number;
  readonly classes: readonly (readonly Class[])[];
  readonly #rows: readonly FoldedRow[];
  at = 0;

  constructor(rows: readonly FoldedRow[], columns: number) {
    this.length = rows.length;
    this.classes = Array.from({ length: columns }, (_, column) => rows.map(({ classes }) => classes[column] ?? null));
    this.#rows = rows;
  }

  get rows(): number {
    return this.#row.rows;
  }

  get first(): RowPlace {
    return this.#row.first;
  }

  get firstOffset(): number {
    return this.#row.first.offset;
  }

  get second(): RowPlace | null {
    return this.#row.second;
  }

  classAt(): number {
    return this.at;
  }

  total(sum: number): number {
    return this.#row.sums[sum]?.total ?? 0;
  }

  reported(sum: number): number {
    return this.#row.sums[sum]?.reported ?? 0;
  }

  unread(sum: number): number {
    return this.#row.sums[sum]?.unread ?? 0;
  }

  get #row(): FoldedRow {
    return this.#rows[this.at] as FoldedRow;
  }
}
