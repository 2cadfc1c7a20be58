import { setImmediate as pause } from "node:timers/promises";
import type { Class, FoldedRow, Folding, FoldSpec, RowPlace, Table } from "../../model.ts";
import { lastUpTo } from "../../text/last-up-to.ts";
import { classId } from "../class-id.ts";
import { classify } from "../classify.ts";
import { compiledKernel } from "./compiled-kernel.ts";
import { firstRow } from "./first-row.ts";
import { takeKernel, withKeys } from "./fold-bytes.ts";
import { joinFolded } from "./join-folded.ts";
import { startBefore } from "./join-shares.ts";
import { BLOCK } from "./kernel.ts";
import type { Kernel, RangeEnd } from "./kernel.ts";

/** Tables folded as one: the offset of a row is that in its own table, and that of the table in the whole. */
export interface FoldedTogether {
  readonly folding: Folding;
  /** Where each table begins in the whole, and how many rows it has; `null` for one that has to be folded alone. */
  readonly tables: readonly ({ readonly start: number; readonly rows: number } | null)[];
  /** The folded rows of one table, each with that of the whole which it is a part of. */
  readonly foldedOf: (index: number) => readonly { readonly row: FoldedRow; readonly of: FoldedRow }[];
  /** The folded row of the whole that the first row of a table went into, where it was asked for. */
  readonly firstOf: (index: number) => FoldedRow | null;
}

/** Where a table was found to stand, and the sign of its first row. */
interface PlacedTable {
  readonly start: number;
  readonly rows: number;
  readonly sign: string | null;
}

/** After so many files the process may do something else, such as stop. */
const PAUSE = 64;

/**
 * Folds tables of one spec over their raw bytes as if they were one, so that what each has in common with the others is
 * kept once. A table in which anything is not plain is left out: it is to be folded alone, and with it its troubles are
 * told as if there were no others. `null` where it takes a look row by row. `asksFirst`: whether `firstOf` is to be asked.
 */
export async function foldTogether(
  tables: readonly Table[],
  spec: FoldSpec,
  asksFirst: boolean,
): Promise<FoldedTogether | null> {
  const apart = new Set<number>();
  for (let before = -1; before < apart.size;) {
    before = apart.size;
    // What has been found out of order is left out of the next attempt, which hardly ever is needed.
    // oxlint-disable-next-line no-await-in-loop
    const together = await attempt(tables, spec, apart, asksFirst);
    if (apart.size === before) return together;
  }
  return null;
}

async function attempt(
  tables: readonly Table[],
  spec: FoldSpec,
  apart: Set<number>,
  asksFirst: boolean,
): Promise<FoldedTogether | null> {
  const module = await compiledKernel();
  const kernels = new Map<string, ReturnType<typeof takeKernel>>();
  const kernelFor = (delimiter: string) => {
    const taken = kernels.get(delimiter) ?? takeKernel(module, spec, delimiter, BLOCK);
    kernels.set(delimiter, taken);
    return taken.kernel;
  };
  const placed: (PlacedTable | null)[] = [];
  const starts: RowPlace[] = [];
  try {
    let start = 0;
    for (const [index, table] of tables.entries()) {
      const folded = apart.has(index) ? null : foldInto(kernelFor(table.bytes?.delimiter ?? ""), table, spec, start);
      if (folded === null) apart.add(index);
      else starts.push(folded.first);
      placed.push(
        folded && { start, rows: folded.rows, sign: asksFirst ? signOfFirst(table, spec, folded.own) : null },
      );
      start += table.bytes?.length ?? 0;
      // oxlint-disable-next-line no-await-in-loop
      if (index % PAUSE === PAUSE - 1) await pause();
    }
    return join(
      [...kernels.values()].map(({ kernel }) => kernel),
      { module, tables, spec, placed, starts },
    );
  } finally {
    for (const { giveBack } of kernels.values()) giveBack();
  }
}

/** Adds a table to what a kernel has folded; `null` where it is not plain. */
function foldInto(kernel: Kernel, table: Table, spec: FoldSpec, start: number) {
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
      const steps = kernel.fold({ ...reader, read }, end, { from, until: end });
      let met: RangeEnd | null = null;
      while (met === null) {
        const { done, value } = steps.next();
        if (done === true) met = value;
      }
      if (met.fault !== null || met.end !== end || kernel.troubles.length > before.troubles) return null;
    } finally {
      reader.close();
    }
  }
  return { own: first, first: { line: first.line, offset: from }, rows: kernel.rows - before.rows };
}

interface Attempt {
  readonly module: WebAssembly.Module;
  readonly tables: readonly Table[];
  readonly spec: FoldSpec;
  readonly placed: readonly (PlacedTable | null)[];
  readonly starts: readonly RowPlace[];
}

function join(kernels: readonly Kernel[], { module, tables, spec, placed, starts }: Attempt): FoldedTogether | null {
  const { folded, keys, pieces } = merge(kernels, starts);
  if (kernels.some(({ isTooLarge }) => isTooLarge) || folded.some(hasTooLargeSum)) return null;
  const rows = kernels.reduce((total, kernel) => total + kernel.rows, 0);
  const parts = placed.flatMap((one, index) => (one === null ? [] : [{ start: one.start, table: tables[index] }]));
  const cellsAt = ({ line, offset }: RowPlace) => {
    const part = parts[lastUpTo(offset, parts, ({ start }) => start)];
    return part?.table?.bytes?.cellsAt({ line, offset: offset - part.start }) ?? [];
  };
  const folding = withKeys({ folded, rows, keys, pieces, troubles: [], fault: null }, { cellsAt }, spec);
  const bySign = new Map<string, FoldedRow>();
  const known = () => {
    if (bySign.size === 0) for (const row of folded) bySign.set(signOf(row.classes), row);
    return bySign;
  };
  const foldedOf = (index: number) => {
    const { start = 0 } = placed[index] ?? {};
    const own = foldedAlone(module, tables[index] as Table, spec, start);
    return own.flatMap((row) => {
      const of = known().get(signOf(row.classes));
      return of === undefined ? [] : [{ row, of }];
    });
  };
  const firstOf = (index: number) => known().get(placed[index]?.sign ?? "") ?? null;
  return { folding, tables: placed, foldedOf, firstOf };
}

function merge(kernels: readonly Kernel[], starts: readonly RowPlace[]) {
  const place = ({ line, offset }: RowPlace) => ({ line: line + startBefore(starts, offset), offset });
  return joinFolded(kernels, starts, place);
}

function foldedAlone(module: WebAssembly.Module, table: Table, spec: FoldSpec, start: number): readonly FoldedRow[] {
  const { kernel, giveBack } = takeKernel(module, spec, table.bytes?.delimiter ?? "", BLOCK);
  try {
    const alone = foldInto(kernel, table, spec, start);
    return alone === null ? [] : merge([kernel], [alone.first]).folded;
  } finally {
    giveBack();
  }
}

function signOf(classes: readonly Class[]): string {
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

function hasTooLargeSum({ sums }: FoldedRow): boolean {
  return sums.some(({ total }) => !Number.isSafeInteger(total));
}
