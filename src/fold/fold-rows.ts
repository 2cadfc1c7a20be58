import type {
  Cell,
  Class,
  ClassColumn,
  CountTokens,
  Folding,
  FoldSpec,
  FoldedRow,
  FoldedSum,
  KeyedRow,
  Row,
  RowPlace,
  SumColumn,
  Table,
  Trouble,
} from "../model.ts";
import { classId, signOf } from "./class-id.ts";
import { cellText, firstBeyond, isRectangular } from "../text/cells.ts";
import { classify, readCount } from "./classify.ts";

/**
 * Folds a table row by row: rows whose texts fall into the same classes become one, with their number, the exact sums
 * of their counts, and the places of the first two. It knows no measures and no plan. What cannot be read is a problem
 * at its place, and adds nothing.
 */
export async function foldRows(table: Table, spec: FoldSpec): Promise<Folding> {
  const fold = new RowFold(spec);
  const rows = table.rows();
  // To await every row of a table that is in memory would take longer than to fold it.
  if (Symbol.iterator in rows) for (const row of rows) fold.add(row);
  else for await (const row of rows) fold.add(row);
  return { folded: fold.folded, rows: fold.rows, keys: fold.keys, prints: null, troubles: fold.troubles, fault: null };
}

/** What stands in the columns that name a record. */
export function keyParts(cells: readonly Cell[], key: FoldSpec["key"]): string[] {
  return key.map(({ index }) => cellText(cells[index] ?? ""));
}

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };
type Growing = Mutable<Omit<FoldedRow, "sums">> & { sums: Mutable<FoldedSum>[] };

interface Column {
  readonly index: number;
  readonly field: string | null;
}

/** The class of a text met in a column, with a sign of one or two characters that stands for it. */
interface Met {
  readonly means: Class;
  readonly sign: string;
  /** It is a count that cannot be read, and that no sum reports. */
  readonly unreadable: boolean;
}

/** Folded rows as they grow, row by row. */
export class RowFold {
  readonly folded: Growing[] = [];
  readonly keys = new Map<string, KeyedRow[]>();
  readonly troubles: Trouble[] = [];
  rows = 0;

  readonly #spec: FoldSpec;
  readonly #indexes = new Map<string, number>();
  /** For each class column: every text met so far. */
  readonly #met: Map<Cell, Met>[];
  /** And every class. */
  readonly #classes: Map<string, Met>[];
  /** Of the row at hand: its classes, and its counts, `null` where nothing is reported, or why one cannot be read. */
  readonly #row: Met[];
  readonly #counts: ReturnType<typeof readCount>[];

  constructor(spec: FoldSpec) {
    this.#spec = spec;
    this.#met = spec.classes.map(() => new Map<Cell, Met>());
    this.#classes = spec.classes.map(() => new Map<string, Met>());
    this.#row = [];
    this.#counts = [];
  }

  add(row: Row): void {
    if (row.at.line <= this.#spec.headerLine) return;
    this.rows++;
    if (!this.#isRectangular(row)) return;
    const signature = this.#classify(row);
    this.#readCounts(row);
    const index = this.#fold(row.at, signature);
    const key = this.#readKey(row);
    if (key === null) return;
    const bearers = this.keys.get(key);
    if (bearers === undefined) this.keys.set(key, [{ folded: index, at: row.at }]);
    else bearers.push({ folded: index, at: row.at });
  }

  #isRectangular({ at, cells }: Row): boolean {
    const { width } = this.#spec;
    if (isRectangular(cells, width)) return true;
    const beyond = firstBeyond(cells, width);
    const found = beyond < 0 ? cells.length : cells.findLastIndex((cell) => String(cell).trim() !== "") + 1;
    this.#report("row-ragged", { found, expected: width }, at, beyond < 0 ? null : { index: beyond, field: null });
    return false;
  }

  /** Notes the classes of a row. Rows of the same classes have the same signature. */
  #classify({ at, cells }: Row): string {
    const { classes } = this.#spec;
    let signature = "";
    for (let position = 0; position < classes.length; position++) {
      const column = classes[position] as ClassColumn;
      const met = this.#met[position] as Map<Cell, Met>;
      const cell = cells[column.index] ?? "";
      let found = met.get(cell);
      if (found === undefined) met.set(cell, (found = this.#meet(classify(column.classing, cell), column, position)));
      if (found.unreadable && column.classing.kind === "tests")
        this.#reportCount(at, cell, column, column.classing.numbers);
      this.#row[position] = found;
      signature += found.sign;
    }
    return signature;
  }

  /** Texts that mean the same have one sign. */
  #meet(means: Class, { index, classing }: ClassColumn, position: number): Met {
    const classes = this.#classes[position] as Map<string, Met>;
    const id = classId(means);
    const known = classes.get(id);
    if (known !== undefined) return known;
    const isUnknown = typeof means === "object" && means !== null;
    const unreadable = isUnknown && classing.kind === "tests" && !this.#spec.sums.some((sum) => sum.index === index);
    const met = { means, sign: signOf(classes.size), unreadable };
    classes.set(id, met);
    return met;
  }

  /** Notes the counts of a row. What cannot be read is a problem. */
  #readCounts({ at, cells }: Row): void {
    const { sums } = this.#spec;
    for (let position = 0; position < sums.length; position++) {
      const column = sums[position] as SumColumn;
      const cell = cells[column.index] ?? "";
      const count = readCount(cell, column.numbers);
      if (typeof count === "string") this.#reportCount(at, cell, column, column.numbers);
      this.#counts[position] = count;
    }
  }

  /** What identifies the record; `null` where nothing does, or a part of it is blank, which is a problem. */
  #readKey({ at, cells }: Row): string | null {
    const { key } = this.#spec;
    if (key.length === 0) return null;
    const parts = keyParts(cells, key);
    const blank = key[parts.indexOf("")];
    if (blank === undefined) return parts.join("\0");
    this.#report("cell-missing", {}, at, blank);
    return null;
  }

  #fold(at: RowPlace, signature: string): number {
    let index = this.#indexes.get(signature);
    if (index === undefined) {
      index = this.folded.length;
      this.#indexes.set(signature, index);
      const classes = this.#row.map(({ means }) => means);
      const nothing = this.#counts.map(() => ({ total: 0, reported: 0, unread: 0 }));
      this.folded.push({ classes, sums: nothing, rows: 0, first: at, second: null });
    }
    const folded = this.folded[index] as Growing;
    const { sums } = folded;
    if (folded.rows === 1) folded.second = at;
    folded.rows++;
    for (let position = 0; position < sums.length; position++) {
      const sum = sums[position] as Growing["sums"][number];
      const column = this.#spec.sums[position] as SumColumn;
      const count = this.#counts[position] ?? null;
      if (count === null) continue;
      if (typeof count === "string") {
        sum.unread++;
        continue;
      }
      sum.total += count;
      // Both addends are at most 2^53−1, so a sum past it cannot round back below it.
      if (sum.total <= Number.MAX_SAFE_INTEGER) {
        sum.reported++;
        continue;
      }
      this.#report("sum-too-large", { of: column.field }, at, column);
      sum.total = 0;
      sum.unread++;
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
