import { OUTSIDE } from "../model.ts";
import type { Cell, Class, Classing, CountTest, CountTokens } from "../model.ts";
import { cellText } from "../text/cells.ts";
import { parseDate } from "../text/date.ts";
import { foldText } from "../text/fold-text.ts";
import { parseCount } from "../text/number.ts";

/** The class of a text: what a column's spec makes of it, `null` where it is missing, itself where nothing covers it. */
export function classify(classing: Classing, cell: Cell): Class {
  const text = cellText(cell);
  switch (classing.kind) {
    case "text":
      return text === "" || classing.missing.includes(foldText(text)) ? null : text;
    case "category": {
      const folded = foldText(text);
      if (Object.hasOwn(classing.spellings, folded)) return classing.spellings[folded] as string;
      return classing.missing.includes(folded) ? null : { unknown: text };
    }
    case "date": {
      if (classing.missing.includes(foldText(text))) return null;
      const date = parseDate(text);
      if (date === null) return { unknown: text };
      return classing.bounds.find(({ from, until }) => from <= date && date <= until)?.period ?? OUTSIDE;
    }
    case "tests": {
      const count = readCount(cell, classing.numbers);
      if (count === null) return null;
      return typeof count === "number"
        ? classing.tests.map((test) => (passes(count, test) ? "1" : "0")).join("")
        : { unknown: text };
    }
  }
}

/** A cell's count, `null` where nothing is reported, or why it cannot be read. */
export function readCount(cell: Cell, numbers: CountTokens): number | null | "unreadable" | "missing" | "too-large" {
  if (typeof cell === "number")
    return Number.isSafeInteger(cell) && cell >= 0 ? cell : cell > Number.MAX_SAFE_INTEGER ? "too-large" : "unreadable";
  const count = parseCount(cell, numbers);
  if (count !== null) return count === Infinity ? "too-large" : count;
  const folded = foldText(cell);
  if (numbers.missing.includes(folded)) return null;
  if (numbers.zero.includes(folded)) return 0;
  return folded === "" ? "missing" : "unreadable";
}

const PASSES = {
  "at-least": (count: number, value: number) => count >= value,
  "more-than": (count: number, value: number) => count > value,
  "at-most": (count: number, value: number) => count <= value,
  "less-than": (count: number, value: number) => count < value,
  exactly: (count: number, value: number) => count === value,
} as const satisfies Record<CountTest["operator"], (count: number, value: number) => boolean>;

function passes(count: number, { operator, value }: CountTest): boolean {
  return PASSES[operator](count, value);
}
