import type { Class, FoldedRow, FoldedSum, RowPlace } from "../../model.ts";
import { classId } from "../class-id.ts";
import type { FoldedView } from "./folded-view.ts";
import { RowNumbers } from "./row-numbers.ts";

type Growing<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** Folded rows of the whole, in the order of their first, and for each part those that its rows went into. */
export interface Merged {
  readonly folded: readonly FoldedRow[];
  readonly went: readonly Uint32Array[];
}

/** Folded rows of several parts of a table, as those of the whole. `place`: where a row of a part stands in the whole. */
export function mergeFolded(parts: readonly FoldedView[], sums: number, place: (row: RowPlace) => RowPlace): Merged {
  const columns = parts[0]?.classes.length ?? 0;
  const classes = Array.from({ length: columns }, () => new Classes());
  const numbers = parts.map((part) => classes.map((known, column) => known.add(part.classes[column] ?? [])));
  const rowNumbers = new RowNumbers(
    columns,
    parts.reduce((total, { length }) => total + length, 0),
  );
  const ofRow = new Uint32Array(columns);
  const went = parts.map(({ length }) => new Uint32Array(length));
  const folded: Merging[] = [];
  // Parts that are gone through together, row by row in the order of the whole: what comes first is the first.
  for (let index = earliest(parts); index >= 0; index = earliest(parts)) {
    const part = parts[index] as FoldedView;
    for (let column = 0; column < columns; column++)
      ofRow[column] = numbers[index]?.[column]?.[part.classAt(column)] ?? 0;
    const number = rowNumbers.numberOf(ofRow);
    let row = folded[number];
    if (row === undefined) {
      row = new Merging(
        classes.map(({ all }, column) => all[ofRow[column] ?? 0] ?? null),
        sums,
        place(part.first),
      );
      row.second = part.second === null ? null : place(part.second);
      folded.push(row);
    } else if (row.second === null || part.firstOffset < row.second.offset) row.second = place(part.first);
    row.add(part);
    (went[index] as Uint32Array)[part.at++] = number;
  }
  return { folded, went };
}

/** Of the parts that have a row left, the one whose row comes first; −1 where none has. */
function earliest(parts: readonly FoldedView[]): number {
  let found = -1;
  let least = Infinity;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as FoldedView;
    if (part.at >= part.length || part.firstOffset >= least) continue;
    found = index;
    least = part.firstOffset;
  }
  return found;
}

/** The classes of a column that several parts have. */
class Classes {
  readonly all: Class[] = [];
  readonly #numbers = new Map<string, number>();

  /** Adds those of a part, and returns the number of each in the whole. */
  add(classes: readonly Class[]): Uint32Array {
    return Uint32Array.from(classes, (means) => {
      const id = classId(means);
      let number = this.#numbers.get(id);
      if (number === undefined) {
        number = this.all.push(means) - 1;
        this.#numbers.set(id, number);
      }
      return number;
    });
  }
}

const NO_SUMS: FoldedRow["sums"] = [];

/** A folded row of the whole, while those of parts are added to it. */
class Merging implements FoldedRow {
  readonly classes: readonly Class[];
  readonly sums: readonly FoldedSum[];
  rows = 0;
  readonly first: RowPlace;
  second: RowPlace | null = null;

  constructor(classes: readonly Class[], sums: number, first: RowPlace) {
    this.classes = classes;
    this.sums = sums === 0 ? NO_SUMS : Array.from({ length: sums }, () => ({ total: 0, reported: 0, unread: 0 }));
    this.first = first;
  }

  add(part: FoldedView): void {
    this.rows += part.rows;
    for (let index = 0; index < this.sums.length; index++) {
      const sum = this.sums[index] as Growing<FoldedSum>;
      sum.total += part.total(index);
      sum.reported += part.reported(index);
      sum.unread += part.unread(index);
    }
  }
}
