import type { Row, Source, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { columnNumbers } from "./column-numbers.ts";
import { share } from "./find-header.ts";
import type { Fit } from "./find-header.ts";
import { endsWith, headerPaths, parseSpelling } from "./header-paths.ts";
import type { HeaderPath, Spelling } from "./header-paths.ts";

/** A block of rows taken as the stacked header of a form. */
export interface FormFit extends Fit {
  /** Rows above the header, and those that are it. */
  readonly titles: readonly Row[];
  readonly header: readonly Row[];
  /** The last row that is header: numbers and formulas of columns stand below the labels. */
  readonly row: Row;
  readonly paths: readonly HeaderPath[];
  readonly numbers: ReadonlyMap<number, number> | null;
  /** How many columns were found by their labels; the others by their numbers. */
  readonly labelled: number;
}

/** A header of official forms has at most so many rows. */
const MOST_ROWS = 8;

/** Whether files of a source can have titles, stacked headers or sections, so that a row alone does not say what it is. */
export function isForm({ sections, ignore, unitOfFile, columns }: Source): boolean {
  const stacked = Object.values(columns).some(
    ({ header, number }) => number !== null || header.some((text) => text.includes(">")),
  );
  return stacked || sections !== null || ignore.length > 0 || unitOfFile;
}

/** For every source the block of rows that fits it best; those that lack nothing, if there are any. */
export function findForm(head: readonly Row[], sources: readonly Source[]): FormFit[] {
  const fits = sources.flatMap((source) => bestBlock(head, source) ?? []);
  const complete = fits.filter(({ missing }) => missing.length === 0);
  // Forms of one kind have the same numbers, and only the labels tell them apart.
  const most = Math.max(...complete.map(({ labelled }) => labelled));
  if (complete.length > 0) return complete.filter(({ labelled }) => labelled === most);
  return fits.sort((a, b) => share(b) - share(a) || b.labelled - a.labelled);
}

function bestBlock(head: readonly Row[], source: Source): FormFit | null {
  const spellings = Object.entries(source.columns).map(([name, { header }]) => {
    return { name, spellings: header.map(parseSpelling) };
  });
  let best: FormFit | null = null;
  for (let last = 0; last < head.length; last++) {
    for (let first = last; first >= Math.max(0, last - MOST_ROWS + 1); first--) {
      const fit = fitBlock(head, first, last, source, spellings);
      // Numbers alone could be those of any form.
      if (fit.labelled === 0 || fit.labelled * 2 < fit.columns.size) continue;
      if (best === null || scoreOf(fit) > scoreOf(best)) best = fit;
      if (fit.labelled === spellings.length) return fit;
    }
  }
  return best;
}

function scoreOf({ columns, labelled }: FormFit): number {
  return columns.size + labelled;
}

type Spelt = readonly { readonly name: string; readonly spellings: readonly Spelling[] }[];

function fitBlock(head: readonly Row[], first: number, last: number, source: Source, spelt: Spelt): FormFit {
  const paths = headerPaths(head.slice(first, last + 1));
  const { end, numbers } = below(head, last);
  const columns = new Map<string, number>();
  let twice: Fit["twice"] = null;
  let byLabel = 0;
  for (const { name, spellings } of spelt) {
    const number = source.columns[name]?.number ?? null;
    const ending = paths.flatMap((path, index) => {
      const fitting = spellings.filter((spelling) => endsWith(path, spelling));
      return fitting.length > 0 ? [{ index, isWhole: fitting.some(({ length }) => length === path.length) }] : [];
    });
    // "Tổng" is the column that is called so before those of which it is a part.
    const whole = ending.filter(({ isWhole }) => isWhole);
    const labelled = (whole.length > 0 ? whole : ending).map(({ index }) => index);
    const numbered = [...(numbers ?? [])].flatMap(([index, found]) => (found === number ? [index] : []));
    const [index, other] = labelled.length > 1 ? both(labelled, numbered) : labelled.length === 1 ? labelled : numbered;
    if (index === undefined) continue;
    columns.set(name, index);
    if (labelled.includes(index)) byLabel++;
    if (other !== undefined) twice ??= { index: other, header: paths[other]?.at(-1) ?? "" };
  }
  const missing = Object.entries(source.columns).flatMap(([name, { optional, header }]) =>
    optional || columns.has(name) ? [] : [header[0] ?? name],
  );
  const row = head[end] ?? { at: { line: 1, offset: 0 }, cells: [] };
  return {
    source,
    titles: head.slice(0, first),
    header: head.slice(first, end + 1),
    row,
    paths,
    numbers,
    columns,
    missing,
    twice,
    labelled: byLabel,
  };
}

/** Columns that several labels could name: those whose number is right, if there are any. */
function both(labelled: readonly number[], numbered: readonly number[]): readonly number[] {
  const agreed = labelled.filter((index) => numbered.includes(index));
  return agreed.length > 0 ? agreed : labelled;
}

/** Rows of numbers and formulas under the labels. */
function below(head: readonly Row[], last: number): { readonly end: number; readonly numbers: FormFit["numbers"] } {
  let end = last;
  let numbers: FormFit["numbers"] = null;
  for (let next = head[end + 1]; next !== undefined; next = head[end + 1]) {
    const found = columnNumbers(next);
    if (found === null && !isFormulas(next)) break;
    numbers ??= found;
    end++;
  }
  return { end, numbers };
}

const FORMULA = /^\(?\d{1,2}\)?\s*=\s*\(?\d/u;

function isFormulas({ cells }: Row): boolean {
  const texts = cells.map((cell) => String(cell).trim()).filter((text) => text !== "");
  return texts.length > 0 && texts.every((text) => FORMULA.test(text) || /^\(?[\dA-E]{1,2}\)?$/u.test(text));
}

/** Columns whose label says one thing and whose number another. */
export function wrongNumbers({ source, columns, numbers, paths, row }: FormFit, table: Table): Problem[] {
  return [...columns].flatMap(([name, index]) => {
    const expected = source.columns[name]?.number ?? null;
    const found = numbers?.get(index);
    if (expected === null || found === undefined || found === expected) return [];
    const header = paths[index]?.at(-1) ?? "";
    return [problem("column-number-wrong", { header, found, expected }, table.locate(row.at, index, header))];
  });
}
