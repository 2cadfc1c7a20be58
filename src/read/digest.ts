import { createHash } from "node:crypto";

/** The SHA-256 of a file's bytes. In a file of its own: to load cryptography takes as long as to read a hundred exports. */
export function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
