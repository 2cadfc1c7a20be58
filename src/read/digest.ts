// oxlint-disable-next-line no-restricted-imports -- of the process nothing is read but what loads a module
import { getBuiltinModule } from "node:process";
import { setImmediate as pause } from "node:timers/promises";
import type { ByteRange } from "../model.ts";
import { openRange } from "./stored-bytes.ts";

/** Loaded where a digest is asked for: that takes as long as to read a hundred exports. */
const cryptography = () => getBuiltinModule("node:crypto");

/** The SHA-256 of a file's bytes. */
export function digestOf(bytes: Buffer): string {
  return cryptography().hash("sha256", bytes);
}

const PIECE = 1 << 20;

/** The same of a file that stays on the disk. */
export async function digestOfFile(range: ByteRange, name: string, advance: (done: number) => void): Promise<string> {
  const hash = cryptography().createHash("sha256");
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
