import { setImmediate as pause } from "node:timers/promises";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { lookShare } from "./look-share.ts";
import type { LookJob, Looks } from "./look-share.ts";
import type { Look, LookedThrough } from "./look-through.ts";
import { UNREAD } from "./opened.ts";
import type { Opened } from "./opened.ts";
import { smallTable } from "./small-table.ts";

/** Has other threads do a job as well, as many as pay for so many files. */
export type LookInThreads = (job: LookJob) => Promise<readonly Looks[]>;

/** Who helps, and who hears how far it is. */
export interface Heard {
  readonly inThreads: LookInThreads;
  readonly reached: (name: string) => void;
  readonly dataRead: (bytes: number) => void;
}

export interface SmallFile extends LookedThrough {
  /** Whether it was named itself, and not found in a folder. */
  readonly isNamed: boolean;
}

/**
 * Opens small files that stay on the disk: they are looked through once, in several threads, and from then on read only
 * where they are asked for. By their paths; what is missing has to be opened by itself.
 */
export async function openSmall(
  files: readonly SmallFile[],
  digestOf: ((bytes: Buffer) => string) | null,
  { inThreads, reached, dataRead }: Heard,
): Promise<ReadonlyMap<string, readonly Opened[] | Problem>> {
  const job = { files, digests: digestOf !== null, next: new Int32Array(new SharedArrayBuffer(4)) };
  const others = inThreads(job);
  // Should this thread fail, the others must not be left without anybody to hear of it.
  others.catch(() => {});
  const steps = lookShare(job, digestOf);
  let mine = steps.next();
  while (mine.done !== true) {
    reached(mine.value.name);
    // Meanwhile the process may be told to end.
    // oxlint-disable-next-line no-await-in-loop
    await pause();
    mine = steps.next();
  }
  const opened = new Map<string, readonly Opened[] | Problem>();
  for (const [index, look] of [mine.value, ...(await others)].flat()) {
    const file = files[index] as SmallFile;
    dataRead(look.length);
    const one = openedAs(look, file);
    if (one !== null) opened.set(file.path, one);
  }
  return opened;
}

function openedAs(look: Look, { path, name, isNamed }: SmallFile): readonly Opened[] | Problem | null {
  if (!isNamed && look.isOwn) return problem("file-skipped", { why: "output" }, { at: { in: "file", file: name } });
  const table = smallTable(look, { path, name });
  const { length, sha256, dialect } = look;
  const input = { ...UNREAD, file: name, bytes: length, sha256, encoding: "utf-8", delimiter: dialect.delimiter };
  return table && [{ path, input, table, problems: NONE }];
}

const NONE: readonly Problem[] = [];
