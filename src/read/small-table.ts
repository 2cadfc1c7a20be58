import type { Row, RowPlace, Table } from "../model.ts";
import { splitCells } from "../text/split-cells.ts";
import { dialectOf, endsLinesOneWay, ENDING, HEAD, locateIn, readersOf, splitLines } from "./csv-table.ts";
import type { CsvTable, Dialect } from "./csv-table.ts";
import { findFault } from "./find-fault.ts";
import { smallPiece } from "./small-file.ts";
import { unreadable } from "./stored-bytes.ts";

/** What is kept of a table. */
interface Kept {
  readonly dialect: Dialect;
  readonly header: Row;
  readonly ending: Uint8Array;
}

type SmallRange = Parameters<typeof smallPiece>[0];

/**
 * A small table of which only the header is kept, and which is read again whenever it is looked at: ten thousand of them
 * take little more memory than their names. `text` is all of it, and `range` where it stands. `null` where its lines are
 * not its rows, or its quotes do not fit.
 */
export function smallTable(text: Buffer, range: SmallRange, file: string): CsvTable | null {
  const { skipped, ...dialect } = dialectOf(text);
  const body = text.subarray(skipped);
  const end = body.indexOf(FEED);
  if (end <= 0 || !endsLinesOneWay(body) || !hasPlainQuotes(body, dialect.delimiter)) return null;
  const cells = headerCells(body.toString("utf8", 0, body[end - 1] === RETURN ? end - 1 : end), dialect.delimiter);
  if (cells === null || cells.every((cell) => cell.trim() === "")) return null;
  const header = { at: { line: dialect.firstLine, offset: 0 }, cells };
  const within = { ...range, start: range.start + skipped, length: body.length };
  const kept = { dialect, header, ending: Uint8Array.from(body.subarray(-ENDING)) };
  return { table: tableIn(within, file, kept), delimiter: dialect.delimiter };
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

/** The table of what is kept; all else is read again. */
function tableIn(range: SmallRange, file: string, { dialect, header, ending }: Kept): Table {
  const { delimiter, firstLine } = dialect;
  const body = () => smallPiece(range, file);
  const rows = () => {
    const split = splitLines(body(), delimiter, firstLine);
    if (split === null) throw unreadable("it changed while it was read", file);
    return split;
  };
  const locate: Table["locate"] = (...cell) => locateIn(body(), dialect, file)(...cell);
  const bytes = {
    ...dialect,
    ...readersOf(body, delimiter),
    length: range.length,
    range,
    held: null,
    ending: () => ending,
    // It was looked through when it was opened: something else stands there by now.
    faultAt: (row: RowPlace) => findFault(range, row, { delimiter, file, locate }),
  };
  return {
    file,
    sheet: null,
    bytes,
    firstRow: header,
    get head() {
      return rows().slice(0, HEAD);
    },
    rows,
    locate,
  };
}
