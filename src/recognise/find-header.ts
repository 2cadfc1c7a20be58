import type { Row, Source } from "../model.ts";
import { foldText } from "../text/fold-text.ts";

/** A row taken as the header of a source. */
export interface Fit {
  readonly source: Source;
  readonly row: Row;
  /** The source's columns by their index in the row. */
  readonly columns: ReadonlyMap<string, number>;
  /** Required columns that the row lacks, by their first spelling. */
  readonly missing: readonly string[];
  /** A header cell that names a column which another one names already. */
  readonly twice: { readonly index: number; readonly header: string } | null;
}

/** The first row that is the header of any source, read as the header of each that it fits; else the nearest miss. */
export function findHeader(rows: readonly Row[], sources: readonly Source[]): { readonly fits: readonly Fit[]; readonly nearest: Fit | null } {
  let nearest: Fit | null = null;
  for (const row of rows) {
    const cells = row.cells.map((cell) => foldText(String(cell)));
    const tried = sources.map((source) => fitHeader(source, row, cells));
    const fits = tried.filter(({ missing }) => missing.length === 0);
    if (fits.length > 0) return { fits, nearest: null };
    for (const fit of tried) {
      if (fit.columns.size > 0 && (nearest === null || share(fit) > share(nearest))) nearest = fit;
    }
  }
  return { fits: [], nearest };
}

function fitHeader(source: Source, row: Row, cells: readonly string[]): Fit {
  const columns = new Map<string, number>();
  const missing: string[] = [];
  let twice: Fit["twice"] = null;
  for (const [name, column] of Object.entries(source.columns)) {
    const spellings = new Set(column.header.map(foldText));
    const [first, second] = cells.flatMap((cell, index) => (spellings.has(cell) ? [index] : []));
    if (first !== undefined) columns.set(name, first);
    else if (!column.optional) missing.push(column.header[0] ?? name);
    if (second !== undefined) twice = { index: second, header: String(row.cells[second]) };
  }
  return { source, row, columns, missing, twice };
}

function share({ columns, missing }: Fit): number {
  return columns.size / (columns.size + missing.length);
}
