/** What names a record, as a number of 64 bits: who has the same key has the same print. `../key-print.ts` makes the same. */

import { allocate } from "./memory.ts";

const QUOTE: u8 = 0x22;

/** 0 print, 8 offset (f64), 16 line, 20 number of the folded row. */
const KEY: u32 = 24;
const MOST_KEYS: u32 = 4096;
let keys: usize;
let kept: u32 = 0;

@external("host", "keys")
declare function keepKeys(entries: usize, count: u32): void;

export function prepareKeys(): void {
  keys = allocate(MOST_KEYS * KEY);
}

export function addKey(print: u64, offset: f64, line: u32, index: u32): void {
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

/** So begins a print; each part of the key is put to it. */
export const NO_KEY: u64 = 0x243f6a8885a308d3;

/** The print with one more part; 0 where the part is not plain ASCII, or blank, and so the host's to read. */
export function printWith(before: u64, from: usize, to: usize): u64 {
  let start = from;
  let end = to;
  if (end - start >= 2 && load<u8>(start) === QUOTE && load<u8>(end - 1) === QUOTE) {
    start++;
    end--;
  }
  if (end <= start || load<u8>(start) <= 0x20 || load<u8>(end - 1) <= 0x20) return 0;
  let print = (before ^ <u64>(end - start)) * 0x9e3779b97f4a7c15;
  for (let at = start; at < end; at += 8) {
    let word = load<u64>(at);
    if (end - at < 8) word &= ((<u64>1) << ((end - at) << 3)) - 1;
    if ((word & 0x8080808080808080) !== 0 || hasQuote(word)) return 0;
    print = rotl((print ^ word) * 0xbf58476d1ce4e5b9, 31);
  }
  print ^= print >> 29;
  print *= 0x94d049bb133111eb;
  print ^= print >> 32;
  return print === 0 ? 1 : print;
}

/** Of ASCII alone. */
@inline
function hasQuote(word: u64): bool {
  const apart = word ^ 0x2222222222222222;
  return ((apart - 0x0101010101010101) & ~apart & 0x8080808080808080) !== 0;
}
