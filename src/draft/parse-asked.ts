import type { Operator } from "../model.ts";
import { withoutGroups } from "../text/number.ts";
import { unaccented } from "../text/unaccented.ts";

/** Words before a number, by what they ask; the longest first. */
const WORDS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:>=|≥|toi thieu|it nhat|dat|tu|at least|minimum)\s*/u, "at-least"],
  [/^(?:<=|≤|khong qua|toi da|at most|not more than|no more than|maximum)\s*/u, "at-most"],
  [/^(?:>|tren|hon|more than|over|above)\s*/u, "more-than"],
  [/^(?:<|duoi|nho hon|less than|under|below)\s*/u, "less-than"],
  [/^(?:=|dung bang|bang|exactly)\s*/u, "exactly"],
];
const DECIMAL = String.raw`\d+(?:[.,]\d+)?`;
/** Groups of three digits are a thousand, as in exports. */
const COUNT = String.raw`\d{1,3}(?:[.,]\d{3})+|${DECIMAL}`;

/** "trên 70%", "≤ 3%", "8,3 - 8,5%" or "80%" as YAML writes a target; `null` where it cannot be told what is asked. */
export function parseAsked(text: string, isRatio: boolean): string | null {
  const written = isRatio ? DECIMAL : COUNT;
  const plain = unaccented(text).replaceAll(/\s+/gu, " ").trim();
  const range = new RegExp(`^(${written}) ?%? ?[-–] ?(${written}) ?(%?)$`, "u").exec(plain);
  if (range !== null && (range[3] === "%") === isRatio) {
    return `{ between: [${[range[1], range[2]].map((value) => amount(value ?? "", isRatio)).join(", ")}] }`;
  }
  const [word, operator] = WORDS.find(([one]) => one.test(plain)) ?? [/^/u, "at-least" as const];
  const value = new RegExp(`^(${written}) ?(%?)$`, "u").exec(plain.replace(word, ""));
  if (value === null || (value[2] === "%") !== isRatio) return null;
  return `{ ${operator}: ${amount(value[1] ?? "", isRatio)} }`;
}

function amount(text: string, isRatio: boolean): string {
  if (isRatio) return `${text.replace(",", ".")}%`;
  return withoutGroups(text) ?? text.replace(",", ".");
}
