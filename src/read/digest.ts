import { createHash } from "node:crypto";
import type { ByteRange } from "../model.ts";
import { openRange } from "./stored-bytes.ts";

/** The SHA-256 of a file's bytes. In a file of its own: to load cryptography takes as long as to read a hundred exports. */
export function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const PIECE = 1 << 20;

/** The same of a file that stays on the disk. */
export function digestOfFile(range: ByteRange, name: string): string {
  const hash = createHash("sha256");
  const reader = openRange(range, name);
  try {
    const room = Buffer.allocUnsafe(Math.min(PIECE, range.length));
    for (let at = 0; at < range.length; at += PIECE) {
      const piece = room.subarray(0, Math.min(PIECE, range.length - at));
      reader.read(piece, at);
      hash.update(piece);
    }
    return hash.digest("hex");
  } finally {
    reader.close();
  }
}
