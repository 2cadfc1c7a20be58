/**
 * The texts met in one column, with what the host said of each: a table of entries that are found by hash. Texts of at
 * most 16 bytes stand in their entry; longer ones in pages, and their entry has their hash.
 *
 * An entry: 0 key, 8 rest of the key, 16 value, 24 length + 1 (0: empty), 28 address of a long text.
 */

import { allocate } from "./memory.ts";

const ENTRY: u32 = 32;
const FIRST_ROOM: u32 = 512;
/** Up to so many slots, one in eight has a text, so that nearly every text is the first one looked at; then one in two. */
const SPARSE: u32 = 4096;
/** More texts than this are forgotten and met anew: memory stays the same however many there are. */
const MOST_TEXTS: u32 = 1 << 16;
const PAGE: usize = 1 << 16;

/** A column's: 0 table, 4 number of slots − 1, 24 how far a hash is shifted for its slot (u64), 8 number of texts, 12 first page, 16 page in use, 20 what of it is free. */
export const DICTIONARY: u32 = 32;

/** 16 bytes that are kept and 16 that are not: a load from 16 − n on keeps n bytes. */
const KEPT = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0,
]);

@external("host", "read")
declare function readByHost(column: i32, text: usize, length: u32): f64;

/** Texts longer than this are left to the host, row by row. */
export const LONGEST: u32 = 4096;

/** The value of a text in a column; the host is asked when it is first met. */
export function valueOf(dictionary: usize, column: i32, text: usize, length: u32): i64 {
  let key: u64;
  let rest: u64;
  if (length <= 16) {
    const bytes = v128.and(v128.load(text), v128.load(KEPT + 16 - length));
    key = v128.extract_lane<u64>(bytes, 0);
    rest = v128.extract_lane<u64>(bytes, 1);
  } else {
    key = hashOf(text, length);
    rest = 0;
  }
  const mask = load<u32>(dictionary, 4);
  const table = <usize>load<u32>(dictionary, 0);
  let slot = slotOf(key, rest, shiftOf(dictionary));
  for (;;) {
    const entry = table + slot * ENTRY;
    const stored = load<u32>(entry, 24);
    if (stored === 0) break;
    if (
      stored === length + 1 &&
      load<u64>(entry) === key &&
      load<u64>(entry, 8) === rest &&
      (length <= 16 || isSame(load<u32>(entry, 28), text, length))
    )
      return load<i64>(entry, 16);
    slot = (slot + 1) & mask;
  }
  const value = <i64>readByHost(column, text, length);
  keep(dictionary, text, length, key, rest, value);
  return value;
}

@inline
export function tableOf(dictionary: usize): usize {
  return load<u32>(dictionary);
}

@inline
export function shiftOf(dictionary: usize): u64 {
  return load<u64>(dictionary, 24);
}

@inline
export function valueIn(entry: usize): i64 {
  return load<i64>(entry, 16);
}

/** The entry of a short text, if it is the first one looked at; otherwise 0, which says nothing. */
@inline
export function firstEntry(table: usize, shift: u64, text: usize, length: u32): usize {
  if (length > 16) return 0;
  const bytes = v128.and(v128.load(text), v128.load(KEPT + 16 - length));
  const slot = slotOf(v128.extract_lane<u64>(bytes, 0), v128.extract_lane<u64>(bytes, 1), shift);
  const entry = table + slot * ENTRY;
  const isIt = v128.all_true<i64>(v128.eq<i64>(v128.load(entry), bytes)) && load<u32>(entry, 24) === length + 1;
  return isIt ? entry : 0;
}

/** The slot is in the bits that stand highest: into them a multiplication carries all others. */
@inline
function slotOf(key: u64, rest: u64, shift: u64): u32 {
  return <u32>((key * 0x9e3779b97f4a7c15 + rest * 0xbf58476d1ce4e5b9) >> shift);
}

