import { formatCount } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Formula, Indicator, Result } from "../model.ts";

const MINUS = "−";

/** One side of a formula, with something put in for each measure: "A + B − 10". */
function sideText({ terms, constant }: Formula, put: (measure: string) => string, locale: Locale): string {
  const parts = terms.map(({ measure, factor }) => {
    const times = Math.abs(factor) === 1 ? "" : `${formatCount(Math.abs(factor), locale)} × `;
    return { isLess: factor < 0, text: times + put(measure) };
  });
  if (constant !== 0 || parts.length === 0)
    parts.push({ isLess: constant < 0, text: formatCount(Math.abs(constant), locale) });
  return parts
    .map(({ isLess, text }, index) => (index === 0 ? (isLess ? MINUS : "") : isLess ? ` ${MINUS} ` : " + ") + text)
    .join("");
}

/** The whole formula: a ratio of both sides, or the value of a count. */
export function formulaText({ numerator, denominator }: Indicator, put: (measure: string) => string, locale: Locale) {
  const side = (formula: Formula) => (denominator === null ? sideText : wholeText)(formula, put, locale);
  return denominator === null ? side(numerator) : `${side(numerator)} / ${side(denominator)}`;
}

/** The same, in brackets where it is more than one count. */
export function wholeText(formula: Formula, put: (measure: string) => string, locale: Locale): string {
  const text = sideText(formula, put, locale);
  return isSum(formula) ? `(${text})` : text;
}

/** Whether a side is more than one count. */
function isSum({ terms, constant }: Formula): boolean {
  return terms.length + (constant === 0 ? 0 : 1) > 1;
}

/** The figures put in, step by step: "49.998 / (50.010 − 10) = 49.998 / 50.000 = 99,996%". */
export function sumsText(indicator: Indicator, result: Result, rate: string, locale: Locale): string | null {
  const { numerator, denominator, value, formula } = result;
  const put = (measure: string) => formatCount(formula.values[measure] ?? 0, locale);
  const filled = formulaText(indicator, put, locale);
  if (value !== null) return isSum(indicator.numerator) ? `${filled} = ${formatCount(value, locale)}` : filled;
  if (numerator === null || denominator === null) return null;
  const counts = `${formatCount(numerator, locale)} / ${formatCount(denominator, locale)}`;
  return [filled, ...(filled === counts ? [] : [counts]), ...(rate === "" ? [] : [rate])].join(" = ");
}
