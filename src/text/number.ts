/** How the exports of a source write their whole numbers. */
export interface NumberGrammar {
  /** "," only where the source says that its files write 1,234. */
  readonly thousands: "." | ",";
}

const PLAIN = /^\d+$/;
/**
 * One sign between all groups: of the marks the source's, of the spaces any. They are written out, since V8 goes through
 * all of Unicode for `\p{Zs}`.
 */
const GROUPED = {
  ".": /^[1-9]\d{0,2}(?<mark>[. \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])\d{3}(?:\k<mark>\d{3})*$/,
  ",": /^[1-9]\d{0,2}(?<mark>[, \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])\d{3}(?:\k<mark>\d{3})*$/,
};
const NOT_DIGITS = /\D/g;
const PERCENT = /^(\d+)(?:[.,](\d+))?\s*%$/;

/** `1234`, `1.234`, `1 234` (any space) as a number; `null` for anything else; `Infinity` past 2^53−1. */
export function parseCount(text: string, grammar: NumberGrammar): number | null {
  const trimmed = text.trim();
  const isPlain = PLAIN.test(trimmed);
  if (!isPlain && !GROUPED[grammar.thousands].test(trimmed)) return null;
  const count = Number(isPlain ? trimmed : trimmed.replace(NOT_DIGITS, ""));
  return Number.isSafeInteger(count) ? count : Infinity;
}

/** Digits in groups of three, whichever the mark between them, without it; `null` for anything else. */
export function withoutGroups(text: string): string | null {
  return Object.values(GROUPED).some((grouped) => grouped.test(text)) ? text.replaceAll(NOT_DIGITS, "") : null;
}

/** `95,5%` or `95.5%` as decimal text with a point ("95.5"); `null` for anything else. */
export function parsePercent(text: string): string | null {
  const match = PERCENT.exec(text.trim());
  if (match === null) return null;
  const [, whole = "", fraction] = match;
  return fraction === undefined ? whole : `${whole}.${fraction}`;
}
