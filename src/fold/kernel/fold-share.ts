import type { ByteReader } from "../../model.ts";
import { findRowStart } from "./find-row-start.ts";
import type { Kernel, RangeEnd } from "./kernel.ts";

/** How a table is cut into ranges of so many bytes, which threads take one after the other. */
export interface Cut {
  readonly first: number;
  readonly length: number;
  readonly step: number;
  readonly delimiter: string;
}

/** What a thread folded, and where its ranges began and ended. */
export interface Share {
  readonly ends: readonly NumberedEnd[];
  readonly rows: number;
  readonly folded: Kernel["folded"];
  readonly keys: Kernel["keys"];
  readonly troubles: Kernel["troubles"];
  readonly isTooLarge: boolean;
}

/** `null` where no row begins in the range. */
export interface NumberedEnd {
  readonly index: number;
  readonly met: RangeEnd | null;
}

/** No range is left to take. */
const NO_MORE = 1 << 30;
/** So much is looked at for the first row of a range. */
const LOOK = 1 << 14;

/** Folds one range after the other that nobody else has taken; `next` is the first that is free. */
export function* foldShare(kernel: Kernel, reader: ByteReader, cut: Cut, next: Int32Array): Generator<number, Share> {
  const { first, length, step } = cut;
  const ends: NumberedEnd[] = [];
  let before = { index: -1, end: first };
  for (let index = Atomics.add(next, 0, 1); first + index * step < length; index = Atomics.add(next, 0, 1)) {
    const until = Math.min(first + (index + 1) * step, length);
    const from = before.index === index - 1 ? before.end : rowStart(reader, first + index * step, cut);
    const met = from === null || from >= until ? null : yield* kernel.fold(reader, length, { from, until });
    ends.push({ index, met });
    before =
      met === null && from !== null ? { index, end: from } : { index: met === null ? -1 : index, end: met?.end ?? 0 };
    if (met?.fault != null) Atomics.store(next, 0, NO_MORE);
  }
  const { rows, folded, keys, troubles, isTooLarge } = kernel;
  return { ends, rows, folded, keys, troubles, isTooLarge };
}

function rowStart(reader: ByteReader, from: number, { length, delimiter }: Cut): number | null {
  const piece = new Uint8Array(Math.min(LOOK, length - from + 1));
  reader.read(piece, from - 1);
  const start = findRowStart(piece, delimiter.charCodeAt(0));
  return start === null ? null : from - 1 + start;
}
