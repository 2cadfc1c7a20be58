import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import spectrum from "csv-spectrum";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, Encoding, Table } from "../../src/model.ts";
import { csvTable } from "../../src/read/csv-table.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { encoded } from "./encoded.ts";
import { escaped, rowsOf, workbookOf } from "./workbook-writer.ts";

type Generated<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;
type Rows = readonly (readonly string[])[];

function cellsOf(table: Table): readonly (readonly Cell[])[] {
  return [...(table.rows() as Iterable<Table["head"][number]>)].map(({ cells }) => cells);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

const hasContent = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== "");

describe("quoted text", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."ab1 .;,\"'\n", "\r\n", "ệ", "😀"), maxLength: 6 });
  const lines = fc.array(
    fc.array(
      fc.tuple(cell, fc.boolean()).map(([text, quote]) => (quote || /[;"\r\n]/.test(text) ? quoted(text) : text)),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 6 },
  );

  test.each(["\n", "\r\n"])("is split as csv-parse does, with lines that end in %j", async (lineEnd) => {
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), async (rows, isEnded) => {
        const text = rows.map((row) => row.join(";")).join(lineEnd) + (isEnded ? lineEnd : "");
        const read = await csvTable(Buffer.from(`sep=;${lineEnd}${text}`), "a.csv");
        if ("code" in read) throw new Error(read.code);
        const expected = parse(text, { delimiter: ";", relax_column_count: true, record_delimiter: ["\r\n", "\n"] });
        expect(cellsOf(read.table)).toEqual(expected.filter(hasContent));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the same table in any dialect", () => {
  const LETTERS = [
    ..."abcdxyz 0123456789.,;|-'\"()&<",
    "à",
    "ế",
    "ộ",
    "ữ",
    "ă",
    "â",
    "ê",
    "ô",
    "ơ",
    "ư",
    "đ",
    "Đ",
    "Ư",
  ];
  const text = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 10 }).map((one) => `x${one}y`);
  const number = fc.nat({ max: 99_999_999 });
  const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(fc.oneof(text, number), { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 12,
    }),
  );
  const NUMBERS = {
    plain: (value: number) => String(value),
    points: (value: number) => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, "."),
    spaces: (value: number) => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, "\u00A0"),
  };
  const dialects = fc.record({
    delimiter: fc.constantFrom(";", ",", "\t", "|"),
    encoding: fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3"),
    mark: fc.boolean(),
    form: fc.constantFrom("NFC" as const, "NFD" as const),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    quotes: fc.constantFrom("all" as const, "needed" as const),
    numbers: fc.constantFrom("plain" as const, "points" as const, "spaces" as const),
    ended: fc.boolean(),
    gzip: fc.boolean(),
  });
  function write(rows: Generated<typeof tables>, dialect: Generated<typeof dialects>): Buffer {
    const { delimiter, encoding, mark, form, lineEnd, quotes, numbers, ended, gzip } = dialect;
    const lines = rows.map((row) =>
      row
        .map((cell) => (typeof cell === "number" ? NUMBERS[numbers](cell) : cell.normalize(form)))
        .map((cell) => (quotes === "all" || /[;,\t|"]/.test(cell) ? quoted(cell) : cell))
        .join(delimiter),
    );
    // Every one may stand in the cells: the line says which it is.
    const all = `sep=${delimiter}${lineEnd === "\r" ? "\n" : lineEnd}${lines.join(lineEnd)}${ended ? lineEnd : ""}`;
    const isMarked = encoding.startsWith("utf-") && (mark || encoding !== "utf-8");
    const bytes = encoded(isMarked ? `\uFEFF${all}` : all, encoding);
    return gzip ? gzipSync(bytes) : bytes;
  }

  /** A number as text without what groups its digits; text in one Unicode form. */
  const plain = (cell: Cell, numeric: boolean) =>
    numeric ? String(cell).replaceAll(/[.\u00A0]/g, "") : String(cell).normalize("NFC");

  test("of delimited text reads to the same cells", async () => {
    await fc.assert(
      fc.asyncProperty(tables, dialects, async (rows, dialect) => {
        const isLegacy = !dialect.encoding.startsWith("utf-");
        const named = isLegacy ? dialect.encoding : null;
        const {
          tables: found,
          problems,
          encoding,
        } = await readTables(write(rows, dialect), "a", { named, declared: null });
        expect(problems).toEqual([]);
        expect(encoding).toBe(dialect.encoding);
        const cells = found
          .flatMap(cellsOf)
          .map((row, y) => row.map((cell, x) => plain(cell, typeof rows[y]?.[x] === "number")));
        expect(cells).toEqual(rows.map((row) => row.map(String)));
      }),
      { numRuns: 500 },
    );
  });

  test("of a workbook or a page reads to the same cells", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const book = await readTables(workbookOf({ sheets: [{ name: "S", rows: rowsOf(rows) }] }), "a", {
          named: null,
          declared: null,
        });
        expect(book.tables.map(cellsOf)).toEqual([rows]);
        const html = rows
          .map((row) => `<tr>${row.map((cell) => `<td>${escaped(String(cell))}</td>`).join("")}</tr>`)
          .join("\n");
        const page = await readTables(Buffer.from(`<table>${html}</table>`), "a", { named: null, declared: null });
        const shown = rows.map((row) => row.map((cell) => String(cell).replaceAll(/ +/g, " ").trim()));
        expect(page.tables.map(cellsOf)).toEqual([shown]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("one changed byte", () => {
  const rows = [
    ["Đơn vị", "Số", "Tỷ lệ"],
    ["Huế", 1200, 95],
    ["Phú Vang", 34, 7],
  ];
  const book = workbookOf({ sheets: [{ name: "Quý I", rows: rowsOf(rows) }], strings: "<si><t>x</t></si>" });
  const text = rows.map((row) => row.join(";")).join("\n");
  const page = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  const changes = fc.record({
    place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    by: fc.integer({ min: 1, max: 255 }),
  });
  const read = async (bytes: Buffer, { place, by }: Generated<typeof changes>) => {
    const changed = Buffer.from(bytes);
    const at = Math.floor(place * bytes.length);
    changed[at] = ((changed[at] ?? 0) + by) & 0xff;
    return readTables(changed, "a.xlsx", { named: null, declared: null });
  };

  test.each([
    ["a workbook", book, rows],
    ["gzip", gzipSync(text), rows.map((row) => row.map(String))],
  ])("of %s is noticed, or changes nothing", async (_, bytes, expected) => {
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        const { tables, problems } = await read(bytes, change);
        // A file of which the first bytes are wrong is taken for text, and has no such table.
        if (problems.length === 0 && tables.some(({ head }) => head.length > 1))
          expect(tables.map(cellsOf)).toEqual([expected]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["text", Buffer.from(text)],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["a page", Buffer.from(page)],
  ])("of %s crashes nothing", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(changes, async (change) => void (await read(bytes, change))),
      { numRuns: 300 },
    );
  });
});

describe("csv-spectrum", async () => {
  const cases = await promisify(spectrum)();

  /** It has quotes in a field without quotes, which RFC 4180 forbids (and not the records that it comes with). */
  const WRONG = "location_coordinates";

  test("a quote in the middle of a field is an error", async () => {
    const wrong = cases.find(({ name }) => name === WRONG);
    const read = await csvTable(wrong?.csv ?? Buffer.alloc(0), "a.csv");
    expect(read).toMatchObject({ code: "quote-wrong", args: { detail: "after-text" }, at: { line: 2, column: 12 } });
  });

  test.each(cases.filter(({ name }) => name !== WRONG))("$name", async ({ csv, json }) => {
    const read = await csvTable(csv, "a.csv");
    if ("code" in read) throw new Error(read.code);
    const [header = [], ...rows] = cellsOf(read.table) as Rows;
    const records = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
    expect(records).toEqual(JSON.parse(json.toString()));
  });
});
