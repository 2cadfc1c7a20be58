/**
 * Folds rows of delimited text by the classes of their texts. What a text means is the host's to say, once for each text;
 * a row in which anything is not plain goes to the host as a whole. docs/scale.md tells why it is built so.
 */

import { classes, counts, keyCount, likely, MOST_ROWS, prepareColumns, prints, readColumns, ROW, rowsAtHand, startOf, sumCount } from "./columns.ts";
import { CONTENT, contentOf, BLANK } from "./content.ts";
import { addKey, handOverKeys, prepareKeys } from "./keys.ts";
import { countLines, endCount, ends, fault, hasInnerLines, makeRoom, mark, marks } from "./marks.ts";
import { allocate } from "./memory.ts";
import { addRow, classBytes, clearRecords, countRows, folded, isRecordOf, isTooLarge, lookAhead, numberOf, prepareRecords, record, recordOf, rows } from "./records.ts";

export { folded, handOverKeys, isTooLarge, record, rows };

const FEED: u8 = 0x0a;
const RETURN: u8 = 0x0d;

@external("host", "refer")
declare function refer(row: usize, end: usize, line: u32): void;

let delimiter: u8;
let width: u32;

/**
 * Prepares for a spec; the host writes to the address returned: the columns of classes and sums, which of the classes are
 * timed, and the columns of the key.
 */
export function configure(sign: u8, thousands: u8, cells: u32, classColumns: u32, sums: u32, parts: u32): usize {
  delimiter = sign;
  width = cells;
  prepareRecords(classColumns, sums);
  if (parts > 0) prepareKeys();
  return prepareColumns(thousands, cells, classColumns, sums, parts);
}

/** Room for so many bytes of text, with some before and behind. */
export function buffer(bytes: usize): usize {
  makeRoom(bytes);
  return allocate(bytes + 192) + 64;
}

/** Forgets the folded rows, and nothing of what texts mean. */
export function clear(): void {
  clearRecords();
  line = 0;
}

/** Line ends before the row at hand. */
export let line: u32 = 0;

export function setLine(value: u32): void {
  line = value;
}

/** Where the first row begins that is not folded yet. */
export let rest: usize = 0;
/** Whether that row has wrong quotes or a NUL. */
export let isFaulty: bool = false;

/** Rows that wait to be folded together. */
let waiting: u32 = 0;

/**
 * Folds the whole rows between two addresses, up to a row that has wrong quotes. `offset`: what to add to an address
 * for its place in the file. `until`: no row is begun from there on.
 */
export function fold(start: usize, end: usize, isLast: bool, offset: f64, until: usize): void {
  mark(start, end, isLast, delimiter);
  let row = start;
  let first: u32 = 0;
  let at: u32 = 0;
  for (; at < endCount && row < until; at++) {
    const last = load<u32>(ends + at * 4);
    const lineEnd = <usize>load<u32>(marks + last * 4);
    if (fault !== 0 && fault <= lineEnd) break;
    const isPair = load<u8>(lineEnd) === FEED && lineEnd > row && load<u8>(lineEnd - 1) === RETURN;
    const rowEnd = isPair ? lineEnd - 1 : lineEnd;
    if (rowEnd > row) takeRow(row, rowEnd, marks + first * 4, last + 1 - first, offset);
    line++;
    if (hasInnerLines) line += countLines(row, rowEnd);
    row = lineEnd + 1;
    first = last + 1;
  }
  foldWaiting(offset);
  rest = row;
  isFaulty = fault !== 0 && row < until;
}

/** A row waits for others, unless its shape alone is not plain. */
@inline
function takeRow(row: usize, end: usize, mark: usize, fields: u32, offset: f64): void {
  const content = contentOf(row, end, delimiter);
  if (content === BLANK) return;
  let cellsEnd = end;
  let isPlain = content === CONTENT;
  if (fields !== width) {
    cellsEnd = fields > width ? load<u32>(mark + (width - 1) * 4) : <u32>end;
    // Empty cells beyond the header's mean nothing.
    isPlain = isPlain && fields > width && end - cellsEnd === fields - width;
  }
  if (!isPlain) {
    foldWaiting(offset);
    refer(row, end, line);
    return;
  }
  const to = rowsAtHand + waiting * ROW;
  store<u32>(to, <u32>mark);
  store<u32>(to, <u32>cellsEnd, 4);
  store<u32>(to, line, 8);
  store<u32>(to, 0, 12);
  if (++waiting === MOST_ROWS) foldWaiting(offset);
}

function foldWaiting(offset: f64): void {
  if (waiting === 0) return;
  readColumns(waiting);
  lookAhead(likely, classes, waiting);
  let place = likely;
  let rowClasses = classes;
  let rowCounts = counts;
  let rowsFolded: u32 = 0;
  const end = rowsAtHand + waiting * ROW;
  for (let row = rowsAtHand; row < end; row += ROW, place += 4, rowClasses += classBytes, rowCounts += sumCount * 8) {
    const rowStart = startOf(row);
    const rowLine = load<u32>(row, 8);
    if (load<u32>(row, 12) !== 0) {
      refer(rowStart, load<u32>(row, 4), rowLine);
      continue;
    }
    const known = <usize>load<u32>(place);
    const to = isRecordOf(known, rowClasses) ? known : recordOf(rowClasses);
    const rowOffset = <f64>rowStart + offset;
    addRow(to, rowCounts, rowOffset, rowLine);
    rowsFolded++;
    if (keyCount > 0) addKey(load<u64>(prints + ((row - rowsAtHand) / ROW) * 8), rowOffset, rowLine, numberOf(to));
  }
  countRows(rowsFolded);
  waiting = 0;
}
