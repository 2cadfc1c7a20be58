const QUOTE = 0x22;
const FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Where the first row begins behind the first byte of a piece out of the middle of a table; `null` where none does. Who
 * comes in the middle cannot know whether it is inside quotes: quotes that only fit one of the two tell. It is a guess
 * all the same, and whoever folds from there has to see that the row before ends there.
 */
export function findRowStart(piece: Uint8Array, delimiter: number): number | null {
  // Between two quotes nobody could tell whether they are one that is doubled, and no row begins there.
  let from = 0;
  while (from < piece.length && piece[from] === QUOTE) from++;
  const outside = readOn(piece, from, delimiter, false);
  if (outside.fits) return outside.start;
  const inside = readOn(piece, from, delimiter, true);
  return (inside.fits ? inside : outside).start;
}

function readOn(piece: Uint8Array, from: number, delimiter: number, isQuoted: boolean) {
  const parts = (byte: number | undefined) =>
    byte === delimiter || byte === FEED || byte === RETURN || byte === undefined;
  let quoted = isQuoted;
  let start: number | null = null;
  for (let at = from; at < piece.length; at++) {
    const byte = piece[at];
    if (byte === QUOTE) {
      if (!quoted) {
        if (!parts(piece[at - 1])) return { fits: false, start };
        quoted = true;
      } else if (piece[at + 1] === QUOTE) at++;
      else if (parts(piece[at + 1])) quoted = false;
      else return { fits: false, start };
    } else if (!quoted && start === null && isLineEnd(piece, at)) start = at + 1;
  }
  return { fits: true, start };
}

function isLineEnd(piece: Uint8Array, at: number): boolean {
  return piece[at] === FEED || (piece[at] === RETURN && piece[at + 1] !== FEED && at + 1 < piece.length);
}
