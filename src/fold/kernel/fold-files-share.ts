import type { Class, FoldSpec, RowPlace, Table } from "../../model.ts";
import { classId } from "../class-id.ts";
import { classify } from "../classify.ts";
import { firstRow } from "./first-row.ts";
import type { Share } from "./fold-share.ts";
import type { Kernel } from "./kernel.ts";
import type { PackedTables } from "./pack-tables.ts";
import { runThrough } from "./run-through.ts";

/** Tables that several threads fold as if they were one. Plain data. */
export interface FilesJob {
  readonly module: WebAssembly.Module;
  readonly spec: FoldSpec;
  readonly tables: PackedTables;
  /** Those that are left out. */
  readonly apart: ReadonlySet<number>;
  /** Whether the sign of each table's first row is asked for. */
  readonly asksFirst: boolean;
  /** The first that no thread has taken. */
  readonly next: Int32Array;
}

/** What a thread folded of them. */
export interface FilesShare {
  readonly placed: readonly PlacedTable[];
  /** Tables in which anything is not plain. What was folded holds some of their rows, and is of no use. */
  readonly apart: readonly number[];
  /** One for each delimiter. */
  readonly parts: readonly FilesPart[];
}

export type FilesPart = Pick<Share, "rows" | "folded" | "keys" | "isTooLarge">;

/** Where a table was found to stand in the whole. */
export interface PlacedTable {
  readonly index: number;
  readonly start: number;
  readonly first: RowPlace;
  readonly rows: number;
  /** Of the folded row that its first row went into. */
  readonly sign: string | null;
}

/** So many tables a thread takes at once. */
const TAKEN = 32;

/**
 * Folds one table after the other that no thread has taken: the offset of a row is that in its own table, and that of the
 * table in the whole. It stops now and then.
 */
export function* foldFilesShare(
  { spec, apart, asksFirst, next }: Omit<FilesJob, "module" | "tables">,
  tables: readonly Table[],
  kernelFor: (delimiter: string) => Kernel,
): Generator<void, FilesShare> {
  const starts = startsOf(tables);
  const kernels = new Map<string, Kernel>();
  const placed: PlacedTable[] = [];
  const found: number[] = [];
  for (let from = Atomics.add(next, 0, TAKEN); from < tables.length; from = Atomics.add(next, 0, TAKEN)) {
    for (let index = from; index < Math.min(from + TAKEN, tables.length); index++) {
      if (apart.has(index)) continue;
      const table = tables[index] as Table;
      const { delimiter = "" } = table.bytes ?? {};
      const kernel = kernels.get(delimiter) ?? kernelFor(delimiter);
      kernels.set(delimiter, kernel);
      const start = starts[index] ?? 0;
      const folded = foldInto(kernel, table, spec, start);
      if (folded === null) found.push(index);
      else {
        const { own, first, rows } = folded;
        placed.push({ index, start, first, rows, sign: asksFirst ? signOfFirst(table, spec, own) : null });
      }
    }
    yield;
  }
  const parts = [...kernels.values()].map(({ rows, folded, keys, isTooLarge }) => ({ rows, folded, keys, isTooLarge }));
  return { placed, apart: found, parts };
}

function startsOf(tables: readonly Table[]): Float64Array {
  const starts = new Float64Array(tables.length);
  let start = 0;
  for (const [index, { bytes }] of tables.entries()) {
    starts[index] = start;
    start += bytes?.length ?? 0;
  }
  return starts;
}

/** Adds a table to what a kernel has folded; `null` where it is not plain. */
export function foldInto(kernel: Kernel, table: Table, spec: FoldSpec, start: number) {
  const { bytes } = table;
  const first = firstRow(table, spec);
  if (bytes === null || first === null) return null;
  const before = { rows: kernel.rows, troubles: kernel.troubles.length };
  const end = start + bytes.length;
  const from = start + first.offset;
  if (from < end) {
    const reader = bytes.open();
    try {
      const read = (into: Uint8Array, position: number) => reader.read(into, position - start);
      const met = runThrough(kernel.fold({ ...reader, read }, end, { from, until: end }));
      if (met.fault !== null || met.end !== end || kernel.troubles.length > before.troubles) return null;
    } finally {
      reader.close();
    }
  }
  return { own: first, first: { line: first.line, offset: from }, rows: kernel.rows - before.rows };
}

export function signOf(classes: readonly Class[]): string {
  return classes.map(classId).join("\0");
}

/** By a look at its first row alone, where that is one plain line. */
function signOfFirst({ bytes }: Table, spec: FoldSpec, first: RowPlace): string | null {
  if (bytes === null || first.offset >= bytes.length) return null;
  const cells = bytes.cellsAt(first);
  return cells.length < spec.width
    ? null
    : signOf(spec.classes.map(({ index, classing }) => classify(classing, cells[index] ?? "")));
}
