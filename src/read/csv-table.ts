import type { CsvError } from "csv-parse/sync";
import type { Row, RowPlace, Table, TableBytes } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Circumstances, Problem } from "../problem/problem.ts";
import { hasContent, splitCells } from "../text/split-cells.ts";
import { cellName } from "./cell-name.ts";
import { excelLines } from "./excel-line.ts";
import { locateField, recordCells } from "./locate-field.ts";
import { printOf } from "./print-of.ts";

/** How many rows are offered as the head of a table. */
export const HEAD = 40;
const DELIMITERS = [";", ",", "\t", "|"] as const;
/** Its letters are said both ways, since to make the pattern ignore case takes longer than to read a small file. */
const SEP_LINE = /^"?[Ss][Ee][Pp]=(.)"?\r?\n/;

/** What csv-parse says of quotes that do not fit, in our words. */
const QUOTE_ERRORS: Readonly<Record<string, "not-closed" | "after-text" | "before-text">> = {
  CSV_QUOTE_NOT_CLOSED: "not-closed",
  CSV_INVALID_CLOSING_QUOTE: "before-text",
  INVALID_OPENING_QUOTE: "after-text",
};

export interface CsvTable {
  readonly table: Table;
  readonly delimiter: string;
}

/** A table of delimited text, whole and in memory. `utf8` is without byte order mark. */
export async function csvTable(utf8: Buffer, file: string): Promise<CsvTable | Problem> {
  const { skipped, ...dialect } = dialectOf(utf8);
  const { firstLine, delimiter } = dialect;
  const body = utf8.subarray(skipped);
  const locate = locateIn(body, dialect, file);
  const kept =
    (body.length <= KEPT ? splitLines(body, delimiter, firstLine) : null) ??
    (isPlain(body) ? null : await parseRows(body, { delimiter, firstLine, file, locate }));
  if (kept !== null && "code" in kept) return kept;
  const rows = () => kept ?? splitRows(body, delimiter, firstLine);
  const bytes = { ...heldBytes(body, delimiter), ...dialect };
  return { table: { file, sheet: null, bytes, head: take(rows(), HEAD), rows, locate }, delimiter };
}

/** How text is parted into lines and cells. */
export interface Dialect {
  readonly firstLine: number;
  readonly delimiter: string;
}

/** Where the rows of a text in memory stand. */
export function locateIn(body: Buffer, { firstLine, delimiter }: Dialect, file: string): Table["locate"] {
  const excelLineOf = excelLines(body, firstLine);
  return (row, index, field) => {
    const { line, column, excerpt } = locateField(body, row, index, delimiter);
    const cell = cellName(index ?? 0, excelLineOf(row));
    return { at: { in: "text", file, line, column, field, cell }, excerpt };
  };
}

function heldBytes(body: Buffer, delimiter: string) {
  return {
    ...readersOf(() => body, delimiter),
    length: body.length,
    range: null,
    held: body,
    print: () => printOf(body),
    faultAt: () => Promise.reject(new Error("What is in memory was looked through when it was opened.")),
  };
}

/** How what is in memory, or comes there when it is asked for, is read and looked into. */
export function readersOf(body: () => Buffer, delimiter: string): Pick<TableBytes, "open" | "cellsAt"> {
  return {
    open: () => ({
      read: (into, position) => into.set(body().subarray(position, position + into.length)),
      close: () => {},
    }),
    cellsAt: ({ offset }) => recordCells(body(), offset, delimiter),
  };
}

/** How a text is written, by its beginning: what a `sep=` line says, or what most lines have. */
export function dialectOf(beginning: Buffer) {
  const sep = SEP_LINE.exec(beginning.subarray(0, 16).toString("latin1"));
  const skipped = sep?.[0].length ?? 0;
  return {
    skipped,
    firstLine: skipped > 0 ? 2 : 1,
    delimiter: sep?.[1] ?? detectDelimiter(beginning.subarray(skipped)),
  };
}

/** How whole records are read, and what their places are. */
export interface RecordsIn {
  readonly delimiter: string;
  readonly firstLine: number;
  readonly file: string;
  readonly locate: Table["locate"];
}

/** The rows of whole records, or why quotes in them do not fit. */
export async function readRecords(utf8: Buffer, records: RecordsIn): Promise<readonly Row[] | Problem> {
  return splitLines(utf8, records.delimiter, records.firstLine) ?? parseRows(utf8, records);
}

function take(rows: Iterable<Row>, most: number): Row[] {
  const head: Row[] = [];
  for (const row of rows) {
    head.push(row);
    if (head.length === most) break;
  }
  return head;
}

/** The rows of a table of at most so many bytes are kept. */
const KEPT = 1 << 20;

/** How many bytes and lines are looked at for the delimiter. */
const SAMPLE_BYTES = 1 << 16;
const SAMPLE = 20;

