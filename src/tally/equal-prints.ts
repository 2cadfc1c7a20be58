import type { KeyPrints, RowPlace } from "../model.ts";

/** The prints of one table, and in which periods each of its folded rows could be counted. */
export interface PrintedTable {
  readonly pieces: KeyPrints["pieces"];
  /** Numbers that stand for a date and a period, for each folded row. */
  readonly periods: readonly (readonly number[])[];
  /** Prints of keys that are known as text, with their periods. */
  readonly named: readonly {
    readonly print: readonly [low: number, high: number];
    readonly periods: readonly number[];
  }[];
}

export interface PrintedRow {
  readonly table: number;
  readonly folded: number;
  readonly at: RowPlace;
}

/** The most that the set of those met in one pass has room for; it is filled to half, and stays in a processor's cache. */
const MOST_SLOTS = 1 << 17;

/**
 * The rows whose keys may stand twice in one period, of tables of ten million rows, in little memory: prints are parted
 * among as many passes as keep the set of those met small. Equal keys are never missed; that two keys are equal is for a
 * look at them to say.
 */
export function equalPrints(tables: readonly PrintedTable[], mostSlots = MOST_SLOTS): PrintedRow[] {
  const total = tables.reduce((sum, table) => sum + countOf(table), 0);
  const passes = Math.max(1, Math.ceil((total * 2) / mostSlots));
  const met = new PrintSet(2 ** Math.ceil(Math.log2((total * 2) / passes + 16)));
  const equal = new Set<number>();
  const parted = tables.map(({ pieces, ...table }) => ({
    ...table,
    pieces: pieces.map((piece) => partedAmong(passes, wordsOf(piece))),
  }));
  for (let pass = 0; pass < passes; pass++) {
    met.clear();
    for (const { pieces, periods, named } of parted) {
      for (const { words, order, starts } of pieces) {
        const end = starts[pass + 1] as number;
        for (let at = starts[pass] as number; at < end; at++) {
          const word = (order[at] as number) * 6;
          const low = words[word] as number;
          const high = words[word + 1] as number;
          for (const period of periods[words[word + 5] as number] ?? [])
            if (met.has(low, mixed(high, period))) equal.add(numberOf(low, high));
        }
      }
      for (const { print, periods: own } of named) {
        const [low, high] = print;
        if (low % passes !== pass) continue;
        for (const period of own) if (met.has(low, mixed(high, period))) equal.add(numberOf(low, high));
      }
    }
  }
  return equal.size === 0 ? [] : tables.flatMap((one, table) => rowsOf(one, table, equal));
}

/** The entries of a piece by the pass that looks at them: `order` has their numbers, `starts` where those of a pass begin. */
function partedAmong(passes: number, words: Uint32Array) {
  const count = words.length / 6;
  const Numbers = count < 1 << 16 ? Uint16Array : Uint32Array;
  const starts = new Numbers(passes + 1);
  const passOf = (entry: number) => (words[entry * 6] as number) % passes;
  for (let entry = 0; entry < count; entry++) starts[passOf(entry) + 1] = (starts[passOf(entry) + 1] as number) + 1;
  for (let pass = 0; pass < passes; pass++) starts[pass + 1] = (starts[pass + 1] as number) + (starts[pass] as number);
  const next = starts.slice();
  const order = new Numbers(count);
  for (let entry = 0; entry < count; entry++) {
    const pass = passOf(entry);
    order[next[pass] as number] = entry;
    next[pass] = (next[pass] as number) + 1;
  }
  return { words, order, starts };
}

function rowsOf({ pieces }: PrintedTable, table: number, equal: ReadonlySet<number>): PrintedRow[] {
  const rows: PrintedRow[] = [];
  for (const piece of pieces) {
    const words = wordsOf(piece);
    const offsets = new Float64Array(piece.buffer, piece.byteOffset, piece.byteLength / 8);
    for (let word = 0; word < words.length; word += 6) {
      if (!equal.has(numberOf(words[word] as number, words[word + 1] as number))) continue;
      const at = { line: words[word + 4] as number, offset: offsets[word / 2 + 1] as number };
      rows.push({ table, folded: words[word + 5] as number, at });
    }
  }
  return rows.sort((one, other) => one.at.offset - other.at.offset);
}

function countOf({ pieces, periods, named }: PrintedTable): number {
  const most = periods.reduce((max, { length }) => Math.max(max, length), 0);
  return pieces.reduce((sum, { byteLength }) => sum + byteLength / 24, named.length) * most;
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** 53 bits of a print: more rows than need be may have the same, and none less. */
function numberOf(low: number, high: number): number {
  return low + (high & 0x1fffff) * 0x100000000;
}

function mixed(high: number, period: number): number {
  return (high ^ Math.imul(period + 1, 0x9e3779b1)) >>> 0;
}

/** A set of numbers of 64 bits. It grows where a pass has more than its share. */
class PrintSet {
  #lows: Uint32Array;
  #highs: Uint32Array;
  #filled: Uint8Array;
  #count = 0;

  /** @param slots a power of two. */
  constructor(slots: number) {
    this.#lows = new Uint32Array(slots);
    this.#highs = new Uint32Array(slots);
    this.#filled = new Uint8Array(slots);
  }

  clear(): void {
    this.#filled.fill(0);
    this.#count = 0;
  }

  /** Whether it has a number already; it has it from now on. */
  has(low: number, high: number): boolean {
    if (this.#count * 4 > this.#filled.length * 3) this.#grow();
    const mask = this.#filled.length - 1;
    let slot = (high ^ Math.imul(low, 0x85ebca6b)) & mask;
    for (; this.#filled[slot] === 1; slot = (slot + 1) & mask)
      if (this.#lows[slot] === low && this.#highs[slot] === high) return true;
    this.#lows[slot] = low;
    this.#highs[slot] = high;
    this.#filled[slot] = 1;
    this.#count++;
    return false;
  }

  #grow(): void {
    const [lows, highs, filled] = [this.#lows, this.#highs, this.#filled];
    this.#lows = new Uint32Array(lows.length * 2);
    this.#highs = new Uint32Array(lows.length * 2);
    this.#filled = new Uint8Array(lows.length * 2);
    this.#count = 0;
    for (let slot = 0; slot < filled.length; slot++)
      if (filled[slot] === 1) this.has(lows[slot] as number, highs[slot] as number);
  }
}
