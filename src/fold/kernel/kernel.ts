import { isUtf8 } from "node:buffer";
import type { ByteReader, Class, FoldedRow, FoldSpec, RowPlace } from "../../model.ts";
import { hasContent, splitCells } from "../../text/split-cells.ts";
import { classId } from "../class-id.ts";
import { classify, readCount } from "../classify.ts";
import { RowFold } from "../fold-rows.ts";
import { PAGE_RECORDS, recordBytes } from "./packed-rows.ts";
import type { PackedRows } from "./packed-rows.ts";

/** How the bytes are cut: so many are looked at together. Tests make it tiny, so that every kind of border is met. */
export const BLOCK = 1 << 18;

/** A row longer than this is most likely not closed; it is looked at by other means. */
const LONGEST_ROW = 1 << 24;

/** What the kernel has: `assembly/kernel.ts` says what each does. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly folded: { readonly value: number };
  readonly rows: { readonly value: number };
  readonly line: { readonly value: number };
  readonly rest: { readonly value: number };
  readonly isFaulty: { readonly value: number };
  readonly isTooLarge: { readonly value: number };
  readonly configure: (...settings: readonly [number, number, number, number, number, number]) => number;
  readonly handOverKeys: () => void;
  readonly buffer: (bytes: number) => number;
  readonly fold: (start: number, end: number, isLast: boolean, offset: number, until: number) => void;
  readonly record: (index: number) => number;
  readonly setLine: (line: number) => void;
  readonly clear: () => void;
}

/** Of a print, the offset, the line and the folded row: as `KeyPrints` has them. */
const KEY_BYTES = 24;

/** What the host says of a text, instead of its class or its count. */
const REFERRED = -1;
const ABSENT = -2;
const NO_DATE = -3;

/** A part of a table that is folded by itself. Rows that begin in it belong to it. */
export interface Range {
  /** Where its first row begins, or what may be the middle of one. */
  readonly from: number;
  readonly until: number;
}

/** What was met in a range. Its rows count their lines from 0. */
export interface RangeEnd {
  /** Where its first row begins, and where the first row behind it does. */
  readonly from: number;
  readonly end: number;
  readonly lines: number;
  /** The row where bytes are no text, or quotes do not fit. */
  readonly fault: RowPlace | null;
}

/** A kernel for one spec and one delimiter, with what it has folded since it was cleared. */
export class Kernel {
  readonly #exports: Exports;
  readonly #spec: FoldSpec;
  readonly #delimiter: string;
  readonly #block: number;
  #buffer: number;
  #capacity: number;
  /** For each class column, its classes by what stands for each, and the number of each. */
  readonly #classes: Class[][];
  readonly #numbers: Map<string, number>[];
  /** Rows in which anything is not plain are folded by the row engine. */
  #referred: RowFold;
  #offset = 0;
  #prints: Uint8Array<ArrayBuffer>[] = [];

