import { mkdtempSync, openSync, rmdirSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as pause } from "node:timers/promises";
import type { ByteRange } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";

/**
 * Keeps on the disk what can be read only once, or only from its beginning: standard input, what is unpacked, what is
 * decoded. The file has no name from the start, so that nobody else reads it, and it is gone with the process, however
 * that ends. Between two pieces the process may be told to.
 */
export async function spool(
  pieces: AsyncIterable<Buffer>,
  name: string,
  advance: (written: number) => void = () => {},
): Promise<ByteRange> {
  try {
    const file = openNameless();
    let length = 0;
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length;) at += write(piece.subarray(at));
      advance(length);
      await pause();
    }
    return { file, start: 0, length };

    function write(piece: Buffer): number {
      const written = writeSync(file, piece, 0, piece.length, length);
      length += written;
      return written;
    }
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall === undefined || code === undefined) throw error;
    throw new ProblemError([problem("file-unreadable", { detail: code }, { at: { in: "file", file: name } })]);
  }
}

function openNameless(): number {
  const folder = mkdtempSync(path.join(tmpdir(), "chitieu-"));
  const file = path.join(folder, "text");
  const descriptor = openSync(file, "wx+", 0o600);
  unlinkSync(file);
  try {
    rmdirSync(folder);
  } catch {
    // Windows takes the file away when it is closed; the folder stays, and is empty.
  }
  return descriptor;
}
