/**
 * Rows that are folded together, column by column: looks into a dictionary depend on nothing before them, so the
 * processor takes several at once.
 */

import { allocate } from "./memory.ts";
import { DICTIONARY, LONGEST, firstEntry, shiftOf, start as startDictionary, tableOf, valueIn, valueOf } from "./dictionary.ts";
import { NO_KEY, printWith } from "./keys.ts";
import { plainCount, UNSURE } from "./numbers.ts";
import { ABSENT, classBytes } from "./records.ts";
import { isTime } from "./times.ts";

/** What the host says of a text instead of its class or its count. */
const REFERRED: i64 = -1;
const NO_DATE: i64 = -3;

const QUOTE: u8 = 0x22;

/** So many rows, and what of them is looked at, stay in the first cache of a processor. */
export const MOST_ROWS: u32 = 128;
/** Of a row: 0 address of its first mark, 4 where it ends, 8 its line, 12 whether it is for the host. */
export const ROW: u32 = 16;

export let rowsAtHand: usize;
/** Of each row: its classes, its counts, and the print of its key. */
export let classes: usize;
export let counts: usize;
export let prints: usize;
/** And where its folded row most likely is. */
export let likely: usize;

let thousands: u8;
let lastColumn: u32;
let classCount: u32;
export let sumCount: u32;
export let keyCount: u32;
/** Index of each column (u32): those of classes, then those of sums. */
let columns: usize;
/** Whether a column's dates may have a time behind them, which means nothing (u32). */
let timed: usize;
/** Index of each column that names the record. */
let keyColumns: usize;
/** A dictionary for each class column, one more for each, of dates that a time follows, and one for each sum. */
let dictionaries: usize;

/** Prepares for columns; the host writes to the address returned which they are. Records come before. */
export function prepareColumns(mark: u8, cells: u32, classesOf: u32, sums: u32, parts: u32): usize {
  thousands = mark;
  lastColumn = cells - 1;
  classCount = classesOf;
  sumCount = sums;
  keyCount = parts;
  columns = allocate((classCount * 2 + sums + parts) * 4);
  timed = columns + (classCount + sums) * 4;
  keyColumns = timed + classCount * 4;
  dictionaries = allocate((classCount * 2 + sums) * DICTIONARY);
  for (let at: u32 = 0; at < classCount * 2 + sums; at++) startDictionary(dictionaries + at * DICTIONARY);
  rowsAtHand = allocate(MOST_ROWS * ROW);
  classes = allocate(MOST_ROWS * classBytes);
  counts = allocate(MOST_ROWS * sums * 8);
  prints = allocate(MOST_ROWS * 8);
  likely = allocate(MOST_ROWS * 4);
  return columns;
}

/** Reads all columns of so many rows that are at hand. */
export function readColumns(rowCount: u32): void {
  for (let at: u32 = 0; at < classCount; at++) readClasses(at, rowCount);
  for (let at: u32 = 0; at < sumCount; at++) readCounts(at, rowCount);
  if (keyCount > 0) readKeys(rowCount);
}

/** Where a row begins: behind the mark before its first. */
@inline
export function startOf(row: usize): usize {
  return <usize>load<u32>(<usize>load<u32>(row) - 4) + 1;
}

@inline
function cellStart(row: usize, index: u32): usize {
  return <usize>load<u32>(<usize>load<u32>(row) + index * 4 - 4) + 1;
}

@inline
function cellEnd(row: usize, index: u32): usize {
  return index === lastColumn ? load<u32>(row, 4) : load<u32>(<usize>load<u32>(row) + index * 4);
}

@inline
function referRow(row: usize): void {
  store<u32>(row, 1, 12);
}

function readClasses(at: u32, rowCount: u32): void {
  const index = load<u32>(columns + at * 4);
  const dictionary = dictionaries + at * DICTIONARY;
  const end = rowsAtHand + rowCount * ROW;
  let table = tableOf(dictionary);
  let shift = shiftOf(dictionary);
  let to = classes + at * 4;
  for (let row = rowsAtHand; row < end; row += ROW, to += classBytes) {
    const from = cellStart(row, index);
    const length = <u32>(cellEnd(row, index) - from);
    const entry = firstEntry(table, shift, from, length);
    let value: i64;
    if (entry !== 0) value = valueIn(entry);
    else {
      value = classOf(at, from, length);
      table = tableOf(dictionary);
      shift = shiftOf(dictionary);
    }
    if (value < 0) referRow(row);
    store<u32>(to, <u32>value);
  }
}

function classOf(at: u32, from: usize, length: u32): i64 {
  if (length > LONGEST) return REFERRED;
  if (load<u32>(timed + at * 4) !== 0 && length > 10) {
    const day = load<u8>(from) === QUOTE ? from + 1 : from;
    const after = load<u8>(from) === QUOTE ? from + length - 1 : from + length;
    if (isTime(day + 10, after)) {
      const value = valueOf(dictionaries + (classCount + at) * DICTIONARY, classCount + at, day, 10);
      if (value !== NO_DATE) return value;
    }
  }
  return valueOf(dictionaries + at * DICTIONARY, at, from, length);
}

function readCounts(at: u32, rowCount: u32): void {
  const index = load<u32>(columns + (classCount + at) * 4);
  const end = rowsAtHand + rowCount * ROW;
  let to = counts + at * 8;
  for (let row = rowsAtHand; row < end; row += ROW, to += sumCount * 8) {
    const from = cellStart(row, index);
    const cellsEnd = cellEnd(row, index);
    let count = plainCount(from, cellsEnd, thousands);
    if (count === UNSURE) count = countOf(at, from, <u32>(cellsEnd - from));
    if (count === REFERRED) referRow(row);
    store<i64>(to, count);
  }
}

/** A count that is not plainly one is the host's to read, once for each text. */
function countOf(at: u32, from: usize, length: u32): i64 {
  const column = classCount * 2 + at;
  return length > LONGEST ? REFERRED : valueOf(dictionaries + column * DICTIONARY, column, from, length);
}

function readKeys(rowCount: u32): void {
  const end = rowsAtHand + rowCount * ROW;
  let to = prints;
  for (let row = rowsAtHand; row < end; row += ROW, to += 8) {
    let print = NO_KEY;
    for (let at: u32 = 0; at < keyCount && print !== 0; at++) {
      const index = load<u32>(keyColumns + at * 4);
      print = printWith(print, cellStart(row, index), cellEnd(row, index));
    }
    if (print === 0) referRow(row);
    store<u64>(to, print);
  }
}
