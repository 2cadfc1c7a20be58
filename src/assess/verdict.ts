import type { Operator, Verdict } from "../model.ts";
import { parseDecimal } from "../text/decimal.ts";
import type { Decimal } from "../text/decimal.ts";

/** A rate or a count as an exact fraction. A ratio is in percent: 100 × numerator / denominator. */
export interface Fraction {
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

type Holds = (actual: Fraction, ends: readonly Decimal[]) => boolean;

/** Whether an actual value satisfies a target, in integers throughout. */
const HOLDS = {
  "at-least": (actual, [end]) => compare(actual, end) >= 0,
  "more-than": (actual, [end]) => compare(actual, end) > 0,
  "at-most": (actual, [end]) => compare(actual, end) <= 0,
  "less-than": (actual, [end]) => compare(actual, end) < 0,
  exactly: (actual, [end]) => compare(actual, end) === 0,
  between: (actual, [low, high]) => compare(actual, low) >= 0 && compare(actual, high) <= 0,
} as const satisfies Record<Operator, Holds>;

/** Met or missed. No rounding decides. */
export function judge(
  actual: Fraction,
  operator: Operator,
  values: readonly string[],
): Extract<Verdict, "met" | "missed"> {
  return HOLDS[operator](actual, values.map(decimal)) ? "met" : "missed";
}

export function percentOf(numerator: bigint, denominator: bigint): Fraction {
  return { numerator: numerator * 100n, denominator };
}

/** The decimal of a target's value; the plan was read, so it is one. */
export function decimal(text: string): Decimal {
  const found = parseDecimal(text);
  if (found === null) throw new TypeError(`not a decimal: ${text}`);
  return found;
}

/** Below, at or above 0: where the fraction lies from the decimal. */
function compare({ numerator, denominator }: Fraction, end: Decimal | undefined): number {
  if (end === undefined) throw new TypeError("a target without a value");
  const difference = numerator * 10n ** BigInt(end.scale) - end.digits * denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
