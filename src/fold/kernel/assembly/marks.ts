/** Where fields and rows end, 64 bytes at a time. */

import { allocate } from "./memory.ts";

const FEED: u8 = 0x0a;
const RETURN: u8 = 0x0d;
const QUOTE: u8 = 0x22;

/** Where each delimiter and line end outside quotes stands (u32); before the first, where one would stand before all. */
export let marks: usize = 0;
export let markCount: u32 = 0;
/** Which of the marks end rows (u32). */
export let ends: usize = 0;
export let endCount: u32 = 0;
/** Whether a line ends inside quotes. */
export let hasInnerLines: bool = false;
/** The first byte at which quotes are wrong, or that is a NUL; 0 where none is. */
export let fault: usize = 0;

/** Makes room for the marks of so many bytes. */
export function makeRoom(bytes: usize): void {
  marks = allocate((bytes + 128) * 4) + 64;
  ends = allocate((bytes + 64) * 4);
}

/**
 * Marks what stands between `start`, where a row begins, and `end`, behind which there is room for 64 bytes. Where more
 * follows, a return that stands last may be half of a line end, and marks none yet.
 */
export function mark(start: usize, end: usize, isLast: bool, delimiter: u8): void {
  markCount = 0;
  endCount = 0;
  fault = 0;
  hasInnerLines = false;
  store<u32>(marks - 4, <u32>start - 1);
  store<u8>(end, isLast ? 0 : FEED);
  const delimiters = i8x16.splat(delimiter);
  const feeds = i8x16.splat(FEED);
  const returns = i8x16.splat(RETURN);
  const quotes = i8x16.splat(QUOTE);
  /** All ones inside quotes. */
  let inside: u64 = 0;
  /** 1 where the byte before lets quotes open: it parts fields, or has closed quotes, which then are doubled. */
  let lets: u64 = 1;
  /** 1 where the byte before has closed quotes, so that the field ends, or the quote is doubled. */
  let closed: u64 = 0;
  /** Where there are quotes, they are looked for without being asked about again. */
  let hasQuotes = false;
  // What was found 64 bytes before: by the time that it is written down, the processor knows how many marks there are.
  let before: usize = 0;
  let partsBefore: u64 = 0;
  let linesBefore: u64 = 0;
  nextMark = marks;
  nextEnd = ends;

  for (let at = start; at < end; at += 64) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const valid: u64 = end - at >= 64 ? u64.MAX_VALUE : ((<u64>1) << (end - at)) - 1;
    const allFeeds = bits(a, b, c, d, feeds);
    let parts = bits(a, b, c, d, delimiters) & valid;
    let lines = allFeeds & valid;
    let separators = parts | lines;
    if (hasZeroOr(returns, a, b, c, d)) {
      const nul = bits(a, b, c, d, i8x16.splat(0)) & valid;
      if (nul !== 0 && fault === 0) fault = at + <usize>ctz(nul);
      const all = bits(a, b, c, d, returns) & valid;
      separators |= all;
      lines |= all & ~((allFeeds >> 1) | ((<u64>(load<u8>(at, 64) === FEED)) << 63));
    }
    if (hasQuotes || has(a, b, c, d, quotes)) {
      hasQuotes = true;
      const all = bits(a, b, c, d, quotes) & valid;
      const quoted = parity(all) ^ inside;
      separators &= ~quoted;
      const opening = all & quoted;
      const closing = all & ~quoted;
      const wrongOpening = opening & ~(((separators | closing) << 1) | lets);
      const wrongFollower = ((closing << 1) | closed) & ~(separators | opening) & valid;
      if ((wrongOpening | wrongFollower) !== 0 && fault === 0) fault = at + <usize>ctz(wrongOpening | wrongFollower);
      inside = <u64>(<i64>quoted >> 63);
      closed = closing >> 63;
      lets = (separators | closing) >> 63;
      if ((lines & quoted) !== 0) hasInnerLines = true;
      parts &= ~quoted;
      lines &= ~quoted;
    } else lets = separators >> 63;

    write(before, partsBefore, linesBefore);
    before = at;
    partsBefore = parts;
    linesBefore = lines;
  }
  write(before, partsBefore, linesBefore);
  markCount = <u32>((nextMark - marks) >> 2);
  endCount = <u32>((nextEnd - ends) >> 2);
  if (isLast) close(start, end, inside !== 0);
}

let nextMark: usize = 0;
let nextEnd: usize = 0;

/** Writes down which of 64 bytes part cells, and which end lines. */
@inline
function write(at: usize, parts: u64, lines: u64): void {
  let mark = nextMark;
  let left = parts | lines;
  if (lines !== 0) {
    const first = <u32>((mark - marks) >> 2);
    let end = nextEnd;
    for (let row = lines; row !== 0; row &= row - 1) {
      store<u32>(end, first + <u32>popcnt(left & ((row & -row) - 1)));
      end += 4;
    }
    nextEnd = end;
  }
  for (; left !== 0; left &= left - 1) {
    store<u32>(mark, <u32>at + <u32>ctz(left));
    mark += 4;
  }
  nextMark = mark;
}

/** The last row of all ends where the bytes do. */
function close(start: usize, end: usize, isQuoted: bool): void {
  if (isQuoted && fault === 0) fault = end;
  const isClosed = endCount > 0 && load<u32>(ends + (endCount - 1) * 4) === markCount - 1;
  if (end === start || (isClosed && load<u32>(marks + (markCount - 1) * 4) === <u32>end - 1)) return;
  store<u32>(ends + endCount * 4, markCount);
  store<u32>(marks + markCount * 4, <u32>end);
  endCount++;
  markCount++;
}

/** A bit for each byte that is the one looked for. */
@inline
function bits(a: v128, b: v128, c: v128, d: v128, wanted: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(i8x16.eq(a, wanted))) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(b, wanted)))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(c, wanted)))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(d, wanted)))) << 48)
  );
}

@inline
function has(a: v128, b: v128, c: v128, d: v128, wanted: v128): bool {
  const inFirst = v128.or(i8x16.eq(a, wanted), i8x16.eq(b, wanted));
  const inSecond = v128.or(i8x16.eq(c, wanted), i8x16.eq(d, wanted));
  return v128.any_true(v128.or(inFirst, inSecond));
}

/** Whether a byte is 0 or the one looked for. */
@inline
function hasZeroOr(wanted: v128, a: v128, b: v128, c: v128, d: v128): bool {
  const inFirst = v128.min<u8>(zeroOr(wanted, a), zeroOr(wanted, b));
  const inSecond = v128.min<u8>(zeroOr(wanted, c), zeroOr(wanted, d));
  return !v128.all_true<u8>(v128.min<u8>(inFirst, inSecond));
}

/** 0 for each byte that is 0 or the one looked for. */
@inline
function zeroOr(wanted: v128, bytes: v128): v128 {
  return v128.min<u8>(bytes, v128.xor(bytes, wanted));
}

/** For each bit, whether an odd number of bits stand up to it. */
@inline
function parity(quotes: u64): u64 {
  let odd = quotes ^ (quotes << 1);
  odd ^= odd << 2;
  odd ^= odd << 4;
  odd ^= odd << 8;
  odd ^= odd << 16;
  return odd ^ (odd << 32);
}

/** How many lines end between two addresses; what stands before the first is no return. */
export function countLines(start: usize, end: usize): u32 {
  let lines: u32 = 0;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === FEED || (byte === RETURN && load<u8>(at, 1) !== FEED)) lines++;
  }
  return lines;
}
