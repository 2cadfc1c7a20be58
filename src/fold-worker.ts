import { parentPort } from "node:worker_threads";
import { foldFilesShare } from "./fold/kernel/fold-files-share.ts";
import type { FilesJob, FilesShare } from "./fold/kernel/fold-files-share.ts";
import { foldShare } from "./fold/kernel/fold-share.ts";
import type { Share } from "./fold/kernel/fold-share.ts";
import { Kernel } from "./fold/kernel/kernel.ts";
import { unpackTables } from "./fold/kernel/pack-tables.ts";
import { runThrough } from "./fold/kernel/run-through.ts";
import type { Answer, Job } from "./fold/kernel/threads.ts";
import type { FoldSpec } from "./model.ts";
import { ProblemError } from "./problem/problem.ts";
import { digestOf } from "./read/digest.ts";
import { lookShare } from "./read/look-share.ts";
import type { LookJob, Looks } from "./read/look-share.ts";
import { SmallTable } from "./read/small-table.ts";
import { openRange } from "./read/stored-bytes.ts";

/**
 * A thread that does its share of what it is sent: folds a table, or many small ones, or looks through small files. The
 * build makes text of it (scripts/kernel.js).
 */
parentPort?.on("message", (job: Job | FilesJob | LookJob) => {
  if ("files" in job) parentPort?.postMessage(looked(job));
  else if ("tables" in job)
    answer(
      () => foldFiles(job),
      ({ parts }) => parts,
    );
  else
    answer(
      () => fold(job),
      (share) => [share],
    );
});

function looked(job: LookJob): Looks {
  return runThrough(lookShare(job, job.digests ? digestOf : null));
}

/** Its bytes are moved, not copied. */
function answer<Folded>(
  work: () => Folded,
  partsOf: (share: Folded) => readonly Pick<Share, "folded" | "keys">[],
): void {
  try {
    const share = work();
    const moved = partsOf(share).flatMap(({ folded, keys }) => [folded.plain.records, ...keys.prints]);
    parentPort?.postMessage(
      { share } satisfies Answer<Folded>,
      moved.map(({ buffer }) => buffer),
    );
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    parentPort?.postMessage({ problems: error.problems } satisfies Answer<Folded>);
  }
}

function fold({ module, spec, block, range, name, cut, next }: Job): Share {
  const kernel = kernelFor(module, spec, cut.delimiter, block);
  const reader = openRange(range, name);
  try {
    return runThrough(foldShare(kernel, reader, cut, next));
  } finally {
    reader.close();
  }
}

function foldFiles({ module, spec, tables, ...job }: FilesJob): FilesShare {
  const made = unpackTables(tables).map((table) => new SmallTable(table, 0));
  return runThrough(foldFilesShare({ spec, ...job }, made, (delimiter) => new Kernel(module, spec, delimiter)));
}

let before: { readonly id: string; readonly kernel: Kernel } | null = null;

/** What texts mean in a spec need not be asked again for the next table. */
function kernelFor(module: WebAssembly.Module, spec: FoldSpec, delimiter: string, block: number): Kernel {
  const id = JSON.stringify([spec, delimiter, block]);
  const kernel = before?.id === id ? before.kernel : new Kernel(module, spec, delimiter, block);
  before = { id, kernel };
  kernel.clear();
  return kernel;
}
