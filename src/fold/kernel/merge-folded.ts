import type { Class, FoldedRow, FoldedSum, RowPlace } from "../../model.ts";
import { classId, signOf } from "../class-id.ts";
import { RecordView } from "./packed-rows.ts";
import type { PackedRows } from "./packed-rows.ts";

type Growing<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** A folded row of the whole, while parts are added to it. */
export type Merged = Growing<Omit<FoldedRow, "sums">> & { readonly sums: Growing<FoldedSum>[] };

/** Folded rows of several parts of a table, as those of the whole. */
export class Merging {
  readonly #place: (row: RowPlace) => RowPlace;
  readonly #merged = new Map<string, Merged>();
  /** For each class column: the signs of its classes. */
  readonly #signs: Map<string, string>[] = [];

  /** `place`: where a row of a part stands in the whole. */
  constructor(place: (row: RowPlace) => RowPlace) {
    this.#place = place;
  }

  /** In the order of their first rows. */
  get rows(): Merged[] {
    return [...this.#merged.values()].sort((one, other) => one.first.offset - other.first.offset);
  }

  /** Adds what one thread folded as bytes, and returns for each of its rows the one that it went into. */
  addPacked(packed: PackedRows): Merged[] {
    const signs = packed.classes.map((classes, column) => classes.map((means) => this.#signOf(means, column)));
    const added: Merged[] = [];
    for (const row = new RecordView(packed); row.next();) {
      let signature = "";
      for (let column = 0; column < signs.length; column++) signature += signs[column]?.[row.classAt(column)] ?? "";
      const to = this.#merged.get(signature) ?? this.#begin(signature, row.classes, packed.sums);
      to.rows += row.rows;
      for (let index = 0; index < packed.sums; index++) addSum(to, index, row.total(index), row.reported(index));
      this.#addPlaces(to, row);
      added.push(to);
    }
    return added;
  }

  /** The same of what it folded as rows. */
  addRows(rows: readonly FoldedRow[]): Merged[] {
    return rows.map((row) => {
      const signature = row.classes.map((means, column) => this.#signOf(means, column)).join("");
      const to = this.#merged.get(signature) ?? this.#begin(signature, row.classes, row.sums.length);
      to.rows += row.rows;
      for (const [index, { total, reported, unread }] of row.sums.entries()) addSum(to, index, total, reported, unread);
      this.#addPlaces(to, row);
      return to;
    });
  }

  #begin(signature: string, classes: readonly Class[], sums: number): Merged {
    const made: Merged = { classes, sums: [], rows: 0, first: NOWHERE, second: null };
    for (let index = 0; index < sums; index++) made.sums.push({ total: 0, reported: 0, unread: 0 });
    this.#merged.set(signature, made);
    return made;
  }

  #signOf(means: Class, column: number): string {
    const signs = (this.#signs[column] ??= new Map());
    const id = classId(means);
    let sign = signs.get(id);
    if (sign === undefined) signs.set(id, (sign = signOf(signs.size)));
    return sign;
  }

  #addPlaces(to: Merged, { first, second }: Pick<FoldedRow, "first" | "second">): void {
    this.#addPlace(to, first);
    if (second !== null) this.#addPlace(to, second);
  }

  #addPlace(to: Merged, row: RowPlace): void {
    if (to.second !== null && to.second.offset < row.offset) return;
    const place = this.#place(row);
    if (place.offset > to.first.offset) to.second = place;
    else {
      to.second = to.first === NOWHERE ? null : to.first;
      to.first = place;
    }
  }
}

/** Behind every row. */
const NOWHERE: RowPlace = { line: 0, offset: Infinity };

function addSum(to: Merged, index: number, total: number, reported: number, unread = 0): void {
  const sum = to.sums[index] as Growing<FoldedSum>;
  sum.total += total;
  sum.reported += reported;
  sum.unread += unread;
}
