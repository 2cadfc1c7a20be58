import type { Operator, Result } from "../model.ts";
import { decimal } from "./verdict.ts";

/** A ratio's counts; of a count the denominator is `null`. */
export interface Counts {
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  readonly over100: boolean;
  /** Whether the denominator can grow; the plan may fix it. */
  readonly grows: boolean;
}

/**
 * The target as a bound on counts: numerator × `scale` against `rate` × denominator, where `rate` / `scale` is the
 * target as a fraction of one. For a count, the denominator is 1 and the target the bound itself.
 */
interface Bound {
  readonly rate: bigint;
  readonly scale: bigint;
}

function boundOf(value: string, isRatio: boolean): Bound {
  const { digits, scale } = decimal(value);
  return { rate: digits, scale: (isRatio ? 100n : 1n) * 10n ** BigInt(scale) };
}

/** The least (or greatest) numerator on target. */
function limit(operator: Operator, { rate, scale }: Bound, denominator: bigint): bigint | null {
  const exact = rate * denominator;
  switch (operator) {
    case "at-least":
      return ceilDivide(exact, scale);
    case "more-than":
      return exact / scale + 1n;
    case "at-most":
      return exact / scale;
    case "less-than":
      return ceilDivide(exact, scale) - 1n;
    default:
      return null;
  }
}

/** How much a miss lacks: with the denominator as it is, and where each addition counts in it as well. */
export function gapOf(operator: Operator, value: string, counts: Counts): Result["gap"] {
  const { numerator, denominator, over100, grows } = counts;
  const isRatio = denominator !== null;
  const bound = boundOf(value, isRatio);
  const edge = limit(operator, bound, denominator ?? 1n);
  if (edge === null) return null;
  const isFloor = operator === "at-least" || operator === "more-than";
  const fixed = isFloor ? edge - numerator : numerator - edge;
  const reachable = isFloor ? !isRatio || over100 || edge <= denominator : edge >= 0n;
  return {
    fixed: reachable ? toNumber(fixed) : null,
    growing: isRatio && grows ? toNumber(growingGap(operator, bound, numerator, denominator)) : null,
  };
}

/** (n + k) / (d + k) for a floor, n / (d + k) for a ceiling; `null` where no k is enough. */
function growingGap(operator: Operator, { rate, scale }: Bound, numerator: bigint, denominator: bigint): bigint | null {
  const isFloor = operator === "at-least" || operator === "more-than";
  const lacking = isFloor ? rate * denominator - scale * numerator : scale * numerator - rate * denominator;
  const step = isFloor ? scale - rate : rate;
  if (step <= 0n) return null;
  return operator === "at-least" || operator === "at-most" ? ceilDivide(lacking, step) : lacking / step + 1n;
}

/** How many the numerator of a target that is met may lose (or gain) and still meet it. */
export function headroomOf(
  operator: Operator,
  value: string,
  { numerator, denominator, over100 }: Counts,
): number | null {
  const isRatio = denominator !== null;
  const edge = limit(operator, boundOf(value, isRatio), denominator ?? 1n);
  if (edge === null) return null;
  if (operator === "at-least" || operator === "more-than") return toNumber(numerator - max(edge, 0n));
  return toNumber((isRatio && !over100 ? min(edge, denominator) : edge) - numerator);
}

/** For a dividend that may be negative and a divisor above 0. */
function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return quotient * divisor < dividend ? quotient + 1n : quotient;
}

/** `null` also past 2^53−1, which no number says exactly and no agency can make up for. */
function toNumber(value: bigint | null): number | null {
  return value === null || value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
