import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { code } from "virtual:fold-worker";
import type { ByteRange, FoldSpec } from "../../model.ts";
import type { Problem } from "../../problem/problem.ts";
import { ProblemError } from "../../problem/problem.ts";
import type { FilesJob, FilesShare } from "./fold-files-share.ts";
import type { Cut, Share } from "./fold-share.ts";

/** What a thread is to fold. */
export interface Job {
  readonly module: WebAssembly.Module;
  readonly spec: FoldSpec;
  readonly block: number;
  readonly range: ByteRange;
  /** As problems call the file. */
  readonly name: string;
  readonly cut: Cut;
  readonly next: Int32Array;
}

export type Answer<Folded> = { readonly share: Folded } | { readonly problems: readonly Problem[] };

/** Threads that wait for work. The process does not wait for them. */
const idle: Worker[] = [];
/** More would wait for the disk. */
const MOST = 8;

/** Besides the one that asks. */
export const OTHERS = Math.min(availableParallelism(), MOST) - 1;

/** Has threads start that are soon to fold. */
export function startThreads(): void {
  while (idle.length < OTHERS) idle.push(startThread());
}

function startThread(): Worker {
  const worker = new Worker(code, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  worker.unref();
  return worker;
}

/** Has so many threads fold with whoever asks. */
export function foldInThreads(job: Job, threads: number): Promise<readonly Share[]> {
  return sharesOf<Share>(job, threads);
}

/** The same of many small tables. */
export function foldFilesInThreads(job: FilesJob, threads: number): Promise<readonly FilesShare[]> {
  return sharesOf<FilesShare>(job, threads);
}

async function sharesOf<Folded>(job: object, threads: number): Promise<readonly Folded[]> {
  const answers = await inThreads<Answer<Folded>>(job, threads);
  return answers.map((answer) => {
    if ("problems" in answer) throw new ProblemError(answer.problems);
    return answer.share;
  });
}

/** Has so many threads do a job that `src/fold-worker.ts` knows. */
export function inThreads<Done>(job: object, threads: number): Promise<readonly Done[]> {
  return Promise.all(Array.from({ length: threads }, () => inThread<Done>(job)));
}

async function inThread<Done>(job: object): Promise<Done> {
  const worker = idle.pop() ?? startThread();
  worker.ref();
  const answer = await new Promise<Done>((resolve, reject) => {
    worker.once("message", (message: Done) => {
      worker.off("error", reject);
      resolve(message);
    });
    worker.once("error", reject);
    worker.postMessage(job);
  });
  worker.unref();
  idle.push(worker);
  return answer;
}
