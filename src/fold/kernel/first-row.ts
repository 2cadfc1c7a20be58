import { rowOfHead } from "../../model.ts";
import type { FoldSpec, Table } from "../../model.ts";

export interface FirstRow {
  readonly line: number;
  readonly offset: number;
}

/** Where the rows begin: behind the header's record, which ends where a line does outside quotes. */
export function firstRow(table: Table, spec: FoldSpec): FirstRow | null {
  return rowBehind(table, spec, SHORT_HEADER) ?? rowBehind(table, spec, MOST_HEADER);
}

function rowBehind(table: Table, { headerLine }: FoldSpec, most: number): FirstRow | null {
  const { bytes } = table;
  const header = rowOfHead(table, headerLine);
  if (header === undefined || bytes === null) return null;
  const reader = bytes.open();
  try {
    const text = Buffer.allocUnsafe(Math.min(most, bytes.length - header.at.offset));
    const isAll = header.at.offset + text.length >= bytes.length;
    reader.read(text, header.at.offset);
    let { line } = header.at;
    let quoted = false;
    for (let at = 0; at < text.length; at++) {
      if (text[at] === 0x22) quoted = !quoted;
      if (text[at] === 0x0d && at + 1 === text.length && !isAll) break;
      if (text[at] !== 0x0a && (text[at] !== 0x0d || text[at + 1] === 0x0a)) continue;
      line++;
      if (!quoted) return { line, offset: header.at.offset + at + 1 };
    }
    return isAll ? { line, offset: bytes.length } : null;
  } finally {
    reader.close();
  }
}

const SHORT_HEADER = 1 << 11;
const MOST_HEADER = 1 << 17;
