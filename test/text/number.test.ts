import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCount, parsePercent } from "../../src/text/number.ts";
import { parseDecimal } from "../../src/text/decimal.ts";

const DOTS = { thousands: "." } as const;
const COMMAS = { thousands: "," } as const;

/** With a separator between groups of three, made without a regular expression of the program's. */
function grouped(count: number, separator: string): string {
  return new Intl.NumberFormat("en-US").format(count).replaceAll(",", separator);
}

describe("counts", () => {
  const counts = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
  const spaces = {
    space: " ",
    "no-break space": "\u00A0",
    "narrow no-break space": "\u202F",
    "thin space": "\u2009",
    "figure space": "\u2007",
  };

  test("written plainly read back", () => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(parseCount(String(count), DOTS)).toBe(count);
      }),
    );
  });

  test("written with points read back", () => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(parseCount(grouped(count, "."), DOTS)).toBe(count);
      }),
    );
  });

  test.each(Object.entries(spaces))("written with a %s read back", (_, space) => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(parseCount(grouped(count, space), DOTS)).toBe(count);
      }),
    );
  });

  test("written with commas read back only where the source says so", () => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(parseCount(grouped(count, ","), COMMAS)).toBe(count);
        if (count >= 1000) expect(parseCount(grouped(count, ","), DOTS)).toBeNull();
      }),
    );
  });

  test("space around them does not matter", () => {
    expect(parseCount(" 1.234\u00A0", DOTS)).toBe(1234);
  });

  test.each([
    ..."257.7575|12,5|1e3|-3|+3||0.123|3227.885|1.23|1.2345|.123|1.|1..234|1.234.56|1.234,5|1.234 567|1 234.567".split(
      "|",
    ),
    ..."1,234|12 34|1234.567|0x10|१२|１２|1/2|5%|x|Không|—|-|1_000|NaN|Infinity|1 .234".split("|"),
  ])("refuses %j", (text) => {
    expect(parseCount(text, DOTS)).toBeNull();
  });

  test("refuses 1.234 where the source writes commas", () => {
    expect(parseCount("1.234", COMMAS)).toBeNull();
  });

  test("past 2^53−1 a count is known to be too large, and never rounded", () => {
    expect(parseCount("9007199254740991", DOTS)).toBe(9_007_199_254_740_991);
    expect(parseCount("9007199254740992", DOTS)).toBe(Infinity);
    expect(parseCount("9.007.199.254.740.993", DOTS)).toBe(Infinity);
  });

  test("any text is read as what it says or refused", () => {
    const characters = fc.constantFrom(..."0123456789., -+e\u00A0x");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        const count = parseCount(text, DOTS);
        if (count === null) return;
        const digits = text.trim();
        expect([String(count), ...[".", " ", "\u00A0"].map((separator) => grouped(count, separator))]).toContain(
          digits.replace(/^0+(?=\d)/, ""),
        );
      }),
      { numRuns: 5000 },
    );
  });
});

describe("percents", () => {
  test.each([
    ["95,5%", "95.5"],
    ["95.5%", "95.5"],
    ["95,50 %", "95.50"],
    ["100%", "100"],
    [" 0% ", "0"],
  ])("%j", (text, decimal) => expect(parsePercent(text)).toBe(decimal));

  test.each(["95,5", "95", "-5%", "%", "", "1.234,5%", "95,%", "95..5%", "5 % 6", "x%"])("refuses %j", (text) =>
    expect(parsePercent(text)).toBeNull(),
  );
});

describe("decimals", () => {
  test.each([
    ["97.40", { digits: 9740n, scale: 2 }],
    ["80", { digits: 80n, scale: 0 }],
    ["0.1", { digits: 1n, scale: 1 }],
    ["123456789012345678901234567890.5", { digits: 1234567890123456789012345678905n, scale: 1 }],
  ])("%s is exact", (text, decimal) => expect(parseDecimal(text)).toEqual(decimal));

  test.each(["97,4", "", ".5", "5.", "1e3", "1 000", "80%"])("refuses %j", (text) =>
    expect(parseDecimal(text)).toBeNull(),
  );
});
