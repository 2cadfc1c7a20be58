import { describe, expect, test } from "vitest";
import type { Encoding, Table } from "../../src/model.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { brief } from "../helpers/check-files.ts";
import { encoded } from "./encoded.ts";

async function read(html: string | Buffer, named: Encoding | null = null) {
  return readTables(Buffer.from(html), "a.xls", { named, declared: null });
}

function cellsOf(table: Table | undefined) {
  return [...((table?.rows() ?? []) as Iterable<Table["head"][number]>)].map(({ cells }) => cells);
}

async function tablesOf(html: string | Buffer) {
  const { tables, problems } = await read(html);
  expect(problems).toEqual([]);
  return tables.map(cellsOf);
}

const TABLE = "<table><tr><th>Đơn vị<th>Số<tr><td>Huế<td>1.234</table>";
const CELLS = [
  ["Đơn vị", "Số"],
  ["Huế", "1.234"],
];

test.each<[string, string]>([
  ["a page", `<!DOCTYPE html><html><head><title>x</title></head><body>${TABLE}</body></html>`],
  ["a table alone", TABLE],
  ["a page as XML", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${TABLE}</body></html>`],
  ["after a comment and blank lines", `\n\n<!-- saved -->\n${TABLE}`],
  ["in capitals", TABLE.replaceAll(/<(\/?)(\w+)/g, (tag) => tag.toUpperCase())],
  ["with styles and scripts", `<html><style>td { x: y }</style><script>"<table>"</script>${TABLE}</html>`],
  [
    "with bodies and elements in cells",
    TABLE.replace("<tr>", "<tbody><tr>").replace("Huế", "<b>Hu</b>ế<script>x</script>"),
  ],
])("%s is read, whatever it is called", async (_, html) => {
  expect(await tablesOf(html)).toEqual([CELLS]);
});

test.each<[string, string, readonly (readonly string[])[]]>([
  [
    "columns",
    `<tr><td colspan=3>a<td>b<tr><td>c<td>d<td>e<td>f`,
    [
      ["a", "", "", "b"],
      ["c", "d", "e", "f"],
    ],
  ],
  [
    "rows",
    `<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e`,
    [
      ["a", "b"],
      ["", "c"],
      ["d", "e"],
    ],
  ],
  [
    "both",
    `<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f`,
    [
      ["a", "", "b"],
      ["", "", "c"],
      ["d", "e", "f"],
    ],
  ],
  [
    "a header of three rows",
    `<tr><th rowspan=3>Đơn vị<th colspan=3>Tiếp nhận<tr><th rowspan=2>Tổng<th colspan=2>Trong kỳ<tr><th>Trực tuyến<th>Trực tiếp`,
    [
      ["Đơn vị", "Tiếp nhận", "", ""],
      ["", "Tổng", "Trong kỳ", ""],
      ["", "", "Trực tuyến", "Trực tiếp"],
    ],
  ],
])("a cell over several %s leaves blanks", async (_, rows, expected) => {
  expect(await tablesOf(`<table>${rows}</table>`)).toEqual([expected]);
});

test.each([
  ["a&nbsp;&amp;&#272;&lt;", "a\u00A0&Đ<"],
  ["a<br>b<br/>c", "a b c"],
  ["  a\n\t b ", "a b"],
  ["&nbsp;", ""],
  ["<p>a</p><p>b</p>", "a b"],
])("%j in a cell is %j", async (html, text) => {
  expect(await tablesOf(`<table><tr><td>${html}<td>x<tr><td>1<td>2</table>`)).toEqual([
    [
      [text, "x"],
      ["1", "2"],
    ],
  ]);
});

test("what stands above a table are its first rows", async () => {
  const html = `<h3>TÌNH HÌNH GIẢI QUYẾT</h3><p>Kỳ báo cáo: Quý I/2022</p><table><tr><td>(Từ ngày 15/12/2021)</table>${TABLE}`;
  const { tables } = await read(html);
  expect(tables.map(({ sheet }) => sheet)).toEqual(["Table 1"]);
  expect(cellsOf(tables[0]).slice(0, 4)).toEqual([
    ["TÌNH HÌNH GIẢI QUYẾT", ""],
    ["Kỳ báo cáo: Quý I/2022", ""],
    ["(Từ ngày 15/12/2021)", ""],
    ["Đơn vị", "Số"],
  ]);
});

test("each table of more than one row is one, those in cells too", async () => {
  const html = `${TABLE}<table><tr><td>x${TABLE}<tr><td>y</table>`;
  const { tables } = await read(html);
  expect(tables.map(({ sheet }) => sheet)).toEqual(["Table 1", "Table 2", "Table 3"]);
  expect(tables.map(cellsOf)).toEqual([CELLS, CELLS, [["x"], ["y"]]]);
});

describe("the encoding of a page", () => {
  const page = (charset: string) =>
    `<html><meta http-equiv="Content-Type" content="text/html; charset=${charset}">${TABLE}`;

  test.each<[string, Buffer, string]>([
    ["UTF-8", Buffer.from(TABLE), "utf-8"],
    ["by its mark", Buffer.from(`\uFEFF${page("windows-1252")}`, "utf16le"), "utf-16le"],
    ["that it declares", encoded(page("windows-1258"), "windows-1258"), "windows-1258"],
  ])("%s", async (_, bytes, encoding) => {
    const { tables, encoding: found } = await read(bytes);
    expect({ found, cells: cellsOf(tables[0]) }).toEqual({ found: encoding, cells: CELLS });
  });

  test("that the user names", async () => {
    const { tables } = await read(encoded(page("windows-1252"), "tcvn3"), "tcvn3");
    expect(cellsOf(tables[0])).toEqual(CELLS);
  });

  test("that it declares wrongly is noticed", async () => {
    const { problems } = await read(encoded(page("windows-1252"), "tcvn3"));
    expect(problems).toMatchObject([{ code: "encoding-suspect", args: { text: "§¬n vÞ", encoding: "tcvn3" } }]);
  });

  test("that nobody knows is an error", async () => {
    expect(brief((await read(page("x-unheard-of"))).problems)).toEqual(["error file-unreadable a.xls"]);
  });
});

test.each<[string, string, string]>([
  ["a page without tables", "<html><p>Lỗi đăng nhập</p></html>", "file-empty"],
  [
    "XML Spreadsheet 2003",
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`,
    "format-unsupported",
  ],
  ["a web archive", "MIME-Version: 1.0\nContent-Type: multipart/related", "format-unsupported"],
  [
    "spans without end",
    `<table><tr>${"<td rowspan=9999 colspan=1000>x".repeat(2)}${"<tr><td>y".repeat(5000)}</table>`,
    "archive-too-large",
  ],
])("%s cannot be read", async (_, html, code) => {
  const { problems, tables } = await read(html);
  expect({ tables, codes: problems.map((one) => one.code) }).toEqual({ tables: [], codes: [code] });
});

test("delimited text that is called .xls is text", async () => {
  const { tables, delimiter } = await read("Đơn vị\tSố\nHuế\t1.234\n");
  expect({ delimiter, cells: cellsOf(tables[0]) }).toEqual({ delimiter: "\t", cells: CELLS });
});
