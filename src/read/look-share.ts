import { lookThrough } from "./look-through.ts";
import type { Look, LookedThrough } from "./look-through.ts";

/** Small files that several threads look through. Plain data. */
export interface LookJob {
  readonly files: readonly LookedThrough[];
  readonly digests: boolean;
  /** The first that no thread has taken. */
  readonly next: Int32Array;
}

/** What a thread has found, by the numbers of the files. */
export type Looks = readonly (readonly [file: number, look: Look])[];

/** So many files a thread takes at once. */
const TAKEN = 32;

/** Looks through one file after the other that no thread has taken, and says where it is. */
export function* lookShare(
  { files, next }: LookJob,
  digestOf: ((bytes: Buffer) => string) | null,
): Generator<LookedThrough, Looks> {
  const looks: [number, Look][] = [];
  for (let from = Atomics.add(next, 0, TAKEN); from < files.length; from = Atomics.add(next, 0, TAKEN)) {
    yield files[from] as LookedThrough;
    for (let index = from; index < Math.min(from + TAKEN, files.length); index++) {
      const look = lookOrNone(files[index] as LookedThrough, digestOf);
      if (look !== null) looks.push([index, look]);
    }
  }
  return looks;
}

/** What cannot be read is told where it is opened by itself. */
function lookOrNone(...asked: Parameters<typeof lookThrough>): Look | null {
  try {
    return lookThrough(...asked);
  } catch {
    return null;
  }
}
