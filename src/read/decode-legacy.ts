import type { Problem } from "../problem/problem.ts";
import type { Decoded } from "./decoded.ts";
import { invalidByte } from "./invalid-byte.ts";
import { tcvn3Character } from "./tcvn3.ts";

/** What every byte stands for, by encoding; "" where nothing. */
const CHARACTERS = {
  tcvn3: tcvn3Character,
  // It hands over control characters for the bytes that it has nothing for.
  "windows-1258": (byte: number) =>
    new TextDecoder("windows-1258").decode(Uint8Array.of(byte)).replace(/[\u0080-\u009F]/, ""),
} as const;

/** About how many bytes are decoded at once: a text cannot be of any length. */
const PIECE = 1 << 24;

/** Decodes an encoding of one byte a letter. Tones that follow their letters are put on them (NFC). */
export function decodeLegacy(bytes: Buffer, encoding: keyof typeof CHARACTERS, file: string): Decoded | Problem {
  const characters = Array.from({ length: 256 }, (_, byte) => (byte === 0 ? "" : CHARACTERS[encoding](byte)));
  const textOf = (piece: Buffer) =>
    piece
      .toString("latin1")
      .replaceAll(/[\x80-\xFF]/g, (character) => characters[character.charCodeAt(0)] ?? "")
      .normalize("NFC");
  const wrong = bytes.findIndex((byte) => characters[byte] === "");
  if (wrong >= 0) return invalidByte(bytes, wrong, { encoding, file, textOf });
  const pieces: Buffer[] = [];
  for (let start = 0, end; start < bytes.length; start = end) {
    // Cut after a line, where no tone can be torn from its letter.
    const feed = bytes.indexOf(0x0a, start + PIECE);
    end = feed < 0 ? bytes.length : feed + 1;
    pieces.push(Buffer.from(textOf(bytes.subarray(start, end))));
  }
  return { utf8: Buffer.concat(pieces), encoding };
}
