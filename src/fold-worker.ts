import { parentPort } from "node:worker_threads";
import { foldShare } from "./fold/kernel/fold-share.ts";
import { Kernel } from "./fold/kernel/kernel.ts";
import type { Answer, Job } from "./fold/kernel/threads.ts";
import { ProblemError } from "./problem/problem.ts";
import { openRange } from "./read/stored-bytes.ts";

/** A thread that folds what it is sent: its share of a table. The build makes text of it (scripts/kernel.js). */
let before: { readonly id: string; readonly kernel: Kernel } | null = null;

parentPort?.on("message", (job: Job) => {
  const answer = answerTo(job);
  const moved = "share" in answer ? [answer.share.folded.plain.records, ...answer.share.keys.prints] : [];
  parentPort?.postMessage(
    answer,
    moved.map(({ buffer }) => buffer),
  );
});

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
