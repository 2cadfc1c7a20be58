import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, loadPlan, loadSource } from "../../src/index.ts";
import { locateField } from "../../src/read/locate-field.ts";
import { brief, inFolder } from "../helpers/check-files.ts";
import { ratioPlan } from "../helpers/plan-yaml.ts";

test.each([
  ["the first field", "a;b\nccc;d\n", 4, 0, "2:1"],
  ["the last field", "a;b\nccc;d\n", 4, 1, "2:5"],
  ["characters, not bytes", "Đơn vị;Số", 0, 1, "2:8"],
  ["decomposed letters, as they are written", "Đơn vị".normalize("NFD") + ";Số", 0, 1, "2:10"],
  ["characters beyond the first plane count as one", "😀😀;b", 0, 1, "2:4"],
  ["a delimiter in quotes", '"a;a";b', 0, 1, "2:7"],
  ["doubled quotes", '"a ""x"";";b', 0, 1, "2:12"],
  ["after a line break in quotes", '"x\ny";c', 0, 1, "3:4"],
  ["after a CRLF in quotes", '"x\r\ny";c', 0, 1, "3:4"],
  ["a field past the end: the end", "a;b\n1\n", 4, 1, "2:2"],
])("%s", (_, text, offset, index, place) => {
  const { line, column } = locateField(Buffer.from(text), { line: 2, offset }, index, ";");
  expect(`${line}:${column}`).toBe(place);
});

test("the excerpt is the line it stands on, marked where the field is", () => {
  const text = 'a;b\nx;"Huế ""2""";zz\n';
  expect(locateField(Buffer.from(text), { line: 2, offset: 4 }, 1, ";").excerpt).toEqual({
    line: 'x;"Huế ""2""";zz',
    start: 2,
    length: 11,
  });
});

describe("a count that cannot be read, in any file", () => {
  const SOURCE = `
format: chitieu/source@1
id: own
rows: unit
columns: { unit: { header: [Phòng] }, n: { header: [Đạt], type: count }, d: { header: [Tổng], type: count } }
measures: { n: n, d: d }
`;
  const remarks = fc.string({
    unit: fc.constantFrom(...'ab1 .;,|"\n', "\r\n", "\t", "Đ", "ệ", "e\u0302", "😀"),
    maxLength: 8,
  });
  const files = fc.record({
    rows: fc.array(fc.tuple(remarks, remarks), { minLength: 1, maxLength: 8 }),
    wrong: fc.nat(),
    delimiter: fc.constantFrom(";", ",", "\t", "|"),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    blankLines: fc.boolean(),
    mark: fc.boolean(),
    sep: fc.boolean(),
  });

  /** Writes the file and notes, character by character, where the wrong count begins. */
  function write({
    rows,
    wrong,
    delimiter,
    lineEnd,
    blankLines,
    mark,
    sep,
  }: typeof files extends fc.Arbitrary<infer File> ? File : never) {
    let text = sep ? `sep=${delimiter}${lineEnd === "\r" ? "\n" : lineEnd}` : "";
    let place = "";
    const table = [
      ["Ghi chú", "Phòng", "Đạt", "Khác", "Tổng"],
      ...rows.map(([one, other], index) => [
        one,
        `P${index}`,
        index === wrong % rows.length ? "12,5" : "1",
        other,
        "2",
      ]),
    ];
    for (const row of table) {
      for (const [position, cell] of row.entries()) {
        if (position > 0) text += delimiter;
        if (cell === "12,5") {
          const lines = text.split(/\r\n|\n|\r/);
          place = `${lines.length}:${[...(lines.at(-1) ?? "")].length + 1}`;
        }
        text += /[;,|\t"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
      }
      text += blankLines ? lineEnd + lineEnd : lineEnd;
    }
    return { bytes: Buffer.from(mark ? `\uFEFF${text}` : text), place };
  }

  test("is found at its line and column, and is the only problem", async () => {
    await inFolder({ "plan.yaml": ratioPlan({ "at-least": "50%" }), "own.yaml": SOURCE }, async (cwd) => {
      const [plan, source] = await Promise.all([loadPlan("plan.yaml", { cwd }), loadSource("own.yaml", { cwd })]);
      await fc.assert(
        fc.asyncProperty(files, async (file) => {
          const { bytes, place } = write(file);
          const { problems, exit, results } = await check({
            plan,
            data: ["-"],
            sources: [source],
            periodOf: [{ period: "2022-Q1", file: "-" }],
            cwd,
            readStandardInput: () => Promise.resolve(bytes),
          });
          expect(brief(problems)).toEqual([`error count-unreadable -:${place}`]);
          expect(exit.code).toBe(3);
          expect(results).toEqual([]);
        }),
        { numRuns: 300 },
      );
    });
  });
});
