import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetNames } from "../../src/workbook/sheet-names.ts";

test.each([
  [["a/b\\c?d*e[f]g:h"], ["a b c d e f g h"]],
  [
    ["'Sở Y tế'", "", "History"],
    ["Sở Y tế", "Sheet", "History (2)"],
  ],
  [
    ["SỞ", "sở"],
    ["SỞ", "sở (2)"],
  ],
  [
    ["Ủy ban nhân dân thị trấn Phong Điền", "Ủy ban nhân dân thị trấn Phong Sơn"],
    ["Ủy ban nhân dân thị trấn Phong", "Ủy ban nhân dân thị trấn Ph (2)"],
  ],
])("%j", (names, expected) => {
  expect(sheetNames(names)).toEqual(expected);
});

test("whatever they are called, Excel takes them", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 20 }), (names) => {
      const given = sheetNames(names);
      expect(given).toHaveLength(names.length);
      expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of given) {
        expect(name).toMatch(/^[^\\/?*[\]:']/u);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name.endsWith("'")).toBe(false);
      }
    }),
  );
});
