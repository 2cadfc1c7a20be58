import type { Encoding } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";

export interface Invalid {
  readonly encoding: Encoding;
  readonly file: string;
  /** How the bytes of a line before the place read. */
  readonly textOf: (bytes: Buffer) => string;
  /** What is invalid, where it is more than the byte itself. */
  readonly unit?: number;
}

/** The problem that a byte is invalid, at its line and column. */
export function invalidByte(bytes: Buffer, offset: number, { encoding, file, textOf, unit }: Invalid): Problem {
  const { line, column } = placeAt(bytes, offset, textOf);
  const byte = `0x${(unit ?? bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
  return problem("encoding-invalid", { byte, encoding }, { at: { in: "text", file, line, column, field: null } });
}

/** The line and column at an offset, each counted from 1; columns are characters. */
export function placeAt(bytes: Buffer, offset: number, textOf: Invalid["textOf"]) {
  let line = 1;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    if (bytes[at] !== 0x0a && (bytes[at] !== 0x0d || bytes[at + 1] === 0x0a)) continue;
    line++;
    start = at + 1;
  }
  return { line, column: [...textOf(bytes.subarray(start, offset))].length + 1 };
}
