import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openData } from "../../src/read/open-data.ts";
import type { DataRequest } from "../../src/read/open-data.ts";
import { writeWorkbook } from "../../src/workbook/write-workbook.ts";
import { brief, inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { rowsOf, workbookOf } from "./workbook-writer.ts";

const CSV = "Đơn vị,Số\nHuế,1\n";
const BOOK = {
  sheets: [
    {
      name: "Quý I",
      rows: rowsOf([
        ["Đơn vị", "Số"],
        ["Huế", 1],
      ]),
    },
  ],
};

const OWN = {
  name: "Huế",
  columns: [
    { kind: "text", width: 20 },
    { kind: "count", width: 10 },
  ],
  header: [["Đơn vị", "Số"]],
  rows: [["<Huế> & Lộc_x0041_", 1200]],
} as const;

async function open(files: Files, data: readonly string[], more: Partial<DataRequest> = {}) {
  return inFolder(files, async (cwd) => {
    const { opened, problems } = await openData({
      data,
      cwd,
      digests: true,
      readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
      ...more,
    });
    const all = [...problems, ...opened.flatMap((one) => one.problems)];
    return { opened, files: opened.map(({ input }) => input.file), problems: brief(all), names: readdirSync(cwd) };
  });
}

describe.skipIf(process.platform === "win32")("links in a folder", () => {
  const openWithLinks = async (links: Readonly<Record<string, string>>) =>
    inFolder(
      { "data/a.csv": CSV, "other/b.csv": `${CSV}Huế,2\n`, "other/deep/c.csv": `${CSV}Huế,3\n` },
      async (cwd) => {
        for (const [name, target] of Object.entries(links)) symlinkSync(target, join(cwd, name));
        const readStandardInput = () => Promise.resolve(Buffer.alloc(0));
        const { opened, problems } = await openData({ data: ["data"], cwd, digests: true, readStandardInput });
        const all = [...problems, ...opened.flatMap((one) => one.problems)];
        return { files: opened.map(({ input }) => input.file), problems: brief(all) };
      },
    );

  test("lead to the files of folders, as a pattern's do", async () => {
    expect(await openWithLinks({ "data/2022-Q3": "../other" })).toEqual({
      files: ["data/2022-Q3/b.csv", "data/2022-Q3/deep/c.csv", "data/a.csv"],
      problems: [],
    });
  });

  test("may lead back to where they stand, and each folder is read once", async () => {
    const { files, problems } = await openWithLinks({ "data/up": "..", "other/deep/back": "../../data" });
    expect(files).toEqual(["data/a.csv", "data/up/other/b.csv", "data/up/other/deep/c.csv"]);
    expect(problems).toEqual([]);
  });

  test("that lead nowhere are errors", async () => {
    const { problems } = await openWithLinks({ "data/gone.csv": "nothing.csv", "data/gone.md": "nothing.md" });
    expect(problems).toEqual(["error file-unreadable data/gone.csv"]);
  });
});

test("an argument that is empty names nothing", async () => {
  expect((await open({ "a.csv": CSV }, [""])).problems).toEqual(["error data-not-found"]);
});

describe("what is taken from a folder", () => {
  test("tables of every kind, and .xls whatever it holds", async () => {
    const ole = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(600)]);
    const { files, problems } = await open(
      {
        "d/a.csv": CSV,
        "d/b.TSV": CSV,
        "d/c.txt": CSV,
        "d/d.xlsx": workbookOf(BOOK),
        "d/e.csv.gz": gzipSync(CSV),
        "d/f.xls": `<table><tr><td>a<tr><td>b</table>`,
        "d/g.xls": ole,
        "d/h.pdf": "%PDF",
      },
      ["d"],
    );
    expect(files).toEqual(["d/a.csv", "d/b.TSV", "d/c.txt", "d/d.xlsx", "d/e.csv.gz", "d/f.xls", "d/g.xls"]);
    expect(problems).toEqual(["note file-skipped d/h.pdf", "error workbook-binary d/g.xls"]);
  });

  test("but not what we wrote, which is listed", async () => {
    const report = "indicator,scope,level,unit,verdict,numerator\n";
    const files = {
      "d/a.csv": CSV,
      "d/r1.csv": report,
      "d/r2.csv": `\uFEFF${report}`,
      "d/r3.xlsx": writeWorkbook([OWN]),
      "d/t.xlsx": writeWorkbook([OWN], { isExport: true }),
      "d/s.csv": "indicator,scope,level,unit,verdicts\n",
    };
    const skipped = [1, 2, 3].map((n) => `note file-skipped d/r${n}.${n === 3 ? "xlsx" : "csv"}`);
    expect(await open(files, ["d"])).toMatchObject({ files: ["d/a.csv", "d/s.csv", "d/t.xlsx"], problems: skipped });
    expect(await open(files, ["d/r*"])).toMatchObject({ files: [], problems: skipped });
    expect(await open(files, ["d/r1.csv"])).toMatchObject({ files: ["d/r1.csv"], problems: [] });
  });
});

