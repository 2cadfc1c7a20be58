import type { ByteRange, ByteReader, Row, RowPlace, Table, TableBytes } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { splitCells } from "../text/split-cells.ts";
import { dialectOf, endsLinesOneWay, ENDING, HEAD, locateIn, splitLines } from "./csv-table.ts";
import type { Dialect } from "./csv-table.ts";
import { findFault } from "./find-fault.ts";
import { recordCells } from "./locate-field.ts";
import { openRange, readPiece, unreadable } from "./stored-bytes.ts";

/**
 * A small table of which only the header is kept, and which is read again whenever it is looked at: ten thousand of them
 * take little more memory than their names. `text` is all of it, and `range` where it stands. `null` where its lines are
 * not its rows, or its quotes do not fit.
 */
export function smallTable(text: Buffer, range: ByteRange, file: string): SmallTable | null {
  const { skipped, ...dialect } = dialectOf(text);
  const body = text.subarray(skipped);
  const end = body.indexOf(FEED);
  if (end <= 0 || !endsLinesOneWay(body) || !hasPlainQuotes(body, dialect.delimiter)) return null;
  const cells = headerCells(body.toString("utf8", 0, body[end - 1] === RETURN ? end - 1 : end), dialect.delimiter);
  if (cells === null || cells.every((cell) => cell.trim() === "")) return null;
  const header = { at: { line: dialect.firstLine, offset: 0 }, cells };
  const within = { ...range, start: range.start + skipped, length: body.length };
  return new SmallTable({ file, range: within, dialect, header, ending: Uint8Array.from(body.subarray(-ENDING)) });
}

const FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** Most files have the header of the one before, and need no cells of their own. */
let before = { text: "", delimiter: "", cells: [] as readonly string[] };

function headerCells(text: string, delimiter: string): readonly string[] | null {
  if (text !== before.text || delimiter !== before.delimiter) {
    const cells = splitCells(text, delimiter);
    if (cells === null) return null;
    before = { text, delimiter, cells };
  }
  return before.cells;
}

/** Whether quotes stand around whole cells and nowhere else, and none around a line break: lines are rows then. */
function hasPlainQuotes(body: Buffer, delimiter: string): boolean {
  const sign = delimiter.charCodeAt(0);
  const isBorder = (byte: number | undefined) =>
    byte === undefined || byte === sign || byte === FEED || byte === RETURN;
  for (let open = body.indexOf(QUOTE); open >= 0;) {
    if (!isBorder(body[open - 1])) return false;
    let close = open + 1;
    for (;; close++) {
      const byte = body[close];
      if (byte === undefined || byte === FEED || byte === RETURN) return false;
      if (byte !== QUOTE) continue;
      if (body[close + 1] !== QUOTE) break;
      close++;
    }
    if (!isBorder(body[close + 1])) return false;
    open = body.indexOf(QUOTE, close + 1);
  }
  return true;
}

interface Known {
  readonly file: string;
  readonly range: ByteRange;
  readonly dialect: Dialect;
  readonly header: Row;
  readonly ending: Uint8Array;
}

/** A class, since ten thousand times the functions of a table would be most of what it takes. */
class SmallTable implements Table, TableBytes {
  readonly sheet = null;
  readonly held = null;
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  get file(): string {
    return this.#known.file;
  }

  get range(): ByteRange {
    return this.#known.range;
  }

  get length(): number {
    return this.#known.range.length;
  }

  get firstLine(): number {
    return this.#known.dialect.firstLine;
  }

  get delimiter(): string {
    return this.#known.dialect.delimiter;
  }

  get bytes(): TableBytes {
    return this;
  }

  get firstRow(): Row {
    return this.#known.header;
  }

  get head(): readonly Row[] {
    return this.rows().slice(0, HEAD);
  }

  rows(): readonly Row[] {
    const { delimiter, firstLine } = this.#known.dialect;
    const rows = splitLines(this.#body(), delimiter, firstLine);
    if (rows === null) throw unreadable("it changed while it was read", this.file);
    return rows;
  }

  locate(...cell: Parameters<Table["locate"]>): ReturnType<Table["locate"]> {
    const { dialect, file } = this.#known;
    return locateIn(this.#body(), dialect, file)(...cell);
  }

  ending(): Uint8Array {
    return this.#known.ending;
  }

  open(): ByteReader {
    return openRange(this.range, this.file);
  }

  cellsAt({ offset }: RowPlace): readonly string[] {
    return recordCells(this.#body(), offset, this.delimiter);
  }

  /** It was looked through when it was opened: something else stands there by now. */
  faultAt(row: RowPlace): Promise<Problem> {
    const { delimiter, file } = this;
    return findFault(this.range, row, { delimiter, file, locate: (...cell) => this.locate(...cell) });
  }

  #body(): Buffer {
    return readPiece(this.range, 0, this.length, this.file);
  }
}
