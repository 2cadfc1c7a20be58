import { formatDecimal } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Result } from "../model.ts";
import { parseDecimal } from "../text/decimal.ts";

/** Where two decimals would hide the verdict or the fact: what they would say, and what is right. */
export function nearMiss({ numerator, denominator, percent, target }: Result, locale: Locale): string | null {
  if (percent === null || numerator === null || denominator === null || denominator === 0) return null;
  const shown = parseDecimal(percent);
  if (shown === null || shown.scale <= 2) return null;
  const [hundredfold, of] = [BigInt(numerator) * 100n, BigInt(denominator)];
  const isExact = shown.digits * of === hundredfold * 10n ** BigInt(shown.scale);
  return locale.explain.nearMiss(
    `${formatDecimal(twoDecimals(hundredfold, of), locale)}%`,
    `${formatDecimal(percent, locale)}%`,
    target === null ? "" : against(hundredfold, of, target, locale),
    isExact,
  );
}

/** Half up, as it would be printed elsewhere. */
function twoDecimals(hundredfold: bigint, denominator: bigint): string {
  const rounded = ((2n * hundredfold * 100n + denominator) / (2n * denominator)).toString().padStart(3, "0");
  return `${rounded.slice(0, -2)}.${rounded.slice(-2)}`;
}

/** "< 95%": on which side of the target, or of the nearer of its two ends. */
function against(hundredfold: bigint, denominator: bigint, { value }: NonNullable<Result["target"]>, locale: Locale) {
  const ends = value.split("–");
  const [low = value, high = value] = ends;
  const [fromLow, fromHigh] = [low, high].map((end) => compare(hundredfold, denominator, end));
  const [end, side] = fromHigh === 1 ? [high, 1] : [low, fromLow ?? 0];
  return `${side < 0 ? "<" : side > 0 ? ">" : "="} ${formatDecimal(end, locale)}`;
}

function compare(hundredfold: bigint, denominator: bigint, end: string): number {
  const decimal = parseDecimal(end.replace("%", ""));
  if (decimal === null) return 0;
  const difference = hundredfold * 10n ** BigInt(decimal.scale) - decimal.digits * denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
