import { describe, expect, test } from "vitest";
import type { Cell, Table } from "../../src/model.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { brief } from "../helpers/check-files.ts";
import { escaped, partsOf, rowsOf, workbookOf } from "./workbook-writer.ts";
import type { WrittenWorkbook } from "./workbook-writer.ts";
import { zipOf } from "./zip-writer.ts";

const UNNAMED = { named: null, declared: null };

async function read(bytes: Buffer, file = "a.xlsx") {
  return readTables(bytes, file, UNNAMED);
}

function cellsOf(table: Table | undefined): readonly (readonly Cell[])[] {
  return [...((table?.rows() ?? []) as Iterable<{ readonly cells: readonly Cell[] }>)].map(({ cells }) => cells);
}

/** The cells of the first sheet. */
async function firstSheet(rows: string, more: Partial<WrittenWorkbook> = {}, after = "") {
  const { tables, problems } = await read(workbookOf({ sheets: [{ name: "S", rows, after }], ...more }));
  expect(problems).toEqual([]);
  return cellsOf(tables[0]);
}

/** What a damaged or strange file is: its problem's code and arguments. */
async function trouble(bytes: Buffer, file?: string) {
  const { tables, problems } = await read(bytes, file);
  expect(tables).toEqual([]);
  expect(problems).toHaveLength(1);
  return { code: problems[0]?.code, ...problems[0]?.args };
}

