import { expect, test } from "vitest";
import { printable } from "../../src/text/printable.ts";

test.each([
  ["a name that Alt+Enter breaks is one line", "Sở Khoa học\r\n  và Công nghệ", "Sở Khoa học và Công nghệ"],
  ["a line that ends in a break has one space there", "Sở Y tế \n", "Sở Y tế "],
  ["each tab is a space, so that columns stay apart", "a\t\tb", "a  b"],
  ["marks that follow their letters are put on them", "Huế".normalize("NFD"), "Huế"],
  ["what steers a terminal is shown, not sent", "\u001B[31m\u202Ex\u0085", "�[31m�x�"],
])("%s", (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});
