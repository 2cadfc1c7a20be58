import { expect, test } from "vitest";
import { dated } from "../../src/diff/dated.ts";
import { loadLocale } from "../../src/locale/locale.ts";

test.each([
  ["2022-12-31", "31/12/2022"],
  ["xa < B 2022-07-01 – …", "xa < B 01/07/2022 – …"],
  ["2025-06-30: 50%, 2025-Q4: 80%", "30/06/2025: 50%, 2025-Q4: 80%"],
  ["data/2022-12-31.csv", "data/2022-12-31.csv"],
  ["ke-hoach-2022-12-31", "ke-hoach-2022-12-31"],
  ["2022-12-31/a.csv", "2022-12-31/a.csv"],
  ["2022-12-31.csv", "2022-12-31.csv"],
])("%s is %s in Vietnamese", async (before, shown) => {
  expect(dated({ before, after: null }, await loadLocale("vi"))).toEqual({ before: shown, after: null });
  expect(dated({ before, after: null }, await loadLocale("en"))).toEqual({ before, after: null });
});