describe("what a cell holds", () => {
  test.each<[string, string, Cell]>([
    ["a number", `<c><v>1234</v></c>`, 1234],
    ["a fraction stays one", `<c><v>1.5</v></c>`, 1.5],
    ["a number with an exponent", `<c><v>1.2E3</v></c>`, 1200],
    ["a formula: what it came to", `<c><f>SUM(A1:A3)</f><v>60</v></c>`, 60],
    ["a formula that came to a text", `<c t="str"><f>A1&amp;A2</f><v>x</v></c>`, "x"],
    ["a formula that nobody computed", `<c><f>SUM(B1:B3)</f></c>`, "=SUM(B1:B3)"],
    ["a formula that nobody computed, with an empty value", `<c><f>SUM(B1:B3)</f><v/></c>`, "=SUM(B1:B3)"],
    ["a formula that came to an empty text", `<c t="str"><f>IF(A1,1,"")</f><v></v></c>`, ""],
    ["true", `<c t="b"><v>1</v></c>`, "TRUE"],
    ["false", `<c t="b"><v>0</v></c>`, "FALSE"],
    ["an error", `<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>`, "#DIV/0!"],
    ["a shared text", `<c t="s"><v>0</v></c>`, "Sở Y tế"],
    ["a text in runs", `<c t="s"><v>1</v></c>`, "Hồ sơ quá hạn"],
    ["a text with its reading", `<c t="s"><v>2</v></c>`, "東京"],
    ["a text with escapes", `<c t="s"><v>3</v></c>`, "a\rb_x000D_ <&>"],
    ["a text in the cell", `<c t="inlineStr"><is><r><t>Văn </t></r><r><t>bản</t></r></is></c>`, "Văn bản"],
    ["a text as it is spaced", `<c t="inlineStr"><is><t xml:space="preserve">  x </t></is></c>`, "  x "],
    ["an ISO date", `<c t="d"><v>2022-03-31T00:00:00</v></c>`, "2022-03-31"],
    ["nothing but a style", `<c s="1"/>`, ""],
  ])("%s", async (_, xml, expected) => {
    const strings = `<si><t>Sở Y tế</t></si><si><r><t>Hồ sơ </t></r><r><rPr><b/></rPr><t>quá hạn</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si><si><t>a_x000D_b_x005F_x000D_ &lt;&amp;&gt;</t></si>`;
    const [row] = await firstSheet(`<row>${xml}<c><v>9</v></c></row>`, { strings });
    expect(row).toEqual([expected, 9]);
  });

  test.each<[string, string, number, Cell]>([
    ["a date", "dd/mm/yyyy", 44_651, "2022-03-31"],
    ["a date in words", '"ngày "dd" tháng "mm" năm "yyyy', 44_651, "2022-03-31"],
    ["a month", "mm-yy", 44_621, "2022-03-01"],
    ["a month alone", "mmmm", 44_621, "2022-03-01"],
    ["a date in a language", "[$-42A]d mmmm yyyy;@", 44_651, "2022-03-31"],
    ["a date and a time", "dd/mm/yyyy hh:mm", 44_651.5, "2022-03-31T12:00:00"],
    ["the last second of a day", "dd/mm/yyyy", 44_651.999_99, "2022-03-31T23:59:59"],
    ["a time", "hh:mm", 0.75, "18:00:00"],
    ["a duration", "[h]:mm", 1.5, "36:00:00"],
    ["a percent", "0.0%", 0.955, "95.5%"],
    ["a percent of a formula", "0.00%", 0.289_999_999_999_999_98, "29%"],
    ["a small percent", "0%", 0.000_000_1, "0.00001%"],
    ["more than all", "0%", 1.2, "120%"],
    ["below zero", "0.0%", -0.05, "-5%"],
    ["zero percent", "0%", 0, "0%"],
    ["a number with the sign in quotes", '0"%"', 95, 95],
    ["a number with a unit in quotes", '#,##0" hồ sơ"', 1200, 1200],
    ["a number in red", "[Red]0.00", 3, 3],
    ["a number as text", "@", 7, 7],
    ["a number below 0 with a date's format", "dd/mm/yyyy", -1, -1],
  ])("%s by its format", async (_, code, value, expected) => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${escaped(code)}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`;
    const [row] = await firstSheet(`<row><c s="1"><v>${value}</v></c><c s="0"><v>1</v></c></row>`, { styles });
    expect(row).toEqual([expected, 1]);
  });

  test.each<[number, Cell]>([
    [14, "2022-03-31"],
    [22, "2022-03-31"],
    [9, "4465100%"],
    [1, 44_651],
    [20, "1071624:00:00"],
  ])("format %i needs no code", async (id, expected) => {
    const styles = `<cellXfs><xf numFmtId="${id}"/></cellXfs>`;
    expect(await firstSheet(`<row><c s="0"><v>44651</v></c></row>`, { styles })).toEqual([[expected]]);
  });

  test.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [60, false, "1900-02-29"],
    [61, false, "1900-03-01"],
    [0, true, "1904-01-01"],
    [43_189, true, "2022-03-31"],
  ])("day %i, from 1904: %s", async (day, from1904, expected) => {
    const styles = `<cellXfs><xf numFmtId="14"/></cellXfs>`;
    expect(await firstSheet(`<row><c s="0"><v>${day}</v></c></row>`, { styles, from1904 })).toEqual([[expected]]);
  });
});

describe("where cells stand", () => {
  test("gaps are empty cells, and empty rows and ends are left out", async () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="F2" s="1"/></row><row r="3"/><row r="5"><c r="A5"><v>3</v></c></row><row r="9"><c r="C9" t="str"><v> </v></c></row>`;
    const { tables } = await read(workbookOf({ sheets: [{ name: "Quý I", rows }] }));
    expect(tables[0]?.head).toEqual([
      { at: { line: 2, offset: 2 }, cells: ["", 1, "", 2] },
      { at: { line: 5, offset: 5 }, cells: [3, "", "", ""] },
    ]);
  });

  test("a place is a sheet's cell, shown in its row", async () => {
    const rows = `<row r="12"><c r="D12" t="str"><v>Sở\nY tế</v></c><c r="E12"><v>12.5</v></c></row>`;
    const { tables } = await read(workbookOf({ sheets: [{ name: "Quý I", rows }] }), "b.xlsx");
    expect(tables[0]?.locate({ line: 12, offset: 12 }, 4, "Trực tuyến")).toEqual({
      at: { in: "sheet", file: "b.xlsx", sheet: "Quý I", line: 12, column: 5, cell: "E12", field: "Trực tuyến" },
      excerpt: { line: " |  |  | Sở Y tế | 12.5", start: 19, length: 4 },
    });
    expect(tables[0]?.locate({ line: 12, offset: 12 }, null, null).at).toMatchObject({ cell: "A12", column: 1 });
  });

  test("of merged cells the first one counts", async () => {
    const rows = rowsOf([
      ["a", "b", "c"],
      ["d", "e", "f"],
      ["g", "h", "i"],
    ]);
    const after = `<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C2:C3"/></mergeCells>`;
    expect(await firstSheet(rows, {}, after)).toEqual([
      ["a", "", "c"],
      ["", "", "f"],
      ["g", "h", ""],
    ]);
  });

  test("prefixes and strict names read alike", async () => {
    const rows = `<x:row xmlns:x="urn:x"><x:c t="s"><x:v>0</x:v></x:c></x:row>`;
    expect(await firstSheet(rows, { strings: "<si><t>x</t></si>", strict: true })).toEqual([["x"]]);
  });
});

