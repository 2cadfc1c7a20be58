import { describe, expect, test } from "vitest";
import { excelDamage } from "../../src/text/excel-damage.ts";
import type { ExcelDamage } from "../../src/text/excel-damage.ts";

const DAMAGED: Readonly<Record<ExcelDamage, readonly string[]>> = {
  "short-date": [
    // mmm-yy and d-mmm, in the English and Vietnamese of Windows and of macOS.
    ...["Mar-22", "22-Mar", "3-Dec", "Mar-2022", "mar-22", "12-Mar-22", "1-May"],
    ...["Thg3-22", "22-Thg3", "Thg 3-22", "22-Thg 3", "thg 12-22", "Thg03-22", "Thg10-22"],
  ],
  date: ["3/1/2022", "03/01/2022", "1/2/1934", "1/2/34", "1-2-34", "2022-03-01", "2022/3/1", "3/1/2022 0:00"],
  "day-number": ["44621", "44621.5", "44621,25", "33000", "59999"],
  scientific: ["1,23E+05", "1.23E+05", "1E+05", "1.23457E+11", "1,2E-07", "-1,2E+06", "1.0e+05"],
  formula: [
    "#REF!",
    "#N/A",
    "#DIV/0!",
    "#VALUE!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "Err:502",
    " #N/A ",
  ],
  width: ["##", "####", "########"],
};

describe.each(Object.entries(DAMAGED))("%s", (damage, texts) => {
  test.each(texts)("%s", (text) => expect(excelDamage(text)).toBe(damage));
});

describe("what proves nothing", () => {
  test.each([
    ...["", " ", "-", "0", "1234", "1.234", "1 234", "12,5", "257.7575", "-3", "1e3", "1E5", "2E", "1.234.567"],
    // Years, dates run together, and numbers of five digits that are no day of our time.
    ...["2022", "20220301", "12345", "61000", "446210"],
    ...[
      "2022-Q1",
      "2022-03",
      "Quý 1/2022",
      "Tháng 3/2022",
      "Thg 3/2022",
      "May 22",
      "Tháng 3-2022",
      "Tháng 3",
      "Thg13-22",
      "March",
      "Mar",
      "Marble-22",
    ],
    ...["#", "# 1", "#1", "#REF", "Sở Y tế", "1/2", "3:30", "E+05", "12.3E+05", "H57.01"],
  ])("%j", (text) => expect(excelDamage(text)).toBeNull());
});
