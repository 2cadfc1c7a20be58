import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapOf, headroomOf } from "../../src/assess/gap.ts";
import { judge, percentOf } from "../../src/assess/verdict.ts";
import { OPERATORS } from "../../src/model.ts";

const ordered = OPERATORS.filter((operator) => operator !== "exactly" && operator !== "between");
const floors = ["at-least", "more-than"] as const;

const operators = fc.constantFrom(...ordered);
const percents = fc
  .integer({ min: 0, max: 12_000 })
  .chain((hundredths) =>
    fc
      .constantFrom(0, 1, 2)
      .map((scale) => (scale === 0 ? String(hundredths % 121) : (hundredths / 100).toFixed(scale))),
  );
const ratios = fc
  .tuple(fc.oneof(fc.bigInt(1n, 300n), fc.bigInt(1n, 2n ** 53n - 1n)), fc.bigInt(0n, 10_000n))
  .map(([denominator, share]) => ({
    numerator: (denominator * share) / 10_000n,
    denominator,
    over100: false,
    grows: true,
  }));

interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function isMet({ numerator, denominator }: Ratio, operator: (typeof ordered)[number], percent: string): boolean {
  return judge(percentOf(numerator, denominator), operator, [percent]) === "met";
}

/** The ratio after a step of `by` towards the target. */
function nearer({ numerator, denominator }: Ratio, operator: (typeof ordered)[number], by: bigint): Ratio {
  return { numerator: floors.includes(operator as "at-least") ? numerator + by : numerator - by, denominator };
}

function growing({ numerator, denominator }: Ratio, operator: (typeof ordered)[number], by: bigint): Ratio {
  return {
    numerator: floors.includes(operator as "at-least") ? numerator + by : numerator,
    denominator: denominator + by,
  };
}

describe("the gap is the least that turns a miss into a hit", () => {
  const misses = fc
    .tuple(ratios, operators, percents)
    .filter(([ratio, operator, percent]) => !isMet(ratio, operator, percent));

  test("with the denominator as it is", () => {
    fc.assert(
      fc.property(misses, ([ratio, operator, percent]) => {
        const fixed = gapOf(operator, percent, ratio)?.fixed ?? null;
        if (fixed === null) {
          const extreme = floors.includes(operator as "at-least") ? ratio.denominator : 0n;
          expect(isMet({ ...ratio, numerator: extreme }, operator, percent)).toBe(false);
        } else {
          expect(fixed).toBeGreaterThan(0);
          expect(isMet(nearer(ratio, operator, BigInt(fixed)), operator, percent)).toBe(true);
          expect(isMet(nearer(ratio, operator, BigInt(fixed) - 1n), operator, percent)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("with the denominator growing", () => {
    fc.assert(
      fc.property(misses, ([ratio, operator, percent]) => {
        const grown = gapOf(operator, percent, ratio)?.growing ?? null;
        if (grown === null) {
          // None is enough, or none that a number could say.
          expect(isMet(growing(ratio, operator, BigInt(Number.MAX_SAFE_INTEGER)), operator, percent)).toBe(false);
        } else {
          expect(grown).toBeGreaterThan(0);
          expect(isMet(growing(ratio, operator, BigInt(grown)), operator, percent)).toBe(true);
          expect(isMet(growing(ratio, operator, BigInt(grown) - 1n), operator, percent)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("is an integer that a JSON number holds exactly, or null", () => {
    fc.assert(
      fc.property(misses, ([ratio, operator, percent]) => {
        const gap = gapOf(operator, percent, ratio);
        for (const steps of [gap?.fixed ?? null, gap?.growing ?? null])
          expect(steps === null || Number.isSafeInteger(steps)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test("headroom is the most that a hit can bear", () => {
  const hits = fc
    .tuple(ratios, operators, percents)
    .filter(([ratio, operator, percent]) => isMet(ratio, operator, percent));
  fc.assert(
    fc.property(hits, ([ratio, operator, percent]) => {
      const headroom = BigInt(headroomOf(operator, percent, ratio) ?? -1);
      expect(headroom).toBeGreaterThanOrEqual(0n);
      const worst = nearer(ratio, operator, -headroom);
      expect(worst.numerator).toBeGreaterThanOrEqual(0n);
      expect(worst.numerator).toBeLessThanOrEqual(ratio.denominator);
      expect(isMet(worst, operator, percent)).toBe(true);
      const beyond = nearer(ratio, operator, -headroom - 1n);
      const possible = beyond.numerator >= 0n && beyond.numerator <= ratio.denominator;
      expect(possible && isMet(beyond, operator, percent)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("multiplying both counts changes no verdict", () => {
  fc.assert(
    fc.property(
      ratios,
      operators,
      percents,
      fc.bigInt(1n, 1_000_000n),
      ({ numerator, denominator }, operator, percent, k) => {
        const scaled = { numerator: numerator * k, denominator: denominator * k };
        expect(isMet(scaled, operator, percent)).toBe(isMet({ numerator, denominator }, operator, percent));
      },
    ),
  );
});

test("a verdict is that of an independent calculation in hundredths", () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10_000n),
      fc.bigInt(1n, 10_000n),
      fc.integer({ min: 0, max: 10_000 }),
      (n, d, hundredths) => {
        const rate = n * 10_000n;
        const asked = BigInt(hundredths) * d;
        const percent = (hundredths / 100).toFixed(2);
        expect(judge(percentOf(n, d), "at-least", [percent]) === "met").toBe(rate >= asked);
        expect(judge(percentOf(n, d), "more-than", [percent]) === "met").toBe(rate > asked);
        expect(judge(percentOf(n, d), "at-most", [percent]) === "met").toBe(rate <= asked);
        expect(judge(percentOf(n, d), "less-than", [percent]) === "met").toBe(rate < asked);
        expect(judge(percentOf(n, d), "exactly", [percent]) === "met").toBe(rate === asked);
      },
    ),
  );
});