test("sheets come in the workbook's order, hidden ones too, and empty ones not", async () => {
  const { tables, encoding, delimiter } = await read(
    workbookOf({
      sheets: [
        { name: "Quý II/2022", rows: rowsOf([["b"]]) },
        { name: "Sheet2", rows: "" },
        { name: "Quý I & III", rows: rowsOf([["a"]]), state: "veryHidden" },
      ],
    }),
  );
  expect(tables.map(({ sheet, isHidden }) => [sheet, isHidden])).toEqual([
    ["Quý II/2022", false],
    ["Quý I & III", true],
  ]);
  expect({ encoding, delimiter }).toEqual({ encoding: null, delimiter: null });
});

describe("what is no workbook that can be read", () => {
  const sheets = [{ name: "S", rows: rowsOf([["a", 1]]) }];
  const parts = partsOf({ sheets });
  const replaced = (name: string, content: string | Uint8Array, claims = {}) =>
    zipOf(parts.map((part) => (part.name === name ? { name, content, claims } : part)));
  const SHEET = "xl/worksheets/sheet1.xml";

  test("one without cells is empty", async () => {
    expect(await trouble(workbookOf({ sheets: [{ name: "S", rows: "" }] }))).toEqual({ code: "file-empty" });
  });

  test("a ZIP of something else", async () => {
    const bytes = zipOf([{ name: "a.csv", content: "a,b" }]);
    expect(await trouble(bytes, "a.zip")).toEqual({ code: "format-unsupported", extension: ".zip" });
  });

  test("a ZIP that is called a workbook and holds none", async () => {
    const bytes = zipOf(parts.filter(({ name }) => name !== "_rels/.rels"));
    expect(await trouble(bytes)).toEqual({ code: "archive-wrong", detail: "no workbook in it" });
  });

  test("a workbook in Excel's binary format of today", async () => {
    const content = `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>`;
    const bytes = zipOf([
      { name: "_rels/.rels", content },
      { name: "xl/workbook.bin", content: "x" },
    ]);
    expect(await trouble(bytes)).toEqual({ code: "format-unsupported", extension: ".xlsb" });
  });

  test("Excel's old binary format, by its bytes", async () => {
    const ole = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(2000)]);
    expect(await trouble(ole, "a.xls")).toEqual({ code: "workbook-binary" });
    expect(await trouble(ole, "a.csv")).toEqual({ code: "workbook-binary" });
    expect(await trouble(Buffer.from("0908100000060500", "hex"))).toEqual({ code: "workbook-binary" });
  });

  test("one with a password", async () => {
    const name = Buffer.from("EncryptedPackage", "utf16le");
    const ole = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(1000), name, Buffer.alloc(500)]);
    expect(await trouble(ole)).toEqual({ code: "workbook-encrypted" });
  });

  test.each([4, 100, 500, 1000])("one that was cut off after %i bytes", async (length) => {
    expect(await trouble(workbookOf({ sheets }).subarray(0, length))).toMatchObject({ code: "archive-wrong" });
  });

  test.each<[string, Buffer]>([
    ["a wrong checksum", replaced(SHEET, "<worksheet/>", { checksum: 1 })],
    ["a sheet that says it is smaller", replaced(SHEET, `<worksheet>${" ".repeat(999)}</worksheet>`, { size: 10 })],
    ["XML that ends too early", replaced(SHEET, "<worksheet><sheetData><row>")],
    ["XML that is none", replaced(SHEET, "<worksheet><row></worksheet>")],
    ["bytes that are no UTF-8", replaced(SHEET, Buffer.from("<worksheet>\xff</worksheet>", "latin1"))],
    ["a text that is not there", replaced(SHEET, `<worksheet><row><c t="s"><v>7</v></c></row></worksheet>`)],
    ["a number that is none", replaced(SHEET, `<worksheet><row><c><v>x</v></c></row></worksheet>`)],
    ["a cell of another row", replaced(SHEET, `<worksheet><row r="1"><c r="A2"><v>1</v></c></row></worksheet>`)],
    ["a cell twice", replaced(SHEET, `<worksheet><row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></worksheet>`)],
    ["a row twice", replaced(SHEET, `<worksheet><row r="1"/><row r="1"/></worksheet>`)],
    ["a row beyond the last", replaced(SHEET, `<worksheet><row r="1048577"/></worksheet>`)],
    ["a sheet that is not there", zipOf(parts.filter(({ name }) => name !== SHEET))],
    ["an entry twice", zipOf([...parts, ...parts])],
    ["a path that leads out", zipOf([...parts, { name: "../x", content: "" }])],
  ])("%s is damage", async (_, bytes) => {
    expect(await trouble(bytes)).toMatchObject({ code: "archive-wrong" });
  });

  test("a document type, and with it entities that multiply", async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const content = `<!DOCTYPE x [<!ENTITY l0 "lol">${entities}]><worksheet><row><c t="str"><v>&l9;</v></c></row></worksheet>`;
    expect(await trouble(replaced(SHEET, content))).toEqual({
      code: "archive-wrong",
      detail: "a document type in XML",
    });
  });
});

