import type { ByteReader, Row, RowPlace, Table, TableBytes } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { hasContent, splitCells } from "../text/split-cells.ts";
import { dialectOf, endsLinesOneWay, HEAD, locateIn, readersOf, splitLines } from "./csv-table.ts";
import type { Dialect } from "./csv-table.ts";
import { findFault } from "./find-fault.ts";
import { printOf } from "./print-of.ts";
import { smallPiece } from "./small-file.ts";
import type { SmallRange } from "./small-file.ts";
import { unreadable } from "./stored-bytes.ts";

/**
 * The table of a small file that stays on the disk. `text` is all of it, and `range` where it stands. `null` where its
 * lines are not its rows, or its quotes do not fit.
 */
export function smallTable(text: Buffer, { file, start }: SmallRange, name: string): SmallTable | null {
  const { skipped, ...dialect } = dialectOf(text);
  const body = text.subarray(skipped);
  const end = body.indexOf(FEED);
  if (end <= 0 || !endsLinesOneWay(body) || !hasPlainQuotes(body, dialect.delimiter)) return null;
  const header = headerIn(body.toString("utf8", 0, body[end - 1] === RETURN ? end - 1 : end), dialect);
  if (header === null) return null;
  return new SmallTable(
    name,
    { file, start: start + skipped, length: body.length },
    { dialect, header, print: printOf(body) },
  );
}

const FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** Most files have the header of the one before, and need none of their own. */
let before: { readonly text: string; readonly dialect: Dialect; readonly header: Row } | null = null;

function headerIn(text: string, dialect: Dialect): Row | null {
  const { delimiter, firstLine } = dialect;
  if (before?.text === text && before.dialect.delimiter === delimiter && before.dialect.firstLine === firstLine)
    return before.header;
  const cells = splitCells(text, delimiter);
  if (cells === null || !hasContent(cells)) return null;
  const header = { at: { line: firstLine, offset: 0 }, cells };
  before = { text, dialect, header };
  return header;
}

/** Whether quotes stand around whole cells and nowhere else, and none around a line break: lines are rows then. */
function hasPlainQuotes(body: Buffer, delimiter: string): boolean {
  const sign = delimiter.charCodeAt(0);
  const isBorder = (byte: number | undefined) =>
    byte === undefined || byte === sign || byte === FEED || byte === RETURN;
  for (let open = body.indexOf(QUOTE); open >= 0;) {
    if (!isBorder(body[open - 1])) return false;
    let close = open + 1;
    for (; ; close++) {
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

/** What is kept of a table. */
interface Kept {
  readonly dialect: Dialect;
  readonly header: Row;
  readonly print: number;
}

/**
 * A table of which only the header is kept, and which is read again whenever it is looked at: ten thousand of them take
 * little more memory than their names.
 */
export class SmallTable implements Table, TableBytes {
  readonly file: string;
  readonly sheet = null;
  readonly range: SmallRange;
  readonly firstRow: Row;
  readonly held = null;
  readonly #dialect: Dialect;
  readonly #print: number;

  constructor(file: string, range: SmallRange, { dialect, header, print }: Kept) {
    this.file = file;
    this.range = range;
    this.firstRow = header;
    this.#dialect = dialect;
    this.#print = print;
  }

  /** It is one with its bytes. */
  get bytes(): TableBytes {
    return this;
  }

  get length(): number {
    return this.range.length;
  }

  get firstLine(): number {
    return this.#dialect.firstLine;
  }

  get delimiter(): string {
    return this.#dialect.delimiter;
  }

  get head(): readonly Row[] {
    return this.rows().slice(0, HEAD);
  }

  rows(): readonly Row[] {
    const rows = splitLines(this.#body(), this.delimiter, this.firstLine);
    if (rows === null) throw unreadable("it changed while it was read", this.file);
    return rows;
  }

  locate(...cell: Parameters<Table["locate"]>): ReturnType<Table["locate"]> {
    return locateIn(this.#body(), this.#dialect, this.file)(...cell);
  }

  print(): number {
    return this.#print;
  }

  open(): ByteReader {
    return readersOf(() => this.#body(), this.delimiter).open();
  }

  cellsAt(row: RowPlace): readonly string[] {
    return readersOf(() => this.#body(), this.delimiter).cellsAt(row);
  }

  /** It was looked through when it was opened: something else stands there by now. */
  faultAt(row: RowPlace): Promise<Problem> {
    const { delimiter, file } = this;
    return findFault(this.range, row, { delimiter, file, locate: (...cell) => this.locate(...cell) });
  }

  #body(): Buffer {
    return smallPiece(this.range, this.file);
  }
}
