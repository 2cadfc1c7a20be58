import { expect, test } from "vitest";
import { loadLocale } from "../../src/locale/locale.ts";
import { problem } from "../../src/problem/problem.ts";
import { renderProblems } from "../../src/problem/render-problems.ts";

test.each([
  ["the whole of a long line", 0, 5000],
  ["what begins far behind", 3000, 1500],
])("no more is shown or underlined than a reader takes in: %s", async (_, start, length) => {
  const at = { in: "text", file: "a.csv", line: 1, column: start + 1, field: null } as const;
  const excerpt = { line: "x".repeat(5000), start, length };
  const locale = await loadLocale("vi");
  const text = renderProblems([problem("cell-missing", {}, { at, excerpt })], { locale, paint: (word) => word });
  const [, line = "", caret = ""] = text.split("\n");
  expect(line.length).toBeLessThanOrEqual(110);
  expect(caret.length).toBeLessThanOrEqual(line.length);
  expect(caret).toContain("^");
});
