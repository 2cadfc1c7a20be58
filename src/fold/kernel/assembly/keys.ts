/** What names a record, as a number of 64 bits: who has the same key has the same print. `../key-print.ts` makes the same. */

const QUOTE: u8 = 0x22;

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
