/**
 * Folds rows of delimited text by the classes of their texts. What a text means is the host's to say, once for each text;
 * a row in which anything is not plain goes to the host as a whole. docs/scale.md tells why it is built so.
 */

import { allocate } from "./memory.ts";
import { DICTIONARY, LONGEST, start as startDictionary, valueOf } from "./dictionary.ts";
import { NO_KEY, printWith } from "./keys.ts";
import { countLines, endCount, ends, fault, hasInnerLines, makeRoom, mark, marks } from "./marks.ts";
import { plainCount, UNSURE } from "./numbers.ts";

/** What the host says of a text instead of its class or its count. */
const REFERRED: i64 = -1;
const ABSENT: i64 = -2;
const NO_DATE: i64 = -3;

const FEED: u8 = 0x0a;
const RETURN: u8 = 0x0d;
const QUOTE: u8 = 0x22;
const MOST_SAFE: i64 = 9007199254740991;

@external("host", "refer")
declare function refer(row: usize, end: usize, line: u32): void;

@external("host", "keys")
declare function keepKeys(entries: usize, count: u32): void;

// ── Set once ────────────────────────────────────────────────────────────────────────────────────────────────────

let delimiter: u8;
let thousands: u8;
let width: u32;
let classCount: u32;
let sumCount: u32;
let keyCount: u32;
/** Index of each column (u32): those of classes, then those of sums. */
let columns: usize;
/** Whether a column's dates may have a time behind them, which means nothing (u32). */
let timed: usize;
/** Index of each column that names the record. */
let keyColumns: usize;
/** A dictionary for each class column, one more for each, of dates that a time follows, and one for each sum. */
let dictionaries: usize;
/** The classes and counts of the row at hand. */
let found: usize;
let counts: usize;

/**
 * Prepares for a spec; the host writes to the address returned: the columns of classes and sums, which of the classes are
 * timed, and the columns of the key.
 */
export function configure(sign: u8, mark: u8, cells: u32, classes: u32, sums: u32, parts: u32): usize {
  delimiter = sign;
  thousands = mark;
  width = cells;
  classCount = classes;
  sumCount = sums;
  keyCount = parts;
  columns = allocate((classes * 2 + sums + parts) * 4);
  timed = columns + (classes + sums) * 4;
  keyColumns = timed + classes * 4;
  if (parts > 0) keys = allocate(MOST_KEYS * KEY);
  dictionaries = allocate((classes * 2 + sums) * DICTIONARY);
  for (let at: u32 = 0; at < classes * 2 + sums; at++) startDictionary(dictionaries + at * DICTIONARY);
  found = allocate(classes * 4);
  counts = allocate(sums * 8);
  recordBytes = RECORD + sums * 16 + ((classes * 4 + 7) & ~7);
  clear();
  return columns;
}

/** Room for so many bytes of text, with some before and behind. */
export function buffer(bytes: usize): usize {
  makeRoom(bytes);
  return allocate(bytes + 192) + 64;
}

// ── Folded rows ─────────────────────────────────────────────────────────────────────────────────────────────────

/** 0 rows (u32), 4 line of the first, 8 its offset (f64), 16 offset of the second, 24 its line, 28 number; sums, classes. */
const RECORD: u32 = 32;
const PAGE_RECORDS: u32 = 256;
let recordBytes: u32;
/** Number of the folded row + 1, by hash. */
let table: usize = 0;
let tableMask: u32 = 0;
/** Where each folded row stands. */
let records: usize = 0;
let recordRoom: u32 = 0;
/** Records that were once in use are used again. */
let recordsMade: u32 = 0;
let page: usize = 0;

export let folded: u32 = 0;
/** Rows folded; those that went to the host are not among them. */
export let rows: u32 = 0;
/** Line ends before the row at hand. */
export let line: u32 = 0;
/** A sum is past 2^53−1. */
export let isTooLarge: bool = false;

/** Forgets the folded rows, and nothing of what texts mean. */
export function clear(): void {
  folded = 0;
  rows = 0;
  line = 0;
  isTooLarge = false;
  if (table === 0) {
    tableMask = 1023;
    table = allocate((tableMask + 1) * 4);
    recordRoom = 1024;
    records = allocate(recordRoom * 4);
  } else memory.fill(table, 0, (tableMask + 1) * 4);
}