/** Of texts longer than 16 bytes. */
@inline
function isSame(one: usize, other: usize, length: u32): bool {
  const last = length - 16;
  for (let at: u32 = 0; at < last; at += 16) if (!isSame16(one + at, other + at)) return false;
  return isSame16(one + last, other + last);
}

@inline
function isSame16(one: usize, other: usize): bool {
  return v128.all_true<i64>(v128.eq<i64>(v128.load(one), v128.load(other)));
}

/** Of a text longer than 16 bytes. */
function hashOf(text: usize, length: u32): u64 {
  let hash: u64 = length;
  const last = text + length - 8;
  for (let at = text; at < last; at += 8) hash = rotl((hash ^ load<u64>(at)) * 0x9e3779b97f4a7c15, 29);
  hash = (hash ^ load<u64>(last)) * 0xbf58476d1ce4e5b9;
  return hash ^ (hash >> 31);
}

function keep(dictionary: usize, text: usize, length: u32, key: u64, rest: u64, value: i64): void {
  let count = load<u32>(dictionary, 8);
  if (count >= MOST_TEXTS) {
    empty(dictionary);
    count = 0;
  } else if (count * (load<u32>(dictionary, 4) < SPARSE ? 8 : 2) > load<u32>(dictionary, 4)) grow(dictionary);
  store<u32>(dictionary, count + 1, 8);
  const entry = freeEntry(dictionary, key, rest);
  store<u64>(entry, key);
  store<u64>(entry, rest, 8);
  store<i64>(entry, value, 16);
  store<u32>(entry, length + 1, 24);
  if (length > 16) store<u32>(entry, <u32>write(dictionary, text, length), 28);
}

function freeEntry(dictionary: usize, key: u64, rest: u64): usize {
  const table = tableOf(dictionary);
  const mask = load<u32>(dictionary, 4);
  let slot = slotOf(key, rest, shiftOf(dictionary));
  while (load<u32>(table + slot * ENTRY, 24) !== 0) slot = (slot + 1) & mask;
  return table + slot * ENTRY;
}

export function start(dictionary: usize): void {
  store<u32>(dictionary, <u32>allocate(FIRST_ROOM * ENTRY));
  store<u32>(dictionary, FIRST_ROOM - 1, 4);
  store<u64>(dictionary, clz<u64>(FIRST_ROOM) + 1, 24);
}

function grow(dictionary: usize): void {
  const old = <usize>load<u32>(dictionary);
  const slots = load<u32>(dictionary, 4) + 1;
  store<u32>(dictionary, <u32>allocate(slots * 2 * ENTRY));
  store<u32>(dictionary, slots * 2 - 1, 4);
  store<u64>(dictionary, shiftOf(dictionary) - 1, 24);
  for (let entry = old; entry < old + slots * ENTRY; entry += ENTRY) {
    const stored = load<u32>(entry, 24);
    if (stored === 0) continue;
    memory.copy(freeEntry(dictionary, load<u64>(entry), load<u64>(entry, 8)), entry, ENTRY);
  }
}

function empty(dictionary: usize): void {
  memory.fill(load<u32>(dictionary), 0, (load<u32>(dictionary, 4) + 1) * ENTRY);
  store<u32>(dictionary, 0, 8);
  store<u32>(dictionary, 0, 16);
}

// ── Pages of long texts, each beginning with the address of the next ────────────────────────────────────────────

function write(dictionary: usize, text: usize, length: u32): usize {
  let page = <usize>load<u32>(dictionary, 16);
  let at = <usize>load<u32>(dictionary, 20);
  if (page === 0 || at + length > page + PAGE) {
    page = nextPage(dictionary, page);
    at = page + 4;
  }
  memory.copy(at, text, length);
  store<u32>(dictionary, <u32>page, 16);
  store<u32>(dictionary, <u32>(at + length), 20);
  return at;
}

function nextPage(dictionary: usize, page: usize): usize {
  const link = page === 0 ? dictionary + 12 : page;
  if (load<u32>(link) === 0) store<u32>(link, <u32>allocate(PAGE));
  return load<u32>(link);
}
