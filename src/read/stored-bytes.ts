import { closeSync, openSync, readSync } from "node:fs";
import type { ByteRange, ByteReader } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";

/** Opens a range of a file for reading; positions count from where the range begins. `name`: as problems call the file. */
export function openRange({ file, start }: ByteRange, name: string): ByteReader {
  const descriptor = typeof file === "number" ? file : attempt(() => openSync(file, "r"), name);
  return {
    read: (into, position) => {
      for (let done = 0; done < into.length;) {
        const read = attempt(() => readSync(descriptor, into, done, into.length - done, start + position + done), name);
        if (read === 0) throw unreadable("it became shorter while it was read", name);
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

export function attempt<Result>(read: () => Result, name: string): Result {
  try {
    return read();
  } catch (error) {
    throw unreadable((error as NodeJS.ErrnoException).code ?? String(error), name);
  }
}

export function unreadable(detail: string, name: string): ProblemError {
  return new ProblemError([problem("file-unreadable", { detail }, { at: { in: "file", file: name } })]);
}