/** The address of a folded row, in order of appearance. */
export function record(index: u32): usize {
  return load<u32>(records + index * 4);
}

export function setLine(value: u32): void {
  line = value;
}

@inline
function hashFound(): u32 {
  let hash: u64 = 0x9e3779b97f4a7c15;
  for (let at: u32 = 0; at < classCount; at++) hash = (hash ^ load<u32>(found + at * 4)) * 0xbf58476d1ce4e5b9;
  return <u32>(hash >> 32);
}

@inline
function isFound(classes: usize): bool {
  for (let at: u32 = 0; at < classCount; at++)
    if (load<u32>(classes + at * 4) !== load<u32>(found + at * 4)) return false;
  return true;
}

/** The folded row of the classes found; a new one has no rows yet. */
function recordOfFound(): usize {
  const classesAt = RECORD + sumCount * 16;
  let slot = hashFound() & tableMask;
  for (;;) {
    const index = load<u32>(table + slot * 4);
    if (index === 0) break;
    const known = <usize>load<u32>(records + (index - 1) * 4);
    if (isFound(known + classesAt)) return known;
    slot = (slot + 1) & tableMask;
  }
  const made = newRecord();
  store<u32>(table + slot * 4, folded);
  memory.copy(made + classesAt, found, classCount * 4);
  if (folded * 2 > tableMask) growTable();
  return made;
}

function newRecord(): usize {
  if (folded === recordRoom) {
    const more = allocate(recordRoom * 8);
    memory.copy(more, records, recordRoom * 4);
    records = more;
    recordRoom *= 2;
  }
  if (folded === recordsMade) {
    if (recordsMade % PAGE_RECORDS === 0) page = allocate(PAGE_RECORDS * recordBytes);
    store<u32>(records + folded * 4, <u32>(page + (recordsMade % PAGE_RECORDS) * recordBytes));
    recordsMade++;
  }
  const made = <usize>load<u32>(records + folded * 4);
  memory.fill(made, 0, recordBytes);
  store<u32>(made, folded, 28);
  folded++;
  return made;
}

function growTable(): void {
  tableMask = tableMask * 2 + 1;
  table = allocate((tableMask + 1) * 4);
  const classesAt = RECORD + sumCount * 16;
  for (let index: u32 = 0; index < folded; index++) {
    memory.copy(found, <usize>load<u32>(records + index * 4) + classesAt, classCount * 4);
    let slot = hashFound() & tableMask;
    while (load<u32>(table + slot * 4) !== 0) slot = (slot + 1) & tableMask;
    store<u32>(table + slot * 4, index + 1);
  }
}

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where the first row begins that is not folded yet. */
export let rest: usize = 0;
/** Whether that row has wrong quotes or a NUL. */
export let isFaulty: bool = false;

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
    let rowEnd = lineEnd;
    if (load<u8>(lineEnd) === FEED && lineEnd > row && load<u8>(lineEnd - 1) === RETURN) {
      rowEnd--;
      store<u32>(marks + last * 4, <u32>rowEnd);
    }
    if (rowEnd > row) foldRow(row, rowEnd, first, last + 1 - first, offset);
    line++;
    if (hasInnerLines) line += countLines(row, rowEnd);
    row = lineEnd + 1;
    first = last + 1;
  }
  rest = row;
  isFaulty = fault !== 0 && row < until;
}

