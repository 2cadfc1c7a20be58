import type {
  Cell,
  Class,
  CountTokens,
  Folding,
  FoldSpec,
  FoldedRow,
  KeyedRow,
  Row,
  RowPlace,
  Table,
  Trouble,
} from "../model.ts";
import { classify, readCount } from "./classify.ts";

/**
 * Folds a table row by row: rows whose texts fall into the same classes become one, with their number, the exact sums
 * of their counts, and the places of the first two. It knows no measures and no plan. What cannot be read is a problem
 * at its place, and adds nothing.
 */
export async function foldRows(table: Table, spec: FoldSpec): Promise<Folding> {
  const fold = new Fold(spec);
  const rows = table.rows();
  // To await every row of a table that is in memory would take longer than to fold it.
  if (Symbol.iterator in rows) for (const row of rows) fold.add(row);
  else for await (const row of rows) fold.add(row);
  return { folded: fold.folded, rows: fold.rows, keys: fold.keys, troubles: fold.troubles };
}

type Growing = { -readonly [Key in keyof FoldedRow]: FoldedRow[Key] } & { sums: { total: number; reported: number }[] };

interface Column {
  readonly index: number;
  readonly field: string | null;
}

/** The class of a text met in a column, with a number that stands for it. */
interface Met {
  readonly means: Class;
  readonly number: number;
}

class Fold {
  readonly folded: Growing[] = [];
  readonly keys = new Map<string, KeyedRow[]>();
  readonly troubles: Trouble[] = [];
  rows = 0;

  readonly #spec: FoldSpec;
  readonly #indexes = new Map<string, number>();
  /** For each class column: every text met so far. */
  readonly #met: Map<Cell, Met>[];
  /** And every class. */
  readonly #numbers: Map<string, Met>[];

  constructor(spec: FoldSpec) {
    this.#spec = spec;
    this.#met = spec.classes.map(() => new Map<Cell, Met>());
    this.#numbers = spec.classes.map(() => new Map<string, Met>());
  }

  add(row: Row): void {
    if (row.at.line <= this.#spec.headerLine) return;
    this.rows++;
    if (!this.#isRectangular(row)) return;
    const index = this.#fold(row.at, this.#classify(row), this.#readCounts(row));
    const key = this.#readKey(row);
    if (key === null) return;
    const bearers = this.keys.get(key);
    if (bearers === undefined) this.keys.set(key, [{ folded: index, at: row.at }]);
    else bearers.push({ folded: index, at: row.at });
  }

  #isRectangular({ at, cells }: Row): boolean {
    const { width } = this.#spec;
    const beyond = cells.findIndex((cell, index) => index >= width && String(cell).trim() !== "");
    if (cells.length >= width && beyond < 0) return true;
    const found = beyond < 0 ? cells.length : cells.findLastIndex((cell) => String(cell).trim() !== "") + 1;
    this.#report("row-ragged", { found, expected: width }, at, beyond < 0 ? null : { index: beyond, field: null });
    return false;
  }

  #classify({ at, cells }: Row): Met[] {
    return this.#spec.classes.map((column, position) => {
      const { index, classing } = column;
      const met = this.#met[position] as Map<Cell, Met>;
      const cell = cells[index] ?? "";
      let found = met.get(cell);
      if (found === undefined) met.set(cell, (found = this.#meet(classify(classing, cell), position)));
      const unreadable = classing.kind === "tests" && typeof found.means === "object" && found.means !== null;
      if (unreadable && !this.#spec.sums.some((sum) => sum.index === index))
        this.#reportCount(at, cell, column, classing.numbers);
      return found;
    });
  }

  /** Texts that mean the same have one number. */
  #meet(means: Class, position: number): Met {
    const numbers = this.#numbers[position] as Map<string, Met>;
    const id = typeof means === "string" ? `=${means}` : JSON.stringify(means);
    const known = numbers.get(id) ?? { means, number: numbers.size };
    numbers.set(id, known);
    return known;
  }

  /** The counts of a row, `null` where nothing is reported or what is there cannot be read, which is a problem. */
  #readCounts({ at, cells }: Row): (number | null)[] {
    return this.#spec.sums.map((column) => {
      const cell = cells[column.index] ?? "";
      const count = readCount(cell, column.numbers);
      if (typeof count !== "string") return count;
      this.#reportCount(at, cell, column, column.numbers);
      return null;
    });
  }

  /** What identifies the record; `null` where nothing does, or a part of it is blank, which is a problem. */
  #readKey({ at, cells }: Row): string | null {
    const { key } = this.#spec;
    if (key.length === 0) return null;
    const parts = key.map(({ index }) =>
      String(cells[index] ?? "")
        .trim()
        .normalize("NFC"),
    );
    const blank = key[parts.indexOf("")];
    if (blank === undefined) return parts.join("\0");
    this.#report("cell-missing", {}, at, blank);
    return null;
  }

  #fold(at: RowPlace, classes: readonly Met[], counts: readonly (number | null)[]): number {
    const signature = classes.map(({ number }) => number).join();
    const index = this.#indexes.get(signature) ?? this.folded.length;
    const folded = (this.folded[index] ??= {
      classes: classes.map(({ means }) => means),
      sums: counts.map(() => ({ total: 0, reported: 0 })),
      rows: 0,
      first: at,
      second: null,
    });
    this.#indexes.set(signature, index);
    if (folded.rows === 1) folded.second = at;
    folded.rows++;
    for (const [position, column] of this.#spec.sums.entries()) {
      const [sum, count] = [folded.sums[position], counts[position] ?? null];
      if (sum === undefined || count === null) continue;
      sum.total += count;
      sum.reported++;
      // Both addends are at most 2^53−1, so a sum past it cannot round back below it.
      if (sum.total <= Number.MAX_SAFE_INTEGER) continue;
      this.#report("sum-too-large", { of: column.field }, at, column);
      sum.total = 0;
    }
    return index;
  }

  #reportCount(at: RowPlace, cell: Cell, column: Column, numbers: CountTokens): void {
    const text = String(cell).trim();
    const why = readCount(cell, numbers);
    if (why === "missing") this.#report("count-missing", {}, at, column);
    else if (why === "too-large") this.#report("count-too-large", { text }, at, column);
    else this.#report("count-unreadable", { text }, at, column);
  }

  #report(code: Trouble["code"], args: Trouble["args"], row: RowPlace, column: Column | null): void {
    this.troubles.push({ code, args, row, index: column?.index ?? null, field: column?.field ?? null });
  }
}
