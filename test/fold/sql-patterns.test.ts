import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_DATE, datePattern } from "../../src/fold/sql/date-pattern.ts";
import { countPattern } from "../../src/fold/sql/group-cells.ts";
import { readCount } from "../../src/fold/classify.ts";
import { dayAfter, parseDate } from "../../src/text/date.ts";

/** Bounds of a quarter that closes on the 14th, of one with 29 February in it, of a month, and of a day. */
const BOUNDS = [
  { from: "2021-12-15", until: "2022-03-14" },
  { from: "2024-01-01", until: "2024-03-31" },
  { from: "2022-10-01", until: "2022-10-31" },
  { from: "2022-06-30", until: "2022-06-30" },
];

const number = (least: number, most: number) => fc.integer({ min: least, max: most });
const padded = (value: fc.Arbitrary<number>) =>
  fc.tuple(value, fc.boolean()).map(([one, isPadded]) => String(one).padStart(isPadded ? 2 : 1, "0"));
const mark = fc.constantFrom("/", "-", ".");
const time = fc.constantFrom("", " 8:05", " 08:05:59", "T23:59:59.123Z", " 8", "Z", " ");
/** Texts that look like dates, most of which are some. */
const dateLike = fc
  .tuple(padded(number(0, 32)), padded(number(0, 13)), number(2020, 2025), mark, mark, time, fc.boolean())
  .map(([day, month, year, one, other, clock, isIso]) =>
    isIso ? `${year}${one}${month}${other}${day}${clock}` : `${day}${one}${month}${other}${year}${clock}`,
  );

describe("dates by their looks", () => {
  test.each(BOUNDS)("of $from to $until are those that are read as one of them", (bounds) => {
    const pattern = new RegExp(datePattern(bounds));
    fc.assert(
      fc.property(dateLike, (text) => {
        const date = parseDate(text);
        // What has blanks around it is not certain by its looks.
        const isWithin = date !== null && text === text.trim() && bounds.from <= date && date <= bounds.until;
        expect(pattern.test(text)).toBe(isWithin);
      }),
      { numRuns: 2000 },
    );
  });

  test("every day of two years is in the bounds that hold it, in every form", () => {
    const patterns = BOUNDS.map((bounds) => ({ bounds, pattern: new RegExp(datePattern(bounds)) }));
    for (let day = "2023-01-01"; day < "2025-01-01"; day = dayAfter(day)) {
      const [year = "", month = "", date = ""] = day.split("-");
      for (const { bounds, pattern } of patterns) {
        const isWithin = bounds.from <= day && day <= bounds.until;
        for (const text of [day, `${date}/${month}/${year}`, `${Number(date)}.${Number(month)}.${year}`])
          expect([text, pattern.test(text)]).toEqual([text, isWithin]);
      }
    }
  });

  test("any date that is taken for one is one", () => {
    const pattern = new RegExp(ANY_DATE);
    fc.assert(
      fc.property(dateLike, (text) => !pattern.test(text) || parseDate(text) !== null),
      { numRuns: 2000 },
    );
    expect(pattern.test("31/12/1999")).toBe(true);
  });
});

describe("counts by their looks", () => {
  const digits = fc.string({ unit: fc.constantFrom("0", "1", "9", ".", ",", " ", "\u00A0", "-", "e"), maxLength: 22 });

  test.each([".", ","] as const)(
    "with %s between thousands are read as the number that their digits make",
    (thousands) => {
      const pattern = new RegExp(countPattern(thousands));
      fc.assert(
        fc.property(digits, (text) => {
          if (!pattern.test(text)) return;
          expect(readCount(text, { thousands, missing: [], zero: [] })).toBe(Number(text.replaceAll(/\D/g, "")));
        }),
        { numRuns: 5000 },
      );
      expect(pattern.test(`1${thousands}234`)).toBe(true);
      expect(pattern.test(thousands === "." ? "1,234" : "1.234")).toBe(false);
    },
  );
});