describe("a name that is written in another Unicode form", () => {
  const name = "2022 Quý I/Huế.csv";
  const forms = [
    ["NFC", "NFD"],
    ["NFD", "NFC"],
  ] as const;

  test.each(forms)("in %s is found typed in %s", async (written, typed) => {
    const file = name.normalize(written);
    const { files, problems } = await open({ [file]: CSV }, [name.normalize(typed)]);
    expect({ files, problems }).toEqual({ files: [file], problems: [] });
  });

  test.each(forms)("in %s is found by a folder's name in %s", async (written, typed) => {
    const file = name.normalize(written);
    const { files } = await open({ [file]: CSV }, ["2022 Quý I".normalize(typed)]);
    expect(files).toEqual([file]);
  });

  test.each(forms)("in %s is found by a pattern in %s", async (written, typed) => {
    const file = name.normalize(written);
    const { files, problems } = await open({ [file]: CSV }, ["*/Huế*.csv".normalize(typed)]);
    expect({ files, problems }).toEqual({ files: [file], problems: [] });
  });

  test("as it is typed comes first", async () => {
    const files = Object.fromEntries(forms.map(([form]) => [name.normalize(form), CSV]));
    const found = await open(files, [name.normalize("NFD")]);
    // A disk that takes both for one name keeps one.
    expect(found.files).toHaveLength(1);
    expect(found.files[0]?.normalize("NFC")).toBe(name);
  });
});

test("what the writer of workbooks writes is read as it was meant", async () => {
  const { opened, problems } = await open({ "a.xlsx": writeWorkbook([OWN]) }, ["a.xlsx"]);
  expect(problems).toEqual([]);
  expect(opened[0]?.table?.head.map(({ cells }) => cells)).toEqual([...OWN.header, ...OWN.rows]);
});

describe("what is known of an input", () => {
  test("each sheet is one, with the digest of the file", async () => {
    const book = workbookOf({ sheets: [...BOOK.sheets, { name: "Quý II", rows: rowsOf([["a"]]) }] });
    const { opened } = await open({ "a.xlsx": book }, ["a.xlsx"]);
    expect(opened.map(({ input }) => input.sheet)).toEqual(["Quý I", "Quý II"]);
    expect(opened.map(({ table }) => table?.sheet)).toEqual(["Quý I", "Quý II"]);
    expect(new Set(opened.map((one) => one.path)).size).toBe(1);
    expect(new Set(opened.map(({ input }) => input.sha256)).size).toBe(1);
    expect(opened[0]?.input).toMatchObject({ file: "a.xlsx", bytes: book.length, encoding: null, delimiter: null });
  });

  test("gzip on standard input, with its packed size", async () => {
    const bytes = gzipSync(CSV);
    const { opened } = await open({}, ["-"], { readStandardInput: () => Promise.resolve(bytes) });
    expect(opened[0]?.input).toMatchObject({ file: "-", bytes: bytes.length, encoding: "utf-8", delimiter: "," });
  });

  test("how it is encoded may be said file by file", async () => {
    const { opened } = await open({ "a.csv": Buffer.from("§¬n vÞ\n", "latin1"), "b.csv": CSV }, ["a.csv", "b.csv"], {
      encodingOf: (one) => (one.endsWith("a.csv") ? "tcvn3" : null),
    });
    expect(opened.map(({ input }) => input.encoding)).toEqual(["tcvn3", "utf-8"]);
    expect(opened[0]?.table?.head[0]?.cells).toEqual(["Đơn vị"]);
  });
});

test("workbooks share the room of a run, in the order of their paths, and text needs none", async () => {
  const rows = rowsOf(Array.from({ length: 500 }, (_, index) => ["Huế", index]));
  const book = workbookOf({ sheets: [{ name: "S", rows }] });
  const page = `<table>${"<tr><td>Huế<td>1".repeat(3000)}</table>`;
  const files = { "a.xlsx": book, "b.xlsx": book, "c.csv": CSV, "d.xls": page, "e.xlsx": workbookOf(BOOK) };
  const { problems } = await open(files, ["."], { room: 60_000 });
  expect(problems).toEqual(["error archive-too-large b.xlsx", "error archive-too-large d.xls"]);
  expect((await open(files, ["."])).problems).toEqual([]);
});
