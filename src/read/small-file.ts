import { closeSync, openSync, readSync } from "node:fs";
import type { ByteRange } from "../model.ts";
import { attempt, unreadable } from "./stored-bytes.ts";

/** Files of at most so many bytes are read at once. */
export const SMALL = 1 << 20;

/** To make a buffer for each of ten thousand files takes longer than to read them. */
let room: Buffer | null = null;

/** What was read last: each of ten thousand files is looked at several times before the next one is. */
let last: { readonly file: string; readonly bytes: Buffer } | null = null;

/** All of a small file. It stands in memory that the next one is read into. `name`: as problems call it. */
export function readSmallFile(file: string, name: string): Buffer {
  last = null;
  const into = (room ??= Buffer.allocUnsafeSlow(SMALL));
  const length = attempt(() => readInto(into, file), name);
  last = { file, bytes: into.subarray(0, length) };
  return last.bytes;
}

/** A range of a small file, which is read again only where another was read since. */
export function smallPiece({ file, start, length }: ByteRange & { readonly file: string }, name: string): Buffer {
  const bytes = last?.file === file ? last.bytes : readSmallFile(file, name);
  if (bytes.length < start + length) throw unreadable("it became shorter while it was read", name);
  return bytes.subarray(start, start + length);
}

function readInto(into: Buffer, file: string): number {
  const descriptor = openSync(file, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < into.length; length += read)
      read = readSync(descriptor, into, length, into.length - length, null);
    return length;
  } finally {
    closeSync(descriptor);
  }
}
