import type { Folding, FoldSpec, Table } from "../model.ts";
import { foldRows } from "./fold-rows.ts";
import type { FoldedTogether } from "./kernel/fold-files.ts";

/** Smaller tables are folded row by row before a kernel is ready (docs/performance.md). */
const SMALL = 1 << 20;
/** To start threads takes as long as to fold so many bytes. */
const FOR_THREADS = 1 << 26;
/** What a thread takes at once. */
const STEP = 1 << 23;
const SMALLEST_STEP = 1 << 20;

/** Whether a table of so many bytes is folded by several threads. */
export function isForThreads(bytes: number): boolean {
  return bytes >= FOR_THREADS;
}

/**
 * Has threads start and the kernel compiled, which takes a while on other cores. Who waits for it waits until both have
 * begun, so that nothing else comes before them.
 */
export async function prepareThreads(): Promise<void> {
  const [{ startThreads }, { compiledKernel }] = await Promise.all([
    import("./kernel/threads.ts"),
    import("./kernel/compiled-kernel.ts"),
  ]);
  startThreads();
  void compiledKernel();
}

/** A thread pays for so many small files. */
const FILES_FOR_THREAD = 500;

/** How many threads help with so many small files. */
async function threadsFor(files: number): Promise<number> {
  const threads = Math.floor(files / FILES_FOR_THREAD);
  return threads === 0 ? 0 : Math.min((await import("./kernel/threads.ts")).OTHERS, threads);
}

/** Has the threads that fold look through small files beforehand, which `src/fold-worker.ts` knows how to do. */
export async function inThreads<Done>(job: { readonly files: readonly unknown[] }): Promise<readonly Done[]> {
  const threads = await threadsFor(job.files.length);
  if (threads === 0) return [];
  await prepareThreads();
  return (await import("./kernel/threads.ts")).inThreads(job, threads);
}

/** Folds a table by the engine that is fastest for it; all give the same. `total`: the bytes of all that are to be folded. */
export async function foldTable(table: Table, spec: FoldSpec, total = table.bytes?.length ?? 0): Promise<Folding> {
  const { bytes } = table;
  if (bytes === null || bytes.length < SMALL) return foldRows(table, spec);
  const { foldBytes, isForKernel } = await import("./kernel/fold-bytes.ts");
  if (!isForKernel(table, spec)) return foldRows(table, spec);
  const pieces = Math.floor(bytes.length / SMALLEST_STEP);
  const threads = !isForThreads(total) ? 0 : Math.min((await import("./kernel/threads.ts")).OTHERS, pieces >> 2);
  const step = Math.min(STEP, Math.max(SMALLEST_STEP, Math.ceil(bytes.length / (threads + 1) / 4)));
  return (await foldBytes(table, spec, { step, threads })) ?? foldRows(table, spec);
}

/** Whether a table is one of those that are better folded with others like it than alone. */
export function isSmall({ bytes }: Table): boolean {
  return bytes !== null && bytes.length < SMALL;
}

/** Folds small tables of one spec as one, where there is enough of them; `null` where each is to be folded alone. */
export async function foldSmall(
  tables: readonly Table[],
  spec: FoldSpec,
  asksFirst: boolean,
): Promise<FoldedTogether | null> {
  const total = tables.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  if (tables.length < 2 || total < SMALL) return null;
  const { isForKernel } = await import("./kernel/fold-bytes.ts");
  if (!tables.every((table) => isForKernel(table, spec))) return null;
  const { foldTogether } = await import("./kernel/fold-files.ts");
  return foldTogether(tables, spec, { asksFirst, threads: await threadsFor(tables.length) });
}
