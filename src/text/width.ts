import stringWidth from "string-width";

/** Latin letters with the marks of Vietnamese, composed, and the signs of our tables: one column each. */
const NARROW = /^[ -~\u00A0-\u02FF\u1E00-\u1EFF–—…·•“”‘’≥≤✓✗]*$/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** A text as lines that fit a width; lines after the first are indented. A word is never cut. */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line].join("\n");
}

/** A text as the lines of a column that is that wide, each behind a margin; a word goes on in the next line if it must. */
export function wrapInto(text: string, width: number, margin = ""): string {
  const room = width - margin.length;
  const lines = wrap(text, room).split("\n");
  return lines
    .flatMap((line) => piecesOf(line, room))
    .map((piece) => margin + piece)
    .join("\n");
}

/** Behind a hyphen where there is one, so that a word is torn only where it must be. */
function piecesOf(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const pieces: string[] = [];
  let piece = "";
  for (const character of line) {
    if (piece !== "" && widthOf(piece + character) > width) {
      const end = piece.lastIndexOf("-") + 1 || piece.length;
      pieces.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += character;
  }
  return [...pieces, piece];
}
