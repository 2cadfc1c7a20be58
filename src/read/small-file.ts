import { closeSync, openSync, readSync } from "node:fs";
import type { ByteRange } from "../model.ts";
import { attempt, unreadable } from "./stored-bytes.ts";

/** A file of fewer bytes is small: it is read in one go. */
const SMALL = 1 << 20;

/** A range of a small file, which is known by its path. */
export type SmallRange = ByteRange & { readonly file: string };

/** To make a buffer for each of ten thousand files takes longer than to read them. */
let room: Buffer | null = null;

/** What was read last: each of ten thousand files is looked at several times before the next one is. */
let last: { readonly file: string; readonly bytes: Buffer } | null = null;

/** All of a file, if it is small. It stands in memory that the next one is read into. `name`: as problems call it. */
export function readSmallFile(file: string, name: string): Buffer | null {
  const bytes = readUpTo(SMALL, file, name);
  return bytes.length < SMALL ? bytes : null;
}

/** A range of a small file, which is read again only where another was read since. */
export function smallPiece({ file, start, length }: SmallRange, name: string): Buffer {
  const end = start + length;
  const bytes = last?.file === file ? last.bytes : readUpTo(end, file, name);
  if (bytes.length < end) throw unreadable("it became shorter while it was read", name);
  return bytes.subarray(start, end);
}

function readUpTo(most: number, file: string, name: string): Buffer {
  last = null;
  const into = (room ??= Buffer.allocUnsafeSlow(SMALL)).subarray(0, most);
  const bytes = into.subarray(
    0,
    attempt(() => fill(into, file), name),
  );
  last = { file, bytes };
  return bytes;
}

function fill(into: Buffer, file: string): number {
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
