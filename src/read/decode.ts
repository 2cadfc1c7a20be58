import { isUtf8 } from "node:buffer";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";

/** A file's bytes as UTF-8 without byte order mark. */
export interface Decoded {
  readonly utf8: Buffer;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
}

const MARKS = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

/** Decodes strictly: an invalid byte is a problem with its place, and nothing is replaced. */
export function decode(bytes: Buffer, file: string): Decoded | Problem {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.encoding ?? "utf-8";
  const body = bytes.subarray(marked?.mark.length ?? 0);
  if (encoding !== "utf-8") return decodeUtf16(body, encoding, file);
  // Text has no NUL; what has is most likely UTF-16 without its mark, or no text at all.
  if (isText(body)) return { utf8: body, encoding };
  return invalidByte(body, file);
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function decodeUtf16(bytes: Buffer, encoding: "utf-16le" | "utf-16be", file: string): Decoded | Problem {
  const whole = bytes.length % 2 === 0;
  const little = encoding === "utf-16le" || !whole ? bytes : Buffer.from(bytes).swap16();
  const text = little.toString("utf16le");
  const lone = LONE_SURROGATE.exec(text);
  if (lone === null && whole) return { utf8: Buffer.from(text), encoding };
  const before = text.slice(0, lone?.index ?? text.length).split(/\r\n|\n|\r/);
  const byte = `0x${lone === null ? (bytes.at(-1) ?? 0).toString(16).toUpperCase() : lone[0].charCodeAt(0).toString(16).toUpperCase()}`;
  const column = [...(before.at(-1) ?? "")].length + 1;
  return problem(
    "encoding-invalid",
    { byte, encoding },
    { at: { in: "text", file, line: before.length, column, field: null } },
  );
}

/** Names the first byte that is no UTF-8. A line feed is never part of a longer character, so lines can be tried alone. */
function invalidByte(bytes: Buffer, file: string): Problem {
  let line = 1;
  let start = 0;
  let end = endOfLine(bytes, start);
  while (isText(bytes.subarray(start, end))) {
    line++;
    start = end + 1;
    end = endOfLine(bytes, start);
  }
  let column = 1;
  let offset = start;
  for (
    let length;
    isText(bytes.subarray(offset, offset + (length = characterLength(bytes[offset] ?? 0))));
    offset += length
  )
    column++;
  const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
  return problem(
    "encoding-invalid",
    { byte, encoding: "utf-8" },
    { at: { in: "text", file, line, column, field: null } },
  );
}

function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

function endOfLine(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(0x0a, start);
  return end < 0 ? bytes.length : end;
}

function characterLength(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
