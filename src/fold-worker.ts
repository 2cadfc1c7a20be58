import { parentPort } from "node:worker_threads";
import { foldShare } from "./fold/kernel/fold-share.ts";
import { Kernel } from "./fold/kernel/kernel.ts";
import type { Answer, Job } from "./fold/kernel/threads.ts";
import { ProblemError } from "./problem/problem.ts";
import { digestOf } from "./read/digest.ts";
import { lookShare } from "./read/look-share.ts";
import type { LookJob } from "./read/look-share.ts";
import { openRange } from "./read/stored-bytes.ts";

/**
 * A thread that does its share of what it is sent: folds a table, or looks through small files. The build makes text of it
 * (scripts/kernel.js).
 */
parentPort?.on("message", (job: Job | LookJob) => ("files" in job ? look(job) : fold(job)));

function look(job: LookJob): void {
  const steps = lookShare(job, job.digests ? digestOf : null);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return parentPort?.postMessage(value);
  }
}

let before: { readonly id: string; readonly kernel: Kernel } | null = null;

function fold(job: Job): void {
  const answer = answerTo(job);
  const moved = "share" in answer ? [answer.share.folded.plain.records, ...answer.share.keys.prints] : [];
  parentPort?.postMessage(
    answer,
    moved.map(({ buffer }) => buffer),
  );
}

function answerTo({ module, spec, block, range, name, cut, next }: Job): Answer {
  const id = JSON.stringify([spec, cut.delimiter, block]);
  const kernel = before?.id === id ? before.kernel : new Kernel(module, spec, cut.delimiter, block);
  before = { id, kernel };
  kernel.clear();
  try {
    const reader = openRange(range, name);
    try {
      const steps = foldShare(kernel, reader, cut, next);
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) return { share: value };
      }
    } finally {
      reader.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { problems: error.problems };
  }
}
