import { columnLetters } from "../text/column-letters.ts";

/** A cell's name, such as E12: the letters of its column (`index` from 0), and its line. */
export function cellName(index: number, line: number): string {
  return `${columnLetters(index)}${line}`;
}

/** The cell that a name names; `null` where it is no name. */
export function parseCellName(name: string): { readonly index: number; readonly line: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (match === null) return null;
  const [, letters = "", digits = ""] = match;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return { index: index - 1, line: Number(digits) };
}
