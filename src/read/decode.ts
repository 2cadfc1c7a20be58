import { isUtf8 } from "node:buffer";
import type { Encoding } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import type { Decoded } from "./decoded.ts";
import { decodeUtf16 } from "./decode-utf16.ts";
import { invalidByte } from "./invalid-byte.ts";

type Unicode = Extract<Encoding, `utf-${string}`>;

const MARKS = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

/** Whether a file says itself that it is Unicode. */
export function hasMark(bytes: Buffer): boolean {
  return markOf(bytes) !== undefined;
}

/**
 * Decodes Unicode strictly: an invalid byte is a problem with its place, and nothing is replaced. A file's own mark
 * wins over what it is said to be.
 */
export function decode(bytes: Buffer, file: string, unmarked: Unicode = "utf-8"): Decoded | Problem {
  const marked = markOf(bytes);
  const encoding = marked?.encoding ?? unmarked;
  const body = bytes.subarray(marked?.mark.length ?? 0);
  if (encoding !== "utf-8") return decodeUtf16(body, encoding, file);
  return isText(body) ? { utf8: body, encoding } : invalidUtf8(body, file);
}

export function markOf(bytes: Buffer) {
  return MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
}

/** Names the first byte that is no UTF-8, of bytes in which there is one. A line feed is never part of a longer character, so lines can be tried alone. */
export function invalidUtf8(bytes: Buffer, file: string): Problem {
  let offset = 0;
  let end = endOfLine(bytes, offset);
  while (isText(bytes.subarray(offset, end))) {
    offset = end + 1;
    end = endOfLine(bytes, offset);
  }
  // A zero byte tells more than what else is wrong beside it.
  const zero = bytes.subarray(offset, end).indexOf(0);
  if (zero >= 0) offset += zero;
  for (
    let length;
    isText(bytes.subarray(offset, offset + (length = characterLength(bytes[offset] ?? 0))));
    offset += length
  );
  return invalidByte(bytes, offset, { encoding: "utf-8", file, textOf: (before) => before.toString("utf8") });
}

/** Text has no NUL; what has is most likely UTF-16 without its mark, or no text at all. */
export function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

function endOfLine(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(0x0a, start);
  return end < 0 ? bytes.length : end;
}

function characterLength(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
