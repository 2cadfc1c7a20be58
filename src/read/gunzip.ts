import { gunzipSync } from "node:zlib";
import { ProblemError } from "../problem/problem.ts";
import { damaged, MOST_UNPACKED, unpackLimit } from "./unpack-limits.ts";

/** Node's types know nothing of `info`, with which it also hands over the engine. */
interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/**
 * Unpacks gzip, all members one after the other. Zeros may follow, as on tapes, and nothing else.
 *
 * @throws ProblemError where it is damaged, cut off, or too large.
 */
export function gunzip(bytes: Buffer, file: string): Buffer {
  const limit = unpackLimit(bytes.length, MOST_UNPACKED, file);
  const options = { maxOutputLength: limit.bytes, chunkSize: 1 << 18, info: true };
  try {
    const { buffer, engine } = gunzipSync(bytes, options) as unknown as Unpacked;
    if (bytes.subarray(engine.bytesWritten).every((byte) => byte === 0)) return buffer;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ProblemError([code === "ERR_BUFFER_TOO_LARGE" ? limit.exceeded : damaged(message, file)]);
  }
  throw new ProblemError([damaged("unexpected bytes at the end", file)]);
}
