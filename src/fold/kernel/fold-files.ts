import { setImmediate as pause } from "node:timers/promises";
import type { FoldedRow, Folding, FoldSpec, RowPlace, Table } from "../../model.ts";
import { lastUpTo } from "../../text/last-up-to.ts";
import { compiledKernel } from "./compiled-kernel.ts";
import { takeKernel, withKeys } from "./fold-bytes.ts";
import { foldFilesShare, foldInto, signOf } from "./fold-files-share.ts";
import type { FilesJob, FilesPart, FilesShare, PlacedTable } from "./fold-files-share.ts";
import { joinFolded } from "./join-folded.ts";
import { startBefore } from "./join-shares.ts";
import { BLOCK } from "./kernel.ts";
import { packTables } from "./pack-tables.ts";

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

export interface Together {
  /** Whether `firstOf` is to be asked. */
  readonly asksFirst: boolean;
  /** How many threads fold beside this one. */
  readonly threads: number;
}

/**
 * Folds tables of one spec over their raw bytes as if they were one, so that what each has in common with the others is
 * kept once. A table in which anything is not plain is left out: it is to be folded alone, and with it its troubles are
 * told as if there were no others. `null` where it takes a look row by row.
 */
export async function foldTogether(
  tables: readonly Table[],
  spec: FoldSpec,
  how: Together,
): Promise<FoldedTogether | null> {
  const apart = new Set<number>();
  for (let before = -1; before < apart.size;) {
    before = apart.size;
    // What has been found out of order is left out of the next attempt, which hardly ever is needed.
    // oxlint-disable-next-line no-await-in-loop
    const together = await attempt(tables, spec, apart, how);
    if (apart.size === before) return together;
  }
  return null;
}

async function attempt(
  tables: readonly Table[],
  spec: FoldSpec,
  apart: Set<number>,
  { asksFirst, threads }: Together,
): Promise<FoldedTogether | null> {
  const module = await compiledKernel();
  const job = { module, spec, apart, asksFirst, next: new Int32Array(new SharedArrayBuffer(4)) };
  const others = foldElsewhere(job, tables, threads);
  // Should this thread fail, the others must not be left without anybody to hear of it.
  others.catch(() => {});
  const kernels: ReturnType<typeof takeKernel>[] = [];
  const steps = foldFilesShare(job, tables, (delimiter) => {
    const taken = takeKernel(module, spec, delimiter, BLOCK);
    kernels.push(taken);
    return taken.kernel;
  });
  try {
    let mine = steps.next();
    while (mine.done !== true) {
      // Meanwhile the process may be told to end.
      // oxlint-disable-next-line no-await-in-loop
      await pause();
      mine = steps.next();
    }
    const shares = [mine.value, ...(await others)];
    for (const index of shares.flatMap((share) => share.apart)) apart.add(index);
    return join(shares, { module, tables, spec });
  } finally {
    for (const { giveBack } of kernels) giveBack();
  }
}

/** What other threads fold, if they can have the tables. */
async function foldElsewhere(
  job: Omit<FilesJob, "tables">,
  tables: readonly Table[],
  threads: number,
): Promise<readonly FilesShare[]> {
  const plain = threads === 0 ? [] : tables.flatMap(({ bytes }) => bytes?.plain ?? []);
  if (threads === 0 || plain.length < tables.length) return [];
  const { foldFilesInThreads } = await import("./threads.ts");
  return foldFilesInThreads({ ...job, tables: packTables(plain) }, threads);
}

interface Attempt {
  readonly module: WebAssembly.Module;
  readonly tables: readonly Table[];
  readonly spec: FoldSpec;
}

function join(shares: readonly FilesShare[], { module, tables, spec }: Attempt): FoldedTogether | null {
  const placed = shares.flatMap((share) => share.placed).sort((one, other) => one.index - other.index);
  const parts = shares.flatMap((share) => share.parts);
  const starts = placed.map(({ first }) => first);
  const { folded, keys, pieces } = merge(parts, starts);
  if (parts.some(({ isTooLarge }) => isTooLarge) || folded.some(hasTooLargeSum)) return null;
  const rows = parts.reduce((total, part) => total + part.rows, 0);
  const cellsAt = ({ line, offset }: RowPlace) => {
    const { index, start } = placed[lastUpTo(offset, placed, (one) => one.start)] as PlacedTable;
    return tables[index]?.bytes?.cellsAt({ line, offset: offset - start }) ?? [];
  };
  const folding = withKeys({ folded, rows, keys, pieces, troubles: [], fault: null }, { cellsAt }, spec);
  const byIndex = new Map(placed.map((one) => [one.index, one]));
  const bySign = new Map<string, FoldedRow>();
  const known = () => {
    if (bySign.size === 0) for (const row of folded) bySign.set(signOf(row.classes), row);
    return bySign;
  };
  const foldedOf = (index: number) => {
    const own = foldedAlone(module, tables[index] as Table, spec, byIndex.get(index)?.start ?? 0);
    return own.flatMap((row) => {
      const of = known().get(signOf(row.classes));
      return of === undefined ? [] : [{ row, of }];
    });
  };
  const firstOf = (index: number) => known().get(byIndex.get(index)?.sign ?? "") ?? null;
  return { folding, tables: tables.map((_, index) => byIndex.get(index) ?? null), foldedOf, firstOf };
}

function merge(parts: readonly Pick<FilesPart, "folded" | "keys">[], starts: readonly RowPlace[]) {
  const place = ({ line, offset }: RowPlace) => ({ line: line + startBefore(starts, offset), offset });
  return joinFolded(parts, starts, place);
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

function hasTooLargeSum({ sums }: FoldedRow): boolean {
  return sums.some(({ total }) => !Number.isSafeInteger(total));
}