/** The candidate that parts most lines into the same number of cells; of two, the one that makes more of them. */
export function detectDelimiter(utf8: Buffer): string {
  // None of the candidates, of quotes and of line ends is part of a longer character.
  const present = DELIMITERS.filter((delimiter) => utf8.subarray(0, SAMPLE_BYTES).includes(delimiter));
  if (present.length === 1) return present[0] as string;
  const beginning = utf8.toString("latin1", 0, SAMPLE_BYTES);
  const unquoted = beginning.includes('"') ? beginning.replaceAll(/"[^"]*"/g, "") : beginning;
  const lines = unquoted.split(unquoted.includes("\r") ? /\r\n|\n|\r/ : "\n", SAMPLE);
  let best = { delimiter: ",", lines: 0, cells: 0 };
  for (const delimiter of present) {
    const agreeing = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(delimiter).length;
      const alike = (agreeing.get(cells) ?? 0) + 1;
      agreeing.set(cells, alike);
      if (cells > 1 && (alike > best.lines || (alike === best.lines && cells > best.cells))) {
        best = { delimiter, lines: alike, cells };
      }
    }
  }
  return best.delimiter;
}

/** Text without quotes and with one kind of line end needs no parser: lines are rows, and delimiters part them. */
function isPlain(utf8: Buffer): boolean {
  return !utf8.includes(0x22) && endsLinesOneWay(utf8);
}

export function endsLinesOneWay(utf8: Buffer): boolean {
  for (let at = utf8.indexOf(0x0d); at >= 0; at = utf8.indexOf(0x0d, at + 1)) if (utf8[at + 1] !== 0x0a) return false;
  return true;
}

function* splitRows(utf8: Buffer, delimiter: string, firstLine: number): Generator<Row, undefined> {
  for (let offset = 0, line = firstLine; offset < utf8.length; line++) {
    const feed = utf8.indexOf(0x0a, offset);
    const end = feed < 0 ? utf8.length : feed;
    const cells = lineText(utf8, offset, end).split(delimiter);
    if (hasContent(cells)) yield { at: { line, offset }, cells };
    offset = end + 1;
  }
}

/**
 * The same where quotes stand around cells; `null` where one stands elsewhere, or around a line break. The text is made
 * once and parted, since to make it line by line takes several times as long.
 */
export function splitLines(utf8: Buffer, delimiter: string, firstLine: number): Row[] | null {
  if (!endsLinesOneWay(utf8)) return null;
  // As long as the bytes, so that its places are theirs.
  const bytes = utf8.toString("latin1");
  const rows: Row[] = [];
  let line = firstLine;
  let offset = 0;
  for (const ended of utf8.toString().split("\n")) {
    const cells = splitCells(ended.endsWith("\r") ? ended.slice(0, -1) : ended, delimiter);
    if (cells === null) return null;
    if (hasContent(cells)) rows.push({ at: { line, offset }, cells });
    line += 1;
    offset = bytes.indexOf("\n", offset) + 1;
  }
  return rows;
}

function lineText(utf8: Buffer, offset: number, end: number): string {
  return utf8.toString("utf8", offset, utf8[end - 1] === 0x0d && end > offset ? end - 1 : end);
}

/** Named, since csv-parse would take the first line's end for every line's. */
const LINE_ENDS = ["\r\n", "\n", "\r"];

async function parseRows(utf8: Buffer, { delimiter, firstLine, file, locate }: RecordsIn): Promise<Row[] | Problem> {
  const { CsvError, parse } = await import("csv-parse/sync");
  const rows: Row[] = [];
  let next: RowPlace = { line: firstLine, offset: 0 };
  try {
    parse(utf8, {
      delimiter,
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      on_record: (record: readonly string[], { bytes }) => {
        if (hasContent(record)) rows.push({ at: next, cells: record });
        next = { line: next.line + countLines(utf8, next.offset, bytes), offset: bytes };
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return quoteProblem(error, next, file, locate);
  }
}

/** Line ends between two offsets, those inside quotes included: csv-parse counts a quoted CRLF twice. */
export function countLines(utf8: Buffer, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    if (utf8[at] === 0x0a || (utf8[at] === 0x0d && utf8[at + 1] !== 0x0a)) lines++;
  }
  return lines;
}

/** csv-parse stops at the first quote that does not fit; the trouble is in the record that it could not finish. */
function quoteProblem(error: CsvError, row: RowPlace, file: string, locate: Table["locate"]): Problem {
  const detail = QUOTE_ERRORS[error.code];
  if (detail === undefined) return problem("file-unreadable", { detail: error.message }, { at: { in: "file", file } });
  const column = (error as CsvError & { readonly column?: number | string }).column;
  const where: Circumstances = locate(row, typeof column === "number" ? column : null, null);
  return problem("quote-wrong", { detail }, where);
}
