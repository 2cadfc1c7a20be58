import { expect, test } from "vitest";
import { rowHeight } from "../../src/workbook/row-height.ts";

const COLUMNS = [
  { kind: "wrapped", width: 20 },
  { kind: "text", width: 5 },
] as const;

test.each([
  ["a short text", ["Cổng thông tin", "x"], null],
  ["a text in one line, however long", ["", "một dòng dài không xuống hàng"], null],
  ["a number", [123_456_789_012_345, ""], null],
  ["words that need two lines", ["Hồ sơ thủ tục hành chính", ""], 30],
  ["lines of its own", ["a\nb\nc", ""], 45],
  ["a word longer than a line", [{ value: "x".repeat(40) }, ""], 45],
  ["more than Excel can show", ["x\n".repeat(100), ""], 405],
])("%s", (_, cells, height) => {
  expect(rowHeight(cells, COLUMNS)).toBe(height);
});
