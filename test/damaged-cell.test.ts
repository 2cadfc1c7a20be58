import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFiles } from "./helpers/check-files.ts";
import { ratioPlan } from "./helpers/plan-yaml.ts";

const SOURCE = JSON.stringify({
  format: "chitieu/source@1",
  id: "hai-cot",
  rows: "unit",
  columns: {
    unit: { header: ["Đơn vị"] },
    n: { header: ["Trực tuyến"], type: "count" },
    d: { header: ["Tổng số"], type: "count" },
  },
  measures: { n: "n", d: "d" },
});
const DAMAGES = [
  "",
  "12,5",
  "1e3",
  "-3",
  "257.7575",
  "Mar-22",
  "1,23E+05",
  "#REF!",
  "####",
  "không",
  "1.23",
  "٣",
  "9007199254740992",
];

/** Agencies with two counts, of which the first is no larger. */
const rows = fc.array(
  fc.tuple(fc.nat(99_999), fc.nat(99_999)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
  { minLength: 1, maxLength: 12 },
);

test("one damaged cell is reported at its own line and column, and leaves no verdict", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(), fc.nat(1), fc.constantFrom(...DAMAGES), async (counts, at, side, damage) => {
      const line = at % counts.length;
      const lines = counts.map((pair, index) => {
        const cells = pair.map((count, position) => (index === line && position === side ? damage : String(count)));
        return [`Đơn vị ${index + 1}`, ...cells];
      });
      const text = ["Đơn vị;Trực tuyến;Tổng số", ...lines.map((cells) => cells.join(";"))].join("\n");
      const files = { "plan.yaml": ratioPlan({ "at-least": "1%" }), "s.yaml": SOURCE, "data/2022-Q1/a.csv": text };
      const { problems, results, exit } = await checkFiles(files, { sources: ["s.yaml"] });
      const before = (lines[line] ?? []).slice(0, side + 1).join(";");
      expect(problems.map((one) => one.at)).toMatchObject([
        { file: "data/2022-Q1/a.csv", line: line + 2, column: [...before].length + 2 },
      ]);
      expect({ results, code: exit.code }).toEqual({ results: [], code: 3 });
    }),
    { numRuns: 150 },
  );
});

/** Blank cells are declared missing in the shipped forms. */
const damagedText = fc.constantFrom(...DAMAGES.filter((text) => text !== ""));
const FORM = readFileSync("fixtures/forms/form/2022-Q1/bieu-ii-06a.csv", "utf8");
const PLAN = readFileSync("fixtures/forms/plan.yaml", "utf8");
const DATA_ROW = /^;\d+;/;

test.each([
  ["a form", (text: string) => text],
  ["a form without totals", (text: string) => text.replaceAll(/^;;T[^;]*;.*\r\n/gm, "")],
  [
    "a form without numbers of rows",
    (text: string) => text.replaceAll(/^;(?:\d+|I+);/gm, ";;").replace(/^;TT;/m, ";;"),
  ],
])(
  "one damaged cell of %s is reported in its own line, and leaves no verdict",
  async (_, dressed) => {
    const lines = dressed(FORM).split("\r\n");
    const original = FORM.split("\r\n");
    // Rows of units, by what they are in the original.
    const units = original.flatMap((line) => (DATA_ROW.test(line) ? [line.split(";")[2] ?? ""] : []));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...units),
        fc.integer({ min: 3, max: 13 }),
        damagedText,
        async (unit, at, damage) => {
          const row = lines.findIndex((line) => line.split(";")[2] === unit);
          const cells = (lines[row] ?? "").split(";").map((cell, index) => (index === at ? damage : cell));
          const text = lines.map((line, index) => (index === row ? cells.join(";") : line)).join("\r\n");
          const { problems, exit } = await checkFiles({ "plan.yaml": PLAN, "data/2022-Q1/form.csv": text });
          const errors = problems.filter(({ severity }) => severity === "error");
          expect(errors.map((one) => one.at)).toMatchObject([{ line: row + 1 }]);
          expect(exit.code).toBe(3);
        },
      ),
      { numRuns: 15 },
    );
  },
  60_000,
);
