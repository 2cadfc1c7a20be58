import type { Cell, Row, Source, SourceColumn } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { groupBy } from "../text/group-by.ts";

/** A row taken as the header of a source. */
export interface Fit {
  readonly source: Source;
  readonly row: Row;
  /** The source's columns by their index in the row. */
  readonly columns: ReadonlyMap<string, number>;
  /** Required columns that the row lacks, as the source calls them. */
  readonly missing: readonly string[];
  /** A header cell that names a column which another one names already. */
  readonly twice: { readonly index: number; readonly header: string } | null;
}

/** Formats by the texts of their headers. */
export interface HeaderIndex {
  /** The columns that a text can name, by its folded spelling. */
  readonly columns: ReadonlyMap<string, readonly { readonly source: Source; readonly column: string }[]>;
  /** What rows met so far are the header of: four quarters of an export have the same one. */
  readonly met: Map<string, readonly Omit<Fit, "row">[]>;
  /** The row that was looked at last: small files share the one that is their header. */
  last: { readonly row: Row; readonly fits: readonly Fit[] } | null;
}

export function indexHeaders(sources: readonly Source[]): HeaderIndex {
  const index = new Map<string, { source: Source; column: string }[]>();
  for (const source of sources) {
    for (const [column, { header }] of Object.entries(source.columns)) {
      for (const spelling of new Set(header.map(foldText))) {
        const named = index.get(spelling);
        if (named === undefined) index.set(spelling, [{ source, column }]);
        else named.push({ source, column });
      }
    }
  }
  return { columns: index, met: new Map(), last: null };
}

/** The first row that is the header of any source, read as the header of each that it fits; else the nearest miss. */
export function findHeader(
  rows: Iterable<Row>,
  index: HeaderIndex,
): { readonly fits: readonly Fit[]; readonly nearest: Fit | null } {
  let nearest: Fit | null = null;
  for (const row of rows) {
    const tried = fitRow(row, index);
    const fits = tried.filter(({ missing }) => missing.length === 0);
    if (fits.length > 0) return { fits, nearest: null };
    for (const fit of tried) {
      if (nearest === null || share(fit) > share(nearest)) nearest = fit;
    }
  }
  return { fits: [], nearest };
}

/** The row as the header of every source of which it names a column. */
function fitRow(row: Row, index: HeaderIndex): readonly Fit[] {
  if (index.last?.row === row) return index.last.fits;
  const text = row.cells.join("\0");
  const known = index.met.get(text) ?? fitCells(row.cells, index.columns);
  index.met.set(text, known);
  const fits = known.map((fit) => ({ ...fit, row }));
  index.last = { row, fits };
  return fits;
}

function fitCells(cells: readonly Cell[], index: HeaderIndex["columns"]): Omit<Fit, "row">[] {
  const found = new Map<Source, { columns: Map<string, number>; twice: Fit["twice"] }>();
  for (const [position, cell] of cells.entries()) {
    for (const { source, column } of index.get(foldText(String(cell))) ?? []) {
      const fit = found.get(source) ?? { columns: new Map<string, number>(), twice: null };
      found.set(source, fit);
      if (fit.columns.has(column)) fit.twice = { index: position, header: String(cell) };
      else fit.columns.set(column, position);
    }
  }
  return [...found].map(([source, { columns, twice }]) => {
    return { source, columns, twice, missing: lackingIn(source, columns) };
  });
}

/** Required columns of a source that are not among those found. */
export function lackingIn({ columns }: Source, found: ReadonlyMap<string, number>): string[] {
  return Object.entries(columns).flatMap(([name, { optional }]) => (optional || found.has(name) ? [] : [name]));
}

/** The headers that a row lacks, spelt as the others are: of a column with names in two languages the one in theirs. */
export function missingHeaders({ source, row, columns, missing }: Fit): string[] {
  const positions = [...columns].map(([name, index]) => {
    const written = foldText(String(row.cells[index] ?? ""));
    return Math.max(0, source.columns[name]?.header.map(foldText).indexOf(written) ?? 0);
  });
  const [usual = 0] = [...groupBy(positions, (position) => position).values()]
    .sort((one, other) => other.length - one.length)
    .flat();
  return missing.map((name) => {
    const { header = [] } = source.columns[name] ?? {};
    return header[usual] ?? header.at(-1) ?? name;
  });
}

/** Columns without which a table is no export of a source. */
export function requiredColumns(source: Source): SourceColumn[] {
  return Object.values(source.columns).filter(({ optional }) => !optional);
}

/** How many of the required columns of a source a row has that lacks some. */
export function requiredOf(source: Source, missing: readonly string[]): number {
  return requiredColumns(source).length - missing.length;
}

/** How much of a source a row has. */
export function share({ columns, missing }: Fit): number {
  return columns.size / (columns.size + missing.length);
}
