import type { Class, RowPlace } from "../../model.ts";

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

/** One record after the other. There may be many, so nothing is made of a record that is not asked for. */
export class RecordView {
  readonly #packed: PackedRows;
  readonly #words: Uint32Array;
  readonly #offsets: Float64Array;
  readonly #size: number;
  readonly #classesAt: number;
  #at: number;

  constructor(packed: PackedRows) {
    const { buffer, byteOffset, byteLength } = packed.records;
    this.#packed = packed;
    this.#words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    this.#offsets = new Float64Array(buffer, byteOffset, byteLength / 8);
    this.#size = recordBytes(packed) / 4;
    this.#classesAt = SUMS_AT + packed.sums * SUM_WORDS;
    this.#at = -this.#size;
  }

  /** Whether there is one more, which it then looks at. */
  next(): boolean {
    this.#at += this.#size;
    return this.#at < this.#words.length;
  }

  get rows(): number {
    return this.#word(0);
  }

  /** The number of its class in a column. */
  classAt(column: number): number {
    return this.#word(this.#classesAt + column);
  }

  get classes(): Class[] {
    return this.#packed.classes.map((classes, column) => classes[this.classAt(column)] ?? null);
  }

  total(sum: number): number {
    return this.#whole(SUMS_AT + sum * SUM_WORDS);
  }

  /** In how many rows a count is reported. */
  reported(sum: number): number {
    return this.#whole(SUMS_AT + sum * SUM_WORDS + 2);
  }

  get first(): RowPlace {
    return { line: this.#word(1), offset: this.#offset(1) };
  }

  get second(): RowPlace | null {
    return this.rows < 2 ? null : { line: this.#word(6), offset: this.#offset(2) };
  }

  #word(at: number): number {
    return this.#words[this.#at + at] ?? 0;
  }

  #whole(at: number): number {
    return this.#word(at) + this.#word(at + 1) * 2 ** 32;
  }

  #offset(at: number): number {
    return this.#offsets[this.#at / 2 + at] ?? 0;
  }
}
