/** Folded rows: rows of the same classes, with their number, their sums, and the places of the first two. */

import { allocate } from "./memory.ts";

/** 0 rows (u32), 4 line of the first, 8 its offset (f64), 16 offset of the second, 24 its line, 28 number; sums, classes. */
const RECORD: u32 = 32;
const PAGE_RECORDS: u32 = 256;
const FIRST_ROOM: u32 = 1024;
const MOST_SAFE: i64 = 9007199254740991;

/** What stands for a count where nothing is reported. */
export const ABSENT: i64 = -2;

/** Where the classes stand in a folded row, behind its sums. */
let classesAt: u32;
/** The classes of a row take so many bytes: a multiple of 16, with zeros behind them, and some even where there is none. */
export let classBytes: u32;
let recordBytes: u32;
/** The address of a folded row, by hash; there are 2^(64 − shift) slots. */
let table: usize = 0;
let shift: u64 = 0;
/** Where each folded row stands. */
let records: usize = 0;
let recordRoom: u32 = 0;
/** Records that were once in use are used again. */
let recordsMade: u32 = 0;
let page: usize = 0;

export let folded: u32 = 0;
/** Rows folded; those that went to the host are not among them. */
export let rows: u32 = 0;
/** A sum is past 2^53−1. */
export let isTooLarge: bool = false;

export function prepareRecords(classes: u32, sums: u32): void {
  classBytes = max((classes * 4 + 15) & ~15, 16);
  classesAt = RECORD + sums * 16;
  recordBytes = classesAt + classBytes;
  recordRoom = FIRST_ROOM;
  records = allocate(recordRoom * 4);
  table = allocate(FIRST_ROOM * 4);
  shift = clz<u64>(FIRST_ROOM) + 1;
}

export function clearRecords(): void {
  folded = 0;
  rows = 0;
  isTooLarge = false;
  memory.fill(table, 0, slotCount() * 4);
}

/** The address of a folded row, in order of appearance. */
export function record(index: u32): usize {
  return load<u32>(records + index * 4);
}

/** What was met at places that were touched: without a use of it, nothing would be. */
export let met: u32 = 0;

/**
 * Where the folded rows of so many rows most likely are. There may be more of them than the second cache has room for:
 * each is touched here, where nothing waits for it, so that the processor fetches many at once.
 */
export function lookAhead(likely: usize, classes: usize, rowCount: u32): void {
  const end = likely + rowCount * 4;
  for (let to = likely; to < end; to += 4, classes += classBytes)
    store<u32>(to, load<u32>(table + <usize>(hashOf(classes) >> shift) * 4));
  for (let at = likely; at < end; at += 4) {
    const record = <usize>load<u32>(at);
    met += load<u32>(record) + load<u32>(record + classesAt);
  }
}

/** Whether a folded row, if it is one, is that of some classes. */
@inline
export function isRecordOf(record: usize, classes: usize): bool {
  return record !== 0 && isSame(record + classesAt, classes);
}

/** The folded row of some classes; a new one has no rows yet. */
export function recordOf(classes: usize): usize {
  const mask = slotCount() - 1;
  let slot = <u32>(hashOf(classes) >> shift);
  for (let known = load<u32>(table + slot * 4); known !== 0; known = load<u32>(table + slot * 4)) {
    if (isSame(known + classesAt, classes)) return known;
    slot = (slot + 1) & mask;
  }
  return newRecord(classes, slot);
}

/** Adds a row to a folded one. */
@inline
export function addRow(to: usize, counts: usize, offset: f64, line: u32): void {
  const before = load<u32>(to);
  store<u32>(to, before + 1);
  if (before < 2) addPlace(to, before, offset, line);
  for (let sum = to + RECORD; sum < to + classesAt; sum += 16, counts += 8) {
    const count = load<i64>(counts);
    if (count === ABSENT) continue;
    const total = load<i64>(sum) + count;
    if (total > MOST_SAFE) isTooLarge = true;
    store<i64>(sum, total);
    store<i64>(sum, load<i64>(sum, 8) + 1, 8);
  }
}

function addPlace(to: usize, before: u32, offset: f64, line: u32): void {
  if (before === 0) {
    store<u32>(to, line, 4);
    store<f64>(to, offset, 8);
  } else {
    store<f64>(to, offset, 16);
    store<u32>(to, line, 24);
  }
}

export function countRows(more: u32): void {
  rows += more;
}

/** The number of a folded row. */
@inline
export function numberOf(record: usize): u32 {
  return load<u32>(record, 28);
}

@inline
function slotCount(): u32 {
  return (<u32>1) << <u32>(64 - shift);
}

/** The slot is in the bits that stand highest: into them a multiplication carries all others. */
@inline
function hashOf(classes: usize): u64 {
  let hash = load<u64>(classes) * 0x9e3779b97f4a7c15 + load<u64>(classes, 8) * 0xbf58476d1ce4e5b9;
  for (let at: u32 = 16; at < classBytes; at += 16)
    hash = rotl(hash, 23) * 0x94d049bb133111eb + load<u64>(classes + at) * 0x9e3779b97f4a7c15 + load<u64>(classes + at, 8) * 0xbf58476d1ce4e5b9;
  return hash;
}

@inline
function isSame(one: usize, other: usize): bool {
  if (!isSame16(one, other)) return false;
  for (let at: u32 = 16; at < classBytes; at += 16) if (!isSame16(one + at, other + at)) return false;
  return true;
}

@inline
function isSame16(one: usize, other: usize): bool {
  return v128.all_true<i64>(v128.eq<i64>(v128.load(one), v128.load(other)));
}

function newRecord(classes: usize, slot: u32): usize {
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
  memory.copy(made + classesAt, classes, classBytes);
  folded++;
  store<u32>(table + slot * 4, <u32>made);
  if (folded * 2 > slotCount()) growTable();
  return made;
}

function growTable(): void {
  shift--;
  const slots = slotCount();
  table = allocate(slots * 4);
  for (let index: u32 = 0; index < folded; index++) {
    let slot = <u32>(hashOf(record(index) + classesAt) >> shift);
    while (load<u32>(table + slot * 4) !== 0) slot = (slot + 1) & (slots - 1);
    store<u32>(table + slot * 4, <u32>record(index));
  }
}
