import type { Problem } from "../problem/problem.ts";
import type { Decoded } from "./decoded.ts";
import { invalidByte } from "./invalid-byte.ts";

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** How many bytes are decoded at once: a text cannot be of any length. */
const PIECE = 1 << 24;

/** Decodes UTF-16 without its mark. Half a pair, or half a unit at the end, is a problem. */
export function decodeUtf16(bytes: Buffer, encoding: "utf-16le" | "utf-16be", file: string): Decoded | Problem {
  const even = bytes.subarray(0, bytes.length & ~1);
  const little = encoding === "utf-16le" ? even : Buffer.from(even).swap16();
  const pieces: Buffer[] = [];
  const invalid = (unit: number) => {
    const utf8 = Buffer.concat(pieces);
    return invalidByte(utf8, utf8.length, { encoding, file, unit, textOf: (before) => before.toString("utf8") });
  };
  for (let start = 0, end; start < little.length; start = end) {
    end = Math.min(start + PIECE, little.length);
    if (end < little.length && isHighSurrogate(little.readUInt16LE(end - 2))) end += 2;
    const text = little.toString("utf16le", start, end);
    const lone = LONE_SURROGATE.exec(text);
    pieces.push(Buffer.from(text.slice(0, lone?.index)));
    if (lone !== null) return invalid(lone[0].charCodeAt(0));
  }
  if (even.length < bytes.length) return invalid(bytes.at(-1) ?? 0);
  return { utf8: Buffer.concat(pieces), encoding };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
