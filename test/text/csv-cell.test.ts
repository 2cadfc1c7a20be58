import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "csv-parse/sync";
import { csvCell, withoutGuard } from "../../src/text/csv-cell.ts";
import { printable } from "../../src/text/printable.ts";

test.each([
  ["-1A", "'-1A"],
  ["'-1A", "''-1A"],
  ["a; =b", '"a; \'=b"'],
  ["'a", "'a"],
  ["a-b", "a-b"],
])("%s is written as %s", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test("what is written is read again as it was", () => {
  const unit = fc.constantFrom("'", "=", "-", "＋", ";", " ", ",", '"', "a");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const [[cell = ""] = []] = parse(`${csvCell(text)},x`);
      expect(withoutGuard(cell)).toBe(printable(text));
    }),
  );
});
