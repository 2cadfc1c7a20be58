import type { Row, Source, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { columnNumbers } from "./column-numbers.ts";
import { lackingIn, share } from "./find-header.ts";
import type { Fit } from "./find-header.ts";
import { endsWith, headerPaths, parseSpelling, wordsOf } from "./header-paths.ts";
import type { HeaderPath, Spelling, Words } from "./header-paths.ts";

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
  for (const [last, { cells }] of head.entries()) {
    // A header's last row has labels beside each other.
    if (cells.filter((cell) => String(cell).trim() !== "").length < 2) continue;
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
  const words = paths.map((path) => path.map(wordsOf));
  const labels = new Map(spelt.map(({ name, spellings }) => [name, columnsLabelled(words, spellings)]));
  const { end, numbers } = below(head, last, source, labels);
  const columns = new Map<string, number>();
  let twice: Fit["twice"] = null;
  let byLabel = 0;
  for (const [name, found] of labels) {
    const number = source.columns[name]?.number ?? null;
    const numbered = [...(numbers ?? [])].flatMap(([index, bears]) => (bears === number ? [index] : []));
    const [index, other] = found.length > 1 ? both(found, numbered) : found.length === 1 ? found : numbered;
    if (index === undefined) continue;
    columns.set(name, index);
    if (found.includes(index)) byLabel++;
    if (other !== undefined) twice ??= { index: other, header: paths[other]?.at(-1) ?? "" };
  }
  const missing = lackingIn(source, columns);
  const [titles, header] = [head.slice(0, first), head.slice(first, end + 1)];
  const row = head[end] ?? { at: { line: 1, offset: 0 }, cells: [] };
  return { source, titles, header, row, paths, numbers, columns, missing, twice, labelled: byLabel };
}

/** The columns whose labels a source's column may have. */
function columnsLabelled(paths: readonly (readonly Words[])[], spellings: readonly Spelling[]): readonly number[] {
  const ending = paths.flatMap((path, index) => {
    const fitting = spellings.filter((spelling) => endsWith(path, spelling));
    return fitting.length > 0 ? [{ index, isWhole: fitting.some(({ length }) => length === path.length) }] : [];
  });
  // "Tổng" is the column that is called so before those of which it is a part.
  const whole = ending.filter(({ isWhole }) => isWhole);
  return (whole.length > 0 ? whole : ending).map(({ index }) => index);
}

/** Columns that several labels could name: those whose number is right, if there are any. */
function both(found: readonly number[], numbered: readonly number[]): readonly number[] {
  const agreed = found.filter((index) => numbered.includes(index));
  return agreed.length > 0 ? agreed : found;
}

/** The row of numbers and that of formulas under the labels, one each at the most. */
function below(head: readonly Row[], last: number, source: Source, labels: ReadonlyMap<string, readonly number[]>) {
  let end = last;
  let numbers: FormFit["numbers"] = null;
  let formulas = false;
  for (let next = head[end + 1]; next !== undefined; next = head[end + 1]) {
    const found: FormFit["numbers"] = numbers === null ? columnNumbers(next) : null;
    if (found !== null && (isBracketed(next) || isOf(found, source, labels))) numbers = found;
    else if (!formulas && isFormulas(next)) formulas = true;
    else break;
    end++;
  }
  return { end, numbers };
}

/** No row of data is `(1) (2) (3)`, nor what Excel makes of it: −1, −2, −3. */
function isBracketed({ cells }: Row): boolean {
  return cells.every((cell) => /^(?:[(-].*|[A-EĐÐ])?$/su.test(String(cell).trim()));
}

/** Whether numbers are those of a source's columns: of those found by label at least half bear their own. */
function isOf(
  numbers: ReadonlyMap<number, number>,
  { columns }: Source,
  labels: ReadonlyMap<string, readonly number[]>,
): boolean {
  const due = [...labels].flatMap(([name, [index]]) => {
    const number = columns[name]?.number ?? null;
    return number === null || index === undefined ? [] : [numbers.get(index) === number];
  });
  return due.length > 0 && due.filter(Boolean).length * 2 >= due.length;
}

const FORMULA = /^\(?\d{1,2}\)?\s*=\s*\(?\d/u;

function isFormulas({ cells }: Row): boolean {
  const texts = cells.map((cell) => String(cell).trim()).filter((text) => text !== "");
  const areShort = texts.every((text) => FORMULA.test(text) || /^\(?[\dA-E]{1,2}\)?$/u.test(text));
  return areShort && texts.some((text) => FORMULA.test(text));
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
