import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dayBefore, parseDate } from "../../src/text/date.ts";

describe("a date", () => {
  test.each([
    ["2022-03-31", "2022-03-31"],
    ["2022-3-1", "2022-03-01"],
    ["31/3/2022", "2022-03-31"],
    ["01/03/2022", "2022-03-01"],
    ["31.12.2022", "2022-12-31"],
    ["31-12-2022", "2022-12-31"],
    [" 31/3/2022 ", "2022-03-31"],
    ["31/3/2022 16:30", "2022-03-31"],
    ["31/3/2022 16:30:59", "2022-03-31"],
    ["2022-03-31T16:30:00Z", "2022-03-31"],
    ["2022-03-31 00:00:00.000", "2022-03-31"],
    ["29/2/2024", "2024-02-29"],
    ["29/2/2000", "2000-02-29"],
  ])("%j is %s", (text, date) => expect(parseDate(text)).toBe(date));

  test.each([
    ..."3/31/2022|31/4/2022|29/2/2022|29/2/1900|0/1/2022|1/0/2022|1/13/2022|32/1/2022|1/1/22|2022/13/01|20220331".split(
      "|",
    ),
    ..."44651|31 tháng 3 năm 2022|31/3|3/2022|2022-03|31/3/2022x|31/3/2022 buổi chiều|--".split("|"),
    "",
  ])("refuses %j", (text) => expect(parseDate(text)).toBeNull());

  test("any day of the calendar reads back in every spelling", () => {
    const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, date] = iso.split("-");
        for (const text of [iso, `${date}/${month}/${year}`, `${Number(date)}.${Number(month)}.${year}`])
          expect(parseDate(text)).toBe(iso);
        expect(dayBefore(iso)).toBe(new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});

test.each([
  ["2022-01-01", 3, "2022-04-01"],
  ["2021-12-15", 0, "2021-12-15"],
  ["2021-12-15", 1, "2022-01-15"],
  ["2021-12-15", 12, "2022-12-15"],
  ["2022-11-28", 3, "2023-02-28"],
])("%s and %i months is %s", (date, months, later) => expect(addMonths(date, months)).toBe(later));
