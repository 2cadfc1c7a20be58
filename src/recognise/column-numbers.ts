import type { Row } from "../model.ts";

const LETTER = /^\(?[A-EĐÐ]\)?$/u;
/** Excel takes "(4)" for −4. */
const NUMBERED = /^(?:\(|-)?(\d{1,2})\)?(?:\s*=.*)?$/su;

/**
 * The numbers of columns by index, where a row is what official forms have under their headers: `(1) (2) (3)`, `1 2 3`,
 * or formulas such as `(3)=(4)+(5)+(6)`; `null` where it is none. Names may be lettered (A, B).
 */
export function columnNumbers({ cells }: Row): ReadonlyMap<number, number> | null {
  const numbers = new Map<number, number>();
  for (const [index, cell] of cells.entries()) {
    const text = String(cell).trim();
    if (text === "" || LETTER.test(text)) continue;
    const match = NUMBERED.exec(text);
    if (match === null) return null;
    numbers.set(index, Number(match[1]));
  }
  const distinct = new Set(numbers.values());
  // They count the columns, from the first on, but for those that a system has left out.
  const isCount =
    distinct.size === numbers.size && Math.max(...distinct) <= numbers.size + 3 && Math.min(...distinct) <= 3;
  return numbers.size >= 3 && isCount ? numbers : null;
}
