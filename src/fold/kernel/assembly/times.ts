/** Times of day as they stand behind dates. */

/** `10:05`, `T9:05:00.123Z`, up to the end. */
export function isTime(from: usize, end: usize): bool {
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
