import type { ByteReader, PlainTable, Row, RowPlace, Table, TableBytes } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { hasContent, splitCells } from "../text/split-cells.ts";
import { HEAD, locateIn, readersOf, splitLines } from "./csv-table.ts";
import type { Dialect } from "./csv-table.ts";
import { findFault } from "./find-fault.ts";
import type { Look, LookedThrough } from "./look-through.ts";
import { smallPiece } from "./small-file.ts";
import type { SmallRange } from "./small-file.ts";
import { unreadable } from "./stored-bytes.ts";

/** The table of a small file that was looked through; `null` where it has no header. */
export function smallTable(
  { length, start, dialect, header, print }: Look,
  { path: file, name }: Pick<LookedThrough, "path" | "name">,
): SmallTable | null {
  const row = headerIn(header, dialect);
  const range = { file, start, length: length - start };
  return row === null ? null : new SmallTable({ name, range, ...dialect, header: row }, print);
}

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

/**
 * A table of which only the header is kept, and which is read again whenever it is looked at: ten thousand of them take
 * little more memory than their names.
 */
export class SmallTable implements Table, TableBytes {
  readonly sheet = null;
  readonly held = null;
  readonly plain: PlainTable;
  readonly #print: number;

  constructor(plain: PlainTable, print: number) {
    this.plain = plain;
    this.#print = print;
  }

  get file(): string {
    return this.plain.name;
  }

  /** It is one with its bytes. */
  get bytes(): TableBytes {
    return this;
  }

  get range(): SmallRange {
    return this.plain.range;
  }

  get length(): number {
    return this.plain.range.length;
  }

  get firstLine(): number {
    return this.plain.firstLine;
  }

  get delimiter(): string {
    return this.plain.delimiter;
  }

  get firstRow(): Row {
    return this.plain.header;
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
    return locateIn(this.#body(), this.plain, this.file)(...cell);
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
