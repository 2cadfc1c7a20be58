import { closeSync, openSync, readSync } from "node:fs";
import type { ByteRange, ByteReader } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";

/** Files of at most so many bytes are read at once. */
export const SMALL = 1 << 20;

/** The small file that was read last: of ten thousand, each is looked at several times before the next one is. */
let last: { readonly file: string; readonly bytes: Buffer } | null = null;

/** Opens a range of a file for reading; positions count from where the range begins. `name`: as problems call the file. */
export function openRange(range: ByteRange, name: string): ByteReader {
  const { file, start, length } = range;
  if (typeof file === "number" || start + length > SMALL) return openLarge(range, name);
  const { bytes } = (last = last?.file === file ? last : { file, bytes: attempt(() => readSmall(file), name) });
  return {
    read: (into, position) => {
      const from = start + position;
      if (bytes.copy(into, 0, from, from + into.length) < into.length) throw unreadable(SHORTER, name);
    },
    close: () => {},
  };
}

/** Forgets what was read of small files: they are opened anew. */
export function forgetSmall(): void {
  last = null;
}

/** To make a buffer for each of ten thousand files takes longer than to read them. */
let room: Buffer | null = null;

function readSmall(file: string): Buffer {
  const into = (room ??= Buffer.allocUnsafeSlow(SMALL));
  const descriptor = openSync(file, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < SMALL; length += read)
      read = readSync(descriptor, into, length, SMALL - length, null);
    return into.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

const SHORTER = "it became shorter while it was read";

function openLarge({ file, start }: ByteRange, name: string): ByteReader {
  const descriptor = typeof file === "number" ? file : attempt(() => openSync(file, "r"), name);
  return {
    read: (into, position) => {
      for (let done = 0; done < into.length;) {
        const read = attempt(() => readSync(descriptor, into, done, into.length - done, start + position + done), name);
        if (read === 0) throw unreadable(SHORTER, name);
        done += read;
      }
    },
    close: () => {
      if (typeof file !== "number") closeSync(descriptor);
    },
  };
}

/** A piece of a range, in memory. */
export function readPiece(range: ByteRange, from: number, length: number, name: string): Buffer {
  const piece = Buffer.allocUnsafe(Math.max(0, Math.min(length, range.length - from)));
  const reader = openRange(range, name);
  try {
    reader.read(piece, from);
    return piece;
  } finally {
    reader.close();
  }
}

function attempt<Result>(read: () => Result, name: string): Result {
  try {
    return read();
  } catch (error) {
    throw unreadable((error as NodeJS.ErrnoException).code ?? String(error), name);
  }
}

export function unreadable(detail: string, name: string): ProblemError {
  return new ProblemError([problem("file-unreadable", { detail }, { at: { in: "file", file: name } })]);
}
