const QUOTE = 0x22;
const FEED = 0x0a;
const RETURN = 0x0d;

/** Where the last record ends that is whole, in bytes that begin with one: at the last line end outside quotes. */
export function wholeRecords(bytes: Buffer): number {
  let end = 0;
  for (let from = 0; from >= 0;) {
    const quote = bytes.indexOf(QUOTE, from);
    const plain = bytes.subarray(from, quote < 0 ? bytes.length : quote);
    const feed = plain.lastIndexOf(FEED);
    const carriage = plain.lastIndexOf(RETURN);
    // A return that stands last may be half a line end.
    const isEnd = carriage > feed && from + carriage + 1 < bytes.length;
    if (feed >= 0 || isEnd) end = from + (isEnd ? carriage : feed) + 1;
    const closing = quote < 0 ? -1 : bytes.indexOf(QUOTE, quote + 1);
    from = closing < 0 ? -1 : closing + 1;
  }
  return end;
}