function foldRow(row: usize, end: usize, first: u32, fields: u32, offset: f64): void {
  const mark = marks + first * 4;
  const byte = load<u8>(row);
  if (byte <= 0x20 || byte >= 0x7f || byte === QUOTE || byte === delimiter) {
    const content = contentOf(row, end);
    if (content === BLANK) return;
    if (content === UNCLEAR) return refer(row, end, line);
  }
  if (fields !== width && !isOnlyEmptyBeyond(mark, fields, end)) return refer(row, end, line);

  for (let at: u32 = 0; at < classCount; at++) {
    const index = load<u32>(columns + at * 4);
    const from = index === 0 ? row : <usize>load<u32>(mark + (index - 1) * 4) + 1;
    const value = classOf(at, from, <u32>(<usize>load<u32>(mark + index * 4) - from));
    if (value < 0) return refer(row, end, line);
    store<u32>(found + at * 4, <u32>value);
  }
  for (let at: u32 = 0; at < sumCount; at++) {
    const index = load<u32>(columns + (classCount + at) * 4);
    const from = index === 0 ? row : <usize>load<u32>(mark + (index - 1) * 4) + 1;
    const to = <usize>load<u32>(mark + index * 4);
    let count = plainCount(from, to, thousands);
    if (count === UNSURE) {
      count = to - from > LONGEST ? REFERRED : valueOf(dictionaries + (classCount * 2 + at) * DICTIONARY, classCount * 2 + at, from, <u32>(to - from));
      if (count === REFERRED) return refer(row, end, line);
    }
    store<i64>(counts + at * 8, count);
  }
  let print = NO_KEY;
  for (let at: u32 = 0; at < keyCount; at++) {
    const index = load<u32>(keyColumns + at * 4);
    const from = index === 0 ? row : <usize>load<u32>(mark + (index - 1) * 4) + 1;
    print = printWith(print, from, <usize>load<u32>(mark + index * 4));
    if (print === 0) return refer(row, end, line);
  }
  const to = recordOfFound();
  add(to, <f64>row + offset);
  if (keyCount > 0) addKey(print, load<u32>(to, 28), <f64>row + offset);
}

// ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** 0 print, 8 offset (f64), 16 line, 20 number of the folded row. */
const KEY: u32 = 24;
const MOST_KEYS: u32 = 4096;
let keys: usize;
let kept: u32 = 0;

function addKey(print: u64, index: u32, offset: f64): void {
  const entry = keys + kept * KEY;
  store<u64>(entry, print);
  store<f64>(entry, offset, 8);
  store<u32>(entry, line, 16);
  store<u32>(entry, index, 20);
  if (++kept === MOST_KEYS) handOverKeys();
}

/** The host gets the keys that it has not got yet. */
export function handOverKeys(): void {
  if (kept > 0) keepKeys(keys, kept);
  kept = 0;
}

@inline
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

function add(to: usize, offset: f64): void {
  const before = load<u32>(to);
  if (before === 0) {
    store<u32>(to, line, 4);
    store<f64>(to, offset, 8);
  } else if (before === 1) {
    store<f64>(to, offset, 16);
    store<u32>(to, line, 24);
  }
  store<u32>(to, before + 1);
  rows++;
  for (let at: u32 = 0; at < sumCount; at++) {
    const count = load<i64>(counts + at * 8);
    if (count === ABSENT) continue;
    const sum = to + RECORD + at * 16;
    const total = load<i64>(sum) + count;
    if (total > MOST_SAFE) isTooLarge = true;
    store<i64>(sum, total);
    store<i64>(sum, load<i64>(sum, 8) + 1, 8);
  }
}

const BLANK = 0;
const UNCLEAR = 1;
const CONTENT = 2;

/** Whether a row has anything in it. White space beyond ASCII is the host's to know. */
function contentOf(row: usize, end: usize): i32 {
  let content = BLANK;
  for (let at = row; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === delimiter || byte === 0x20 || byte === 0x09) continue;
    if (byte > 0x20 && byte < 0x7f && byte !== QUOTE) return CONTENT;
    content = UNCLEAR;
  }
  return content;
}

function isOnlyEmptyBeyond(mark: usize, fields: u32, end: usize): bool {
  return fields > width && end - <usize>load<u32>(mark + (width - 1) * 4) === fields - width;
}

/** `10:05`, `T9:05:00.123Z`: a time as it stands behind a date. */
function isTime(from: usize, end: usize): bool {
  if (from + 5 > end || (load<u8>(from) !== 0x20 && load<u8>(from) !== 0x54)) return false;
  let at = from + 1;
  if (!isDigit(at)) return false;
  at += isDigit(at + 1) ? 2 : 1;
  if (!isMinutes(at, end)) return false;
  at += 3;
  if (isMinutes(at, end)) {
    at += 3;
    if (at < end && load<u8>(at) === 0x2e && isDigit(at + 1)) for (at += 2; at < end && isDigit(at); ) at++;
  }
  if (at < end && load<u8>(at) === 0x5a) at++;
  return at === end;
}

@inline
function isMinutes(at: usize, end: usize): bool {
  return at + 3 <= end && load<u8>(at) === 0x3a && isDigit(at + 1) && isDigit(at + 2);
}

@inline
function isDigit(at: usize): bool {
  return load<u8>(at) >= 0x30 && load<u8>(at) <= 0x39;
}
