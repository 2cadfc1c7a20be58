import type { ByteRange } from "../model.ts";
import { openRange, unreadable } from "./stored-bytes.ts";

/** A file of at most so many bytes is small: it is read in one go. */
export const SMALL = 1 << 20;

/** A range of a file that is small enough, which is known by its path. */
export type SmallRange = ByteRange & { readonly file: string };

/** To make a buffer for each of ten thousand files takes longer than to read them. */
let room: Buffer | null = null;

/** What was read last: each of ten thousand files is looked at several times before the next one is. */
let last: { readonly file: string; readonly bytes: Buffer } | null = null;

/** A range of a small file, which is read again only where another was read since: memory is that of the next one. */
export function smallPiece({ file, start, length }: SmallRange, name: string): Buffer {
  const bytes = last?.file === file ? last.bytes : readSmallFile({ file, start: 0, length: start + length }, name);
  if (bytes.length < start + length) throw unreadable("it became shorter while it was read", name);
  return bytes.subarray(start, start + length);
}

/** The same of one that may have changed since. `name`: as problems call it. */
export function readSmallFile(range: SmallRange, name: string): Buffer {
  last = null;
  const into = (room ??= Buffer.allocUnsafeSlow(SMALL)).subarray(0, range.length);
  const reader = openRange(range, name);
  try {
    reader.read(into, 0);
  } finally {
    reader.close();
  }
  last = { file: range.file, bytes: into };
  return into;
}
