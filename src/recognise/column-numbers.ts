import type { Row } from "../model.ts";

const NUMBERED = /^\(?(\d{1,2})\)?(?:\s*=.*)?$/su;

/**
 * The numbers of columns by index, where a row is what official forms have under their headers: `(1) (2) (3)`, `1 2 3`,
 * or formulas such as `(3)=(4)+(5)+(6)`; `null` where it is none. Names may be lettered (A, B).
 */
export function columnNumbers({ cells }: Row): ReadonlyMap<number, number> | null {
  const numbers = new Map<number, number>();
  let last = 0;
  let marked = false;
  for (const [index, cell] of cells.entries()) {
    const text = String(cell).trim();
    if (text === "" || /^\(?[A-EĐ]\)?$/u.test(text)) continue;
    const match = NUMBERED.exec(text);
    const number = Number(match?.[1]);
    // They run upwards, one by one, but for columns that a system has left out.
    if (match === null || number <= last || number > last + 3) return null;
    marked ||= text.startsWith("(");
    numbers.set(index, number);
    last = number;
  }
  return numbers.size >= 3 && (marked || numbers.size === last || last - numbers.size <= 2) ? numbers : null;
}
