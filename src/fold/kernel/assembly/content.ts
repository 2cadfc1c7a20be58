/** Whether a row has anything in it. */

const QUOTE: u8 = 0x22;

export const BLANK: i32 = 0;
/** White space beyond ASCII is the host's to know. */
export const UNCLEAR: i32 = 1;
export const CONTENT: i32 = 2;

@inline
export function contentOf(row: usize, end: usize, delimiter: u8): i32 {
  return isContent(load<u8>(row), delimiter) ? CONTENT : contentBehind(row, end, delimiter);
}

function contentBehind(row: usize, end: usize, delimiter: u8): i32 {
  let content = BLANK;
  for (let at = row; at < end; at++) {
    const byte = load<u8>(at);
    if (isContent(byte, delimiter)) return CONTENT;
    if (byte !== delimiter && byte !== 0x20 && byte !== 0x09) content = UNCLEAR;
  }
  return content;
}

@inline
function isContent(byte: u8, delimiter: u8): bool {
  return byte > 0x20 && byte < 0x7f && byte !== QUOTE && byte !== delimiter;
}
