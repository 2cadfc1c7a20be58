import type { Table } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";

/** The most that one compressed file may unpack to. */
export const MOST_UNPACKED = 1 << 30;
/** The most that the parts of a workbook may unpack to: cells take several times the room of their XML. */
export const MOST_IN_WORKBOOK = 1 << 29;
/** The most that all workbooks of a run may unpack to: their cells are kept until its end. */
export const MOST_IN_RUN = 1 << 30;
/** The most entries of a ZIP; a workbook has some dozens. */
export const MOST_ENTRIES = 10_000;
/** How many times its own size a file may unpack to, once that is more than `RATIO_FROM` bytes. */
const MOST_RATIO = 1000;
const RATIO_FROM = 1 << 24;

/** How many bytes a compressed file may unpack to, and what to say where it would be more. */
export function unpackLimit(packed: number, most: number, file: string, room = Infinity) {
  const byRatio = Math.max(RATIO_FROM, packed * MOST_RATIO);
  if (room < Math.min(most, byRatio)) return { bytes: room, exceeded: tooLarge("run", MOST_IN_RUN, file) };
  return byRatio < most
    ? { bytes: byRatio, exceeded: tooLarge("ratio", MOST_RATIO, file) }
    : { bytes: most, exceeded: tooLarge("bytes", most, file) };
}

export function tooLarge(what: "entries" | "bytes" | "ratio" | "run", most: number, file: string): Problem {
  return problem("archive-too-large", { what, most }, { at: { in: "file", file } });
}

export function damaged(detail: string, file: string): Problem {
  return problem("archive-wrong", { detail }, { at: { in: "file", file } });
}

/** Tables in memory, and the bytes that they were unpacked from. */
export interface UnpackedTables {
  readonly tables: readonly Table[];
  readonly unpacked: number;
}

/** What a file may still unpack to, counted while it is unpacked: what its directory says of sizes is not believed. */
export class UnpackBudget {
  readonly #exceeded: Problem;
  readonly #limit: number;
  #left: number;

  /** `room`: what the workbooks before it have left of a run's. */
  constructor(packed: number, most: number, file: string, room?: number) {
    const { bytes, exceeded } = unpackLimit(packed, most, file, room);
    this.#limit = this.#left = bytes;
    this.#exceeded = exceeded;
  }

  get spent(): number {
    return this.#limit - this.#left;
  }

  /** @throws ProblemError where it is more than there is left. */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new ProblemError([this.#exceeded]);
  }
}
