import type { Class, CountTest, FoldedRow, Folding, Recognised, RowPlace } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem, ProblemArgs, ProblemCode } from "../problem/problem.ts";
import { lastUpTo } from "../text/last-up-to.ts";

/** A table that was recognised and folded; or several of one format and one period, as if they were one. */
export interface Folded {
  readonly recognised: Recognised;
  readonly folding: Folding;
  /** In the order in which their rows stand in it. */
  readonly files: readonly FoldedFile[];
}

/** A table that was folded, alone or with others. */
export interface FoldedFile {
  readonly recognised: Recognised;
  /** Which it is of all. */
  readonly number: number;
  readonly rows: number;
  /** The offsets of its rows in the whole, from the first on. */
  readonly start: number;
  readonly end: number;
  /** Its own folded rows, each with that of the whole which it is a part of. They are folded anew where there are several. */
  readonly folded: () => readonly FoldedPart[];
  /** The folded row of the whole that its first row is a part of, where that is known beforehand. */
  readonly first: () => FoldedRow | null;
}

export interface FoldedPart {
  readonly row: FoldedRow;
  readonly of: FoldedRow;
}

/** What is wrong, at its first place, and the folded rows in which it is. */
interface Found {
  readonly first: Problem;
  readonly column: string;
  readonly rows: Set<FoldedRow>;
  readonly isConcerned: (own: FoldedRow) => boolean;
}

/** The folded rows of one table by the names of its columns. What is wrong in them becomes one problem for each text. */
export class FoldedTable {
  readonly recognised: Recognised;
  readonly folding: Folding;
  readonly files: readonly FoldedFile[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #sums: ReadonlyMap<string, number>;
  readonly #alone: Problem[] = [];
  readonly #problems = new Map<string, Found>();
  /** How many of the folded rows the files before have begun. */
  #begun = 0;

  constructor({ recognised, folding, files }: Folded) {
    this.files = files;
    this.recognised = recognised;
    this.folding = folding;
    this.#positions = new Map(recognised.spec.classes.map(({ name }, position) => [name, position]));
    this.#sums = new Map(recognised.spec.sums.map(({ name }, position) => [name, position]));
  }

  get problems(): readonly Problem[] {
    const found = [...this.#problems.values()];
    const [, second] = this.files;
    if (second !== undefined && found.length > 0) return [...this.#alone, ...this.files.flatMap(inFile(found, this))];
    return [...this.#alone, ...found.map(({ first, rows }) => ({ ...first, rows: rowsIn([...rows]) }))];
  }

  /** The folded rows that a file is the first to have; to be asked for file by file, in their order. */
  begunIn({ end }: FoldedFile): readonly FoldedRow[] {
    const { folded } = this.folding;
    if (this.files.length === 1) return folded;
    const from = this.#begun;
    while ((folded[this.#begun]?.first.offset ?? end) < end) this.#begun++;
    return folded.slice(from, this.#begun);
  }

  /** The file that a row stands in. */
  fileAt({ offset }: RowPlace): FoldedFile {
    return this.files[lastUpTo(offset, this.files, ({ start }) => start)] as FoldedFile;
  }

  /** Whether the table has a column. */
  has(column: string): boolean {
    return this.#positions.has(column) || this.#sums.has(column);
  }

  classOf(row: FoldedRow, column: string): Class {
    const position = this.#positions.get(column);
    return position === undefined ? null : (row.classes[position] ?? null);
  }

  sumOf(row: FoldedRow, column: string): FoldedRow["sums"][number] | null {
    const position = this.#sums.get(column);
    return position === undefined ? null : (row.sums[position] ?? null);
  }

  /** The tests of a count column, one for each character of its classes. */
  testsOf(column: string): readonly CountTest[] {
    const classing = this.recognised.spec.classes.find(({ name }) => name === column)?.classing;
    return classing?.kind === "tests" ? classing.tests : [];
  }

  /** The class of a text column, or `null` where it is blank or the table lacks it. */
  textOf(row: FoldedRow, column: string): string | null {
    const found = this.classOf(row, column);
    return typeof found === "string" ? found : null;
  }

  /** The same for one column that is asked for again and again. */
  textsOf(column: string): (row: FoldedRow) => string | null {
    const position = this.#positions.get(column) ?? -1;
    return ({ classes }) => {
      const found = classes[position];
      return typeof found === "string" ? found : null;
    };
  }

  /** One problem for each code and text of a column, at its first place in each file whose own rows are concerned. */
  report<Code extends ProblemCode>(
    code: Code,
    args: ProblemArgs[Code],
    row: FoldedRow,
    column: string,
    isConcerned: (own: FoldedRow) => boolean = () => true,
  ): void {
    const signature = JSON.stringify([code, column, args]);
    const before = this.#problems.get(signature);
    if (before !== undefined) before.rows.add(row);
    else
      this.#problems.set(signature, {
        first: problem(code, args, this.locate(row.first, column)),
        column,
        rows: new Set([row]),
        isConcerned,
      });
  }

  /** A problem of the table as a whole, or one that stands alone. */
  reportOnce(found: Problem): void {
    this.#alone.push(found);
  }

  /** What the table calls a column. */
  headerOf(column: string): string {
    const { classes, sums } = this.recognised.spec;
    return [...classes, ...sums].find(({ name }) => name === column)?.field ?? column;
  }

  /** The place of a column in a row. */
  locate(row: RowPlace, column: string): ReturnType<Recognised["table"]["locate"]> {
    const { classes, sums } = this.recognised.spec;
    const found = [...classes, ...sums].find(({ name }) => name === column);
    // A column that a form has gained stands in no cell.
    const index = found === undefined || found.field === "" ? null : found.index;
    return this.recognised.table.locate(row, index, found?.field ?? null);
  }
}

/** What is wrong in one of several files: at its first place there, and in as many of its rows. */
function inFile(found: readonly Found[], table: FoldedTable): (file: FoldedFile) => Problem[] {
  return (file) => {
    const parts = file.folded();
    return found.flatMap(({ first, column, rows, isConcerned }) => {
      const own = parts.flatMap(({ row, of }) => (rows.has(of) && isConcerned(row) ? [row] : []));
      const [at] = own;
      return at === undefined ? [] : [{ ...first, ...table.locate(at.first, column), rows: rowsIn(own) }];
    });
  };
}

function rowsIn(rows: readonly FoldedRow[]): number {
  return rows.reduce((total, row) => total + row.rows, 0);
}
