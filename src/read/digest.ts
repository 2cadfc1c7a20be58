import { createHash, hash as hashOf } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import type { ByteRange } from "../model.ts";
import { openRange } from "./stored-bytes.ts";

/** The SHA-256 of a file's bytes. In a file of its own: to load cryptography takes as long as to read a hundred exports. */
export function digestOf(bytes: Buffer): string {
  return hashOf("sha256", bytes);
}

const PIECE = 1 << 20;

/** The same of a file that stays on the disk. */
export async function digestOfFile(range: ByteRange, name: string, advance: (done: number) => void): Promise<string> {
  const hash = createHash("sha256");
  const reader = openRange(range, name);
  try {
    const room = Buffer.allocUnsafe(Math.min(PIECE, range.length));
    for (let at = 0; at < range.length; at += PIECE) {
      const piece = room.subarray(0, Math.min(PIECE, range.length - at));
      reader.read(piece, at);
      hash.update(piece);
      advance(at + piece.length);
      // Meanwhile the process may be told to end.
      // oxlint-disable-next-line no-await-in-loop
      await pause();
    }
    return hash.digest("hex");
  } finally {
    reader.close();
  }
}
