import type { ColumnSum } from "../model.ts";

const COLUMN = String.raw`\p{L}[\p{L}\d_]*`;
const SUM = String.raw`${COLUMN}(?:\s*[+-]\s*${COLUMN})*`;
const TERM = new RegExp(String.raw`([+-]?)\s*(${COLUMN})`, "gu");
const BALANCE = new RegExp(String.raw`^\s*(?<left>${COLUMN})\s*=\s*(?<previous>previous\s+)?(?<right>${SUM})\s*$`, "u");
const SIDE = (name: string) => String.raw`\s*(?:(?<${name}>${COLUMN})|\(\s*(?<${name}Sum>${SUM})\s*\))\s*`;
const RATE = new RegExp(`^${SIDE("over")}/${SIDE("under")}$`, "u");

/** `total = online + direct`, or `carried = previous pending`; `null` for anything else. */
export function parseEquation(text: string) {
  const groups = BALANCE.exec(text)?.groups;
  if (groups === undefined) return null;
  const { left = "", previous, right = "" } = groups;
  return { left, previous: previous !== undefined, right: columnSum(right) };
}

/** `online / received`, or with sums in parentheses: `(early + on_time) / settled`; `null` for anything else. */
export function parseRatio(text: string): { readonly numerator: ColumnSum; readonly denominator: ColumnSum } | null {
  const groups = RATE.exec(text)?.groups;
  if (groups === undefined) return null;
  const { over, overSum = "", under, underSum = "" } = groups;
  return { numerator: columnSum(over ?? overSum), denominator: columnSum(under ?? underSum) };
}

function columnSum(text: string): ColumnSum {
  return [...text.matchAll(TERM)].map(([, sign, column = ""]) => ({ column, factor: sign === "-" ? -1 : 1 }));
}
