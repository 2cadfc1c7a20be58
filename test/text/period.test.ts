import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datesOf, findPeriods, isWithin, monthsOf, parsePeriod, periodsOf, spanOf } from "../../src/text/period.ts";

const YEAR = { label: "2022", starts: "2022-01-01" };
const ALL = [
  "2022",
  ..."Q1 Q2 Q3 Q4 H1 H2 9M 01 02 03 04 05 06 07 08 09 10 11 12".split(" ").map((part) => `2022-${part}`),
];

describe("a period as people write it", () => {
  test.each([
    ["2022", "2022"],
    ["2022-Q3", "2022-Q3"],
    ["2022-q3", "2022-Q3"],
    [" 2022-H1 ", "2022-H1"],
    ["2022-9m", "2022-9M"],
    ["2022-03", "2022-03"],
    ["Quý III/2022", "2022-Q3"],
    ["Quý 3/2022", "2022-Q3"],
    ["quý iv năm 2022", "2022-Q4"],
    ["QUÝ I NĂM 2022", "2022-Q1"],
    ["Quý 1 năm 2022", "2022-Q1"],
    ["Qúy II - 2022", "2022-Q2"],
    ["Quý 1/2022".normalize("NFD"), "2022-Q1"],
    ["Quý\u00A03/2022", "2022-Q3"],
    ["Tháng 01/2022", "2022-01"],
    ["tháng 1 năm 2022", "2022-01"],
    ["Tháng 12/2022", "2022-12"],
    ["6 tháng đầu năm 2022", "2022-H1"],
    ["6 tháng năm 2022", "2022-H1"],
    ["9 tháng 2022", "2022-9M"],
    ["9 tháng đầu năm 2022", "2022-9M"],
    ["Năm 2022", "2022"],
  ])("%j is %s", (text, period) => expect(parsePeriod(text)).toBe(period));

  test.each([
    ..."2022-Q5|2022-Q0|2022-13|2022-00|2022-3|2022-H3|22-Q1|2022Q1|Quý V/2022|Quý 5/2022|Quý I|Quý I/22".split("|"),
    ..."Tháng 13/2022|tháng 0/2022|3 tháng 2022|2022-Q1-Q2|2022-01-15|năm|x".split("|"),
    "",
    "12022",
  ])("refuses %j", (text) => expect(parsePeriod(text)).toBeNull());
});

describe("the period in the name of a file or folder", () => {
  test.each([
    ["2022-Q1", "2022-Q1"],
    ["2022", "2022"],
    ["2022-03", "2022-03"],
    ["ho-so_quy-1-2022", "2022-Q1"],
    ["bao_cao_quy_IV_2022", "2022-Q4"],
    ["Báo cáo Quý II.2022 (lần 2)", "2022-Q2"],
    ["so-lieu-2022-q3-final", "2022-Q3"],
    ["van_ban_thang-01-2022", "2022-01"],
    ["Tháng 12.2022", "2022-12"],
    ["6-thang-dau-nam-2022", "2022-H1"],
    ["BC 9 tháng 2022", "2022-9M"],
    ["nam-2022", "2022"],
    ["bao-cao-nam_2022_v3", "2022"],
    ["hs0012345_quy12022", "2022-Q1"],
    ["thang122022", "2022-12"],
  ])("%j says %s", (name, period) => expect(findPeriods(name)).toEqual([period]));

  test.each([
    "ho-so",
    "ho-so-2022",
    "2022-01-15",
    "bao-cao-2022-03-31",
    "KH367-2022",
    "20220101",
    "quy-1-20220331",
    "x2022-Q1",
    "quyet-dinh-1-2022",
    "2022-Q12",
    "",
  ])("%j says nothing", (name) => expect(findPeriods(name)).toEqual([]));
});

describe("months of a plan's year", () => {
  test.each([
    ["2022", { start: 0, end: 12 }],
    ["2022-H1", { start: 0, end: 6 }],
    ["2022-H2", { start: 6, end: 12 }],
    ["2022-9M", { start: 0, end: 9 }],
    ["2022-Q1", { start: 0, end: 3 }],
    ["2022-Q4", { start: 9, end: 12 }],
    ["2022-01", { start: 0, end: 1 }],
    ["2022-12", { start: 11, end: 12 }],
    ["2021-Q4", null],
    ["2023", null],
    ["x", null],
  ])("%s", (period, span) => expect(spanOf(period, YEAR)).toEqual(span));

  test("a period lies within another where its months do", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.constantFrom(...ALL), (inner, outer) => {
        const months = (period: string) => {
          const { start, end } = spanOf(period, YEAR) ?? { start: 0, end: 0 };
          return Array.from({ length: end - start }, (_, i) => start + i);
        };
        const outside = months(inner).filter((month) => !months(outer).includes(month));
        expect(isWithin(inner, outer)).toBe(outside.length === 0);
      }),
    );
    expect(isWithin("2021-Q1", "2022")).toBe(false);
  });

  test.each([
    ["2022", ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]],
    ["2022-9M", ["2022-Q1", "2022-Q2", "2022-Q3"]],
    ["2022-H2", ["2022-Q3", "2022-Q4"]],
    ["2022-05", ["2022-05"]],
  ])("%s is listed as %j", (period, periods) => {
    const span = spanOf(period, YEAR);
    expect(span && periodsOf(monthsOf(span), YEAR)).toEqual(periods);
  });

  test("quarters come before single months in order, and neither is lost", () => {
    expect(periodsOf(monthsOf({ start: 1, end: 7 }), YEAR)).toEqual(["2022-02", "2022-03", "2022-Q2", "2022-07"]);
    expect(periodsOf(0, YEAR)).toEqual([]);
  });
});

describe("days of a period", () => {
  const dates = (period: string, starts: string) => {
    const year = { label: "2022", starts };
    const span = spanOf(period, year);
    return span && Object.values(datesOf(span, year));
  };

  test.each([
    ["2022", "2022-01-01", ["2022-01-01", "2022-12-31"]],
    ["2022-02", "2022-01-01", ["2022-02-01", "2022-02-28"]],
    ["2022-Q1", "2022-01-01", ["2022-01-01", "2022-03-31"]],
    ["2022-Q1", "2021-12-15", ["2021-12-15", "2022-03-14"]],
    ["2022-Q2", "2021-12-15", ["2022-03-15", "2022-06-14"]],
    ["2022-01", "2021-12-15", ["2021-12-15", "2022-01-14"]],
    ["2022", "2021-12-15", ["2021-12-15", "2022-12-14"]],
    ["2022-H1", "2021-12-01", ["2021-12-01", "2022-05-31"]],
  ])("%s of a year that starts on %s", (period, starts, expected) => expect(dates(period, starts)).toEqual(expected));

  test("each month begins the day after the one before has ended, and the twelve make a year", () => {
    const starts = fc
      .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
    fc.assert(
      fc.property(starts, (start) => {
        const year = { label: "2022", starts: start };
        const days = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000;
        const months = Array.from({ length: 12 }, (_, i) => datesOf({ start: i, end: i + 1 }, year));
        expect(months[0]?.from).toBe(start);
        for (const [i, { from }] of months.entries()) {
          if (i > 0) expect(days(months[i - 1]?.until ?? "", from)).toBe(1);
        }
        expect([364, 365]).toContain(days(start, months[11]?.until ?? ""));
      }),
    );
  });
});
