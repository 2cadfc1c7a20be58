import type { Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { placeAt } from "./invalid-byte.ts";
import { suspectText } from "./suspect-text.ts";

/** How much of a file is looked at: text that went wrong did so from the beginning. */
export const MOST_BYTES = 1 << 20;
const MOST_ROWS = 50_000;

/**
 * The bytes that text which went through the wrong decoder has in UTF-8 and other text hardly ever: a sign beside a
 * letter, a capital with an accent after a small letter, the first byte of a letter as a letter.
 */
const HINT =
  /[A-Za-z]\xC2[\xA7-\xBE]|\xC2[\xA7-\xBE][a-z\xC2\xC3]|[a-z]\xC3[\x86-\x9E]|\xC3[\xA2-\xBD]\xC3[\x8C-\xB2]|(?:\xC3[\x83-\x86\xA1]|\xC4\x82)[\xC2\xC5\xC6\xCB\xE2]/g;

/** The first piece of a text file that went through the wrong decoder. */
export function suspectInText(utf8: Buffer, file: string): Problem | null {
  const looked = utf8.subarray(0, MOST_BYTES);
  const lost = looked.indexOf(REPLACEMENT);
  if (lost >= 0) return lostText(utf8, looked.toString("latin1"), lost, file);
  for (let from = 0; from < looked.length;) {
    const window = looked.subarray(from, from + WINDOW);
    const end = from + window.length === looked.length ? 0 : window.lastIndexOf(0x0a) + 1;
    const lines = end > 0 ? window.subarray(0, end) : looked.subarray(from);
    const found = suspectIn(lines.toString("latin1"), { utf8, from, file });
    if (found !== null) return found;
    from += lines.length;
  }
  return null;
}

/** Strings of this length are made in memory that has been used before. */
const WINDOW = 1 << 16;

function suspectIn(bytes: string, { utf8, from, file }: { utf8: Buffer; from: number; file: string }): Problem | null {
  HINT.lastIndex = 0;
  for (let hint = HINT.exec(bytes); hint !== null; hint = HINT.exec(bytes)) {
    const start = from + startOfLine(bytes, hint.index);
    const line = utf8.toString("utf8", start, from + endOfLine(bytes, hint.index));
    const suspect = suspectText(line);
    if (suspect !== null) {
      const { index, ...args } = suspect;
      const at = placeAt(utf8, start, () => "").line;
      const before = [...line.slice(0, index)].length;
      const excerpt = { line, start: before, length: [...args.text].length };
      const place = { in: "text", file, line: at, column: before + 1, field: null } as const;
      return problem("encoding-suspect", args, { at: place, excerpt });
    }
    HINT.lastIndex = endOfLine(bytes, hint.index);
  }
  return null;
}

/** U+FFFD: a decoder has put it in the place of what it could not read. */
const REPLACEMENT = "\uFFFD";

function lostText(utf8: Buffer, bytes: string, offset: number, file: string): Problem {
  const start = startOfLine(bytes, offset);
  const line = utf8.toString("utf8", start, endOfLine(bytes, offset));
  const { text, before } = wordAt(line, line.indexOf("\uFFFD"));
  const at = { in: "text", file, line: placeAt(utf8, start, () => "").line, column: before + 1, field: null } as const;
  return problem("text-lost", { text }, { at, excerpt: { line, start: before, length: [...text].length } });
}

/** The words of a cell around a character, and how many characters stand before them. */
function wordAt(line: string, index: number): { readonly text: string; readonly before: number } {
  const start = Math.max(...[...',;\t|"'].map((sign) => line.lastIndexOf(sign, index))) + 1;
  const length = line.slice(start).search(/[,;\t|"]/);
  return { text: line.slice(start, length < 0 ? undefined : start + length), before: [...line.slice(0, start)].length };
}

/** The first cell of a sheet with such text. */
export function suspectInSheet(table: Table): Problem | null {
  let rows = 0;
  for (const { at, cells } of table.rows() as Iterable<Table["head"][number]>) {
    for (const [position, cell] of cells.entries()) {
      if (typeof cell === "string" && cell.includes("\uFFFD"))
        return problem("text-lost", { text: cell }, table.locate(at, position, null));
      if (typeof cell !== "string" || !/[\u00A7-\u00BE\u00C3-\u00DEĂìò]/.test(cell)) continue;
      const suspect = suspectText(cell);
      if (suspect === null) continue;
      const { text, encoding, meant } = suspect;
      return problem("encoding-suspect", { text, encoding, meant }, table.locate(at, position, null));
    }
    if (++rows === MOST_ROWS) break;
  }
  return null;
}

/** Looks back no further than a line can sensibly be long: another kind of line end may be nowhere in the file. */
function startOfLine(bytes: string, offset: number): number {
  const from = Math.max(0, offset - 65_536);
  const before = bytes.slice(from, offset);
  return from + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
}

function endOfLine(bytes: string, from: number): number {
  const end = bytes.slice(from, from + 65_536).search(/[\r\n]/);
  return end < 0 ? Math.min(bytes.length, from + 65_536) : from + end;
}