  constructor(module: WebAssembly.Module, spec: FoldSpec, delimiter: string, block = BLOCK) {
    const { classes, sums } = spec;
    this.#spec = { ...spec, headerLine: -1 };
    this.#delimiter = delimiter;
    this.#block = block;
    this.#classes = classes.map(() => []);
    this.#numbers = classes.map(() => new Map<string, number>());
    this.#referred = new RowFold(this.#spec);
    const host = { read: this.#read.bind(this), refer: this.#refer.bind(this), keys: this.#keep.bind(this) };
    this.#exports = new WebAssembly.Instance(module, { host }).exports as unknown as Exports;
    const thousands = sums[0]?.numbers.thousands ?? ".";
    const counts = [classes.length, sums.length, spec.key.length] as const;
    const at = this.#exports.configure(code(delimiter), code(thousands), spec.width, ...counts);
    const indexes = [...classes, ...sums].map(({ index }) => index);
    const columns = [...indexes, ...classes.map(isTimed), ...spec.key.map(({ index }) => index)];
    new Uint32Array(this.#exports.memory.buffer, at).set(columns);
    this.#capacity = block;
    this.#buffer = this.#exports.buffer(block);
  }

  /** Forgets what was folded, and nothing of what texts mean. */
  clear(): void {
    this.#exports.clear();
    this.#referred = new RowFold(this.#spec);
    this.#prints = [];
  }

  /** Folds the rows that begin in a range, and adds them to what was folded before. */
  *fold(reader: ByteReader, length: number, { from, until }: Range): Generator<number, RangeEnd> {
    const { setLine, fold, rest, isFaulty, line, handOverKeys } = this.#exports;
    setLine(0);
    let position = from;
    let kept = 0;
    for (;;) {
      const startLine = line.value;
      const wanted = Math.min(
        this.#capacity - kept,
        Math.max(until - position, 0) + Math.ceil(this.#block / 8),
        length - position,
      );
      if (wanted > 0) reader.read(this.#bytes(this.#buffer + kept, wanted), position);
      position += wanted;
      const end = this.#buffer + kept + wanted;
      this.#offset = position - end;
      const isLast = position >= length;
      fold(this.#buffer, end, isLast, this.#offset, Math.min(until - this.#offset, 0xffffffff));
      const start = this.#buffer + this.#offset;
      const next = rest.value + this.#offset;
      const ended = (fault: RowPlace | null) => {
        handOverKeys();
        return { from, end: next, lines: line.value, fault };
      };
      if (!isUtf8(this.#bytes(this.#buffer, rest.value - this.#buffer)))
        return ended({ line: startLine, offset: start });
      if (isFaulty.value !== 0) return ended({ line: line.value, offset: next });
      if (isLast || next >= until) return ended(null);
      kept = end - rest.value;
      if (rest.value > this.#buffer) this.#bytes().copyWithin(this.#buffer, rest.value, end);
      else if (kept === this.#capacity) {
        if (kept >= LONGEST_ROW) return ended({ line: line.value, offset: next });
        this.#grow(kept);
      }
      yield position;
    }
  }

  get rows(): number {
    return this.#exports.rows.value + this.#referred.rows;
  }

  get troubles(): RowFold["troubles"] {
    return this.#referred.troubles;
  }

  /** The keys of rows that were folded as bytes, as prints, and of those that were folded as rows. */
  get keys(): { readonly prints: readonly Uint8Array<ArrayBuffer>[]; readonly referred: RowFold["keys"] } {
    return { prints: this.#prints, referred: this.#referred.keys };
  }

  /** Whether a sum is past 2^53−1. */
  get isTooLarge(): boolean {
    return this.#exports.isTooLarge.value !== 0;
  }

  /** Rows that were folded as bytes, and those that were folded as rows; either in the order of their first. */
  get folded(): { readonly plain: PackedRows; readonly referred: readonly FoldedRow[] } {
    const { folded, record } = this.#exports;
    const shape = { classes: this.#classes, sums: this.#spec.sums.length };
    const size = recordBytes(shape);
    const records = new Uint8Array(folded.value * size);
    for (let index = 0; index < folded.value; index += PAGE_RECORDS)
      records.set(this.#bytes(record(index), Math.min(PAGE_RECORDS, folded.value - index) * size), index * size);
    return { plain: { ...shape, records }, referred: this.#referred.folded };
  }

  #bytes(at = 0, length?: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#exports.memory.buffer, at, length);
  }

  #grow(kept: number): void {
    const old = this.#buffer;
    this.#capacity *= 2;
    this.#buffer = this.#exports.buffer(this.#capacity);
    this.#bytes().copyWithin(this.#buffer, old, old + kept);
  }

  #text(at: number, length: number): string {
    const { buffer } = this.#exports.memory;
    return Buffer.from(buffer, at, length).toString("utf8");
  }

  /** What a text is in a column that it is met in for the first time. */
  #read(column: number, at: number, length: number): number {
    const { classes, sums } = this.#spec;
    const raw = this.#text(at, length);
    const text = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
    const sum = sums[column - classes.length * 2];
    if (sum !== undefined) {
      const count = readCount(text, sum.numbers);
      return typeof count === "string" ? REFERRED : (count ?? ABSENT);
    }
    const isDay = column >= classes.length;
    const position = isDay ? column - classes.length : column;
    const { classing, index } = classes[position] as FoldSpec["classes"][number];
    const means = classify(classing, text);
    const isUnknown = typeof means === "object" && means !== null;
    if (isDay && (means === null || isUnknown)) return NO_DATE;
    if (isUnknown && classing.kind === "tests" && !sums.some((one) => one.index === index)) return REFERRED;
    return this.#numberOf(means, position);
  }

  #numberOf(means: Class, position: number): number {
    const numbers = this.#numbers[position] as Map<string, number>;
    const id = classId(means);
    let number = numbers.get(id);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(id, number);
      this.#classes[position]?.push(means);
    }
    return number;
  }

  #refer(at: number, end: number, line: number): void {
    const cells = splitCells(this.#text(at, end - at), this.#delimiter);
    if (cells !== null && hasContent(cells)) this.#referred.add({ at: { line, offset: at + this.#offset }, cells });
  }

  #keep(at: number, count: number): void {
    this.#prints.push(this.#bytes(at, count * KEY_BYTES).slice());
  }
}

function code(sign: string): number {
  return sign.charCodeAt(0);
}

/** Whether a time behind a date can be left out of its text: unless there is a token that may look like both. */
function isTimed({ classing }: FoldSpec["classes"][number]): number {
  return classing.kind === "date" && classing.missing.every((token) => token.length <= 10) ? 1 : 0;
}