describe("bombs", () => {
  test("more entries than any workbook has", async () => {
    const entries = Array.from({ length: 100_000 & 0xffff }, (_, index) => ({ name: `${index}`, content: "" }));
    expect(await trouble(zipOf(entries))).toEqual({ code: "archive-too-large", what: "entries", most: 10_000 });
  });

  test("a sheet of spaces, a thousand times its size", async () => {
    const parts = partsOf({ sheets: [{ name: "S", rows: " ".repeat(120_000_000) }] });
    expect(await trouble(zipOf(parts))).toEqual({ code: "archive-too-large", what: "ratio", most: 1000 });
  });

  test("few bytes that stand for many empty cells", async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`);
    expect(await trouble(workbookOf({ sheets: [{ name: "S", rows: rows.join("") }] }))).toMatchObject({
      code: "archive-too-large",
    });
  });

  test("merged ranges as high as the sheet", async () => {
    const after = `<mergeCells>${`<mergeCell ref="A1:A1048576"/>`.repeat(1000)}</mergeCells>`;
    const bytes = workbookOf({ sheets: [{ name: "S", rows: rowsOf([["a"]]), after }] });
    expect(await trouble(bytes)).toMatchObject({ code: "archive-too-large" });
  });
});

test("text that went through the wrong decoder is an error at its cell", async () => {
  const { problems } = await read(workbookOf({ sheets: [{ name: "S", rows: rowsOf([["a"], ["b", "Hµ Néi"]]) }] }));
  expect(brief(problems)).toEqual(["error encoding-suspect a.xlsx:2:2"]);
});
