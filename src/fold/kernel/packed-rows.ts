import type { Class, RowPlace } from "../../model.ts";
import type { FoldedView } from "./folded-view.ts";

/**
 * Folded rows as the kernel has them (`assembly/records.ts`), one behind the other, and the classes that their numbers
 * stand for: bytes that move from one thread to another without being copied.
 */
export interface PackedRows {
  readonly classes: readonly (readonly Class[])[];
  readonly sums: number;
  readonly records: Uint8Array<ArrayBuffer>;
}

/** So many records lie behind each other in the kernel's memory. */
export const PAGE_RECORDS = 256;

/** In words of 4 bytes. */
const SUMS_AT = 8;
const SUM_WORDS = 4;

export function recordBytes({ classes, sums }: Pick<PackedRows, "classes" | "sums">): number {
  return (SUMS_AT + sums * SUM_WORDS + Math.max(1, Math.ceil(classes.length / 4)) * 4) * 4;
}

/** Rows that were folded as bytes. */
export class PackedView implements FoldedView {
  readonly length: number;
  readonly classes: PackedRows["classes"];
  readonly #words: Uint32Array;
  readonly #offsets: Float64Array;
  readonly #size: number;
  readonly #classesAt: number;
  at = 0;

  constructor(packed: PackedRows) {
    const { buffer, byteOffset, byteLength } = packed.records;
    this.classes = packed.classes;
    this.#words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    this.#offsets = new Float64Array(buffer, byteOffset, byteLength / 8);
    this.#size = recordBytes(packed) / 4;
    this.#classesAt = SUMS_AT + packed.sums * SUM_WORDS;
    this.length = this.#words.length / this.#size;
  }

  get rows(): number {
    return this.#word(0);
  }

  get first(): RowPlace {
    return { line: this.#word(1), offset: this.firstOffset };
  }

  get firstOffset(): number {
    return this.#offset(1);
  }

  get second(): RowPlace | null {
    return this.rows < 2 ? null : { line: this.#word(6), offset: this.#offset(2) };
  }

  classAt(column: number): number {
    return this.#word(this.#classesAt + column);
  }

  total(sum: number): number {
    return this.#whole(SUMS_AT + sum * SUM_WORDS);
  }

  reported(sum: number): number {
    return this.#whole(SUMS_AT + sum * SUM_WORDS + 2);
  }

  /** A row in which a count cannot be read is folded as a row. */
  unread(): number {
    return 0;
  }

  #word(at: number): number {
    return this.#words[this.at * this.#size + at] ?? 0;
  }

  #whole(at: number): number {
    return this.#word(at) + this.#word(at + 1) * 2 ** 32;
  }

  #offset(at: number): number {
    return this.#offsets[(this.at * this.#size) / 2 + at] ?? 0;
  }
}
