import type { Fraction } from "./verdict.ts";

/** Numbers far enough apart to be told apart: no verdict on counts below 2^53 needs more. */
const MOST_DIGITS = 40;

/**
 * A percent for people: half up at two decimals, and more until it contradicts neither the verdict nor the fact — no
 * "100.00" for 49,998 of 50,000, no "0.00" for one of a million, no "95.00" beside a miss of 95%.
 */
export function shownPercent(actual: Fraction, isTrue: (shown: Fraction) => boolean): string {
  for (let digits = 2; digits < MOST_DIGITS; digits++) {
    const scale = 10n ** BigInt(digits);
    const rounded = floorDivide(2n * actual.numerator * scale + actual.denominator, 2n * actual.denominator);
    const shown = { numerator: rounded, denominator: scale };
    if (isFact(shown, actual) && isTrue(shown)) return decimalText(rounded, digits);
  }
  return decimalText((actual.numerator * 10n ** BigInt(MOST_DIGITS)) / actual.denominator, MOST_DIGITS);
}

/** What is shown is 0 or 100 only where the fact is. */
function isFact(shown: Fraction, actual: Fraction): boolean {
  const is = (value: bigint, { numerator, denominator }: Fraction) => numerator === value * denominator;
  return [0n, 100n].every((value) => is(value, shown) === is(value, actual));
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return quotient * divisor > dividend ? quotient - 1n : quotient;
}

function decimalText(scaled: bigint, digits: number): string {
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  return `${scaled < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
