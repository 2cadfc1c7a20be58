import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownPercent } from "../../src/assess/shown-percent.ts";
import { judge, percentOf } from "../../src/assess/verdict.ts";
import { OPERATORS } from "../../src/model.ts";
import type { Operator } from "../../src/model.ts";

function shown(numerator: bigint, denominator: bigint, operator: Operator, values: readonly string[]): string {
  const actual = percentOf(numerator, denominator);
  const verdict = judge(actual, operator, values);
  return shownPercent(actual, (fraction) => judge(fraction, operator, values) === verdict);
}

/** Decimal text as a fraction, read here without the program's own reader. */
function fractionOf(text: string): { readonly numerator: bigint; readonly denominator: bigint } {
  const [whole = "", decimals = ""] = text.split(".");
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

test.each([
  [367n, 814n, "70", "45.09"],
  [154n, 976n, "70", "15.78"],
  [1n, 8n, "70", "12.50"],
  [1n, 200n, "70", "0.50"],
  [12_345n, 1_000_000n, "70", "1.23"],
  [12_355n, 1_000_000n, "70", "1.24"],
  [49_998n, 50_000n, "100", "99.996"],
  [94_996n, 100_000n, "95", "94.996"],
  [1n, 1_000_000n, "70", "0.0001"],
  [999_999n, 1_000_000n, "70", "99.9999"],
  [3n, 2n, "70", "150.00"],
])("%i of %i against %s%% is shown as %s", (numerator, denominator, percent, text) => {
  expect(shown(numerator, denominator, "at-least", [percent])).toBe(text);
});

describe("for any counts and any target", () => {
  const counts = fc
    .oneof(fc.bigInt(1n, 2_000n), fc.bigInt(1n, 2n ** 53n - 1n))
    .chain((denominator) =>
      fc
        .oneof(fc.bigInt(0n, denominator), fc.constantFrom(1n, denominator - 1n, denominator))
        .map((numerator) => ({ numerator, denominator })),
    );
  const percents = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => String(thousandths / 1000));
  const targets = fc.tuple(fc.constantFrom(...OPERATORS), percents, percents).map(([operator, one, other]) => {
    const [low, high] = Number(one) < Number(other) ? [one, other] : [other, one];
    return { operator, values: operator === "between" ? [low, high] : [one] };
  });

  test("what is shown has the verdict of the fact, and is 0 or 100 only where the fact is", () => {
    fc.assert(
      fc.property(counts, targets, ({ numerator, denominator }, { operator, values }) => {
        const text = shown(numerator, denominator, operator, values);
        const fraction = fractionOf(text);
        expect(judge(fraction, operator, values)).toBe(judge(percentOf(numerator, denominator), operator, values));
        expect(fraction.numerator === 0n).toBe(numerator === 0n);
        expect(fraction.numerator === 100n * fraction.denominator).toBe(numerator === denominator);
      }),
      { numRuns: 2000 },
    );
  });

  test("it has at least two decimals, is half up at its last, and has no digit more than needed", () => {
    fc.assert(
      fc.property(counts, targets, ({ numerator, denominator }, { operator, values }) => {
        const text = shown(numerator, denominator, operator, values);
        const digits = text.split(".")[1]?.length ?? 0;
        const halfUp = (at: number) => {
          const scaled = (2n * numerator * 100n * 10n ** BigInt(at) + denominator) / (2n * denominator);
          return { numerator: scaled, denominator: 10n ** BigInt(at) };
        };
        expect(digits).toBeGreaterThanOrEqual(2);
        expect(fractionOf(text)).toEqual(halfUp(digits));
        if (digits === 2) return;
        const shorter = halfUp(digits - 1);
        const verdictKept =
          judge(shorter, operator, values) === judge(percentOf(numerator, denominator), operator, values);
        const extreme = [0n, 100n * shorter.denominator].includes(shorter.numerator);
        const extremeFact = numerator === 0n || numerator === denominator;
        expect(verdictKept && extreme === extremeFact).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
