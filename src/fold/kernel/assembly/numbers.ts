/** Counts as exports write them: `1234`, `1.234`, `1 234`. Whatever is not plainly one is left to the host. */

/** No plain count. */
export const UNSURE: i64 = -1;
/** 10^15 is below 2^53. */
const MOST_DIGITS: u32 = 15;

const ZEROS: u64 = 0x3030303030303030;
/** Which bits of eight bytes are those of the last 0 to 8. */
const LAST = memory.data<u64>([
  0, 0xff00000000000000, 0xffff000000000000, 0xffffff0000000000, 0xffffffff00000000, 0xffffffffff000000,
  0xffffffffffff0000, 0xffffffffffffff00, 0xffffffffffffffff,
]);
const HIGH: u64 = 0xf0f0f0f0f0f0f0f0;

/** The count between two addresses, before which there is room for 16 bytes. */
@inline
export function plainCount(from: usize, to: usize, thousands: u8): i64 {
  const length = <u32>(to - from);
  // One to eight digits.
  if (length - 1 < 8) {
    const word = lastDigits(to, length);
    if (areDigits(word)) return valueOf(word);
  }
  const isQuoted = length >= 2 && load<u8>(from) === 0x22 && load<u8>(to - 1) === 0x22;
  return isQuoted ? longCount(from + 1, to - 1, thousands) : longCount(from, to, thousands);
}

function longCount(start: usize, end: usize, thousands: u8): i64 {
  const length = <u32>(end - start);
  if (length === 0) return UNSURE;
  if (length <= 8) {
    const word = lastDigits(end, length);
    if (areDigits(word)) return valueOf(word);
  } else if (length <= MOST_DIGITS) {
    const low = lastDigits(end, 8);
    const high = lastDigits(end - 8, length - 8);
    if (areDigits(low) && areDigits(high)) return valueOf(high) * 100000000 + valueOf(low);
  }
  return groupedCount(start, end, thousands);
}

/** The last bytes before an address, at most 8, with zeros in front of them: a variable shift takes longer. */
@inline
function lastDigits(end: usize, length: u32): u64 {
  const last = load<u64>(LAST + (<usize>length << 3));
  return (load<u64>(end - 8) & last) | (ZEROS & ~last);
}

@inline
function areDigits(word: u64): bool {
  return (word & HIGH) === ZEROS && ((word + 0x0606060606060606) & HIGH) === ZEROS;
}

@inline
function valueOf(digits: u64): i64 {
  const pairs = (((digits & 0x0f0f0f0f0f0f0f0f) * 2561) >> 8) & 0x00ff00ff00ff00ff;
  const fours = ((pairs * 6553601) >> 16) & 0x0000ffff0000ffff;
  return <i64>((fours * 42949672960001) >> 32);
}

/** One to three digits, the first of them no 0, then threes behind one and the same mark. */
function groupedCount(start: usize, end: usize, thousands: u8): i64 {
  let at = start;
  let value: i64 = 0;
  let digits: u32 = 0;
  for (; at < end && isDigit(load<u8>(at)); at++) {
    value = value * 10 + (load<u8>(at) - 0x30);
    if (++digits > 3) return UNSURE;
  }
  if (digits === 0 || load<u8>(start) === 0x30 || at >= end) return UNSURE;
  const first = load<u8>(at);
  let size: usize;
  if (first === thousands || first === 0x20) size = 1;
  else if (first === 0xc2 && load<u8>(at, 1) === 0xa0) size = 2;
  else if (first === 0xe2 && load<u8>(at, 1) === 0x80 && load<u8>(at, 2) === 0xaf) size = 3;
  else return UNSURE;
  const mark = at;
  while (at < end) {
    if (at + size + 3 > end || memory.compare(at, mark, size) !== 0) return UNSURE;
    at += size;
    for (const after = at + 3; at < after; at++) {
      if (!isDigit(load<u8>(at))) return UNSURE;
      value = value * 10 + (load<u8>(at) - 0x30);
    }
    digits += 3;
  }
  return digits <= MOST_DIGITS ? value : UNSURE;
}

@inline
function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}
