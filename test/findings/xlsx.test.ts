import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const HEADER = "Cơ quan báo cáo;Hồ sơ giải quyết qua hệ thống một cửa;Hồ sơ giải quyết ngoài hệ thống một cửa\n";
const FILES: Files = {
  "data/2022-Q1/a.csv": `${HEADER}Sở Y tế;x;1\nSCT;1;y\nTổng cộng;1;1z\n`,
  "data/2022-Q2/a.csv": `${HEADER}Sở Y tế;1;=1+1\n`,
  "data/strange.csv": "a,b\n",
};

/** The parts of the workbook that `validate` writes. */
async function workbookOf(files: Files, argv: readonly string[]): Promise<Readonly<Record<string, string>>> {
  return inFolder(files, async (cwd) => {
    await runCli(["validate", "data", "-o", "errors.xlsx", "--lang", "en", ...argv], { cwd });
    const parts = unzipSync(readFileSync(path.join(cwd, "errors.xlsx")));
    return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
  });
}

function sheetNamesOf(parts: Readonly<Record<string, string>>): string[] {
  return [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet name="(?<name>[^"]*)"/g)].map(
    ({ groups }) => groups?.["name"] ?? "",
  );
}

/** The cells of a sheet, row by row. */
function rowsOf(parts: Readonly<Record<string, string>>, sheet: number): string[][] {
  const rows = (parts[`xl/worksheets/sheet${sheet}.xml`] ?? "").match(/<row .*?<\/row>/gs) ?? [];
  return rows.map((row) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>.*?(?:<t [^>]*>|<v>)(?<text>.*?)<\/)/gs)].map(
      ({ groups }) => groups?.["text"] ?? "",
    ),
  );
}

describe("errors.xlsx", () => {
  test("has an overview, then a sheet for each agency, then for each file of nobody", async () => {
    const parts = await workbookOf(FILES, []);
    expect(sheetNamesOf(parts)).toEqual(["Overview", "SCT", "Sở Y tế", "2022-Q1 a.csv", "data strange.csv"]);
    expect(rowsOf(parts, 1)).toEqual([
      ["Agency or file", "Errors", "Warnings", "Notes"],
      ["SCT", "1", "0", "0"],
      ["Sở Y tế", "2", "0", "0"],
      ["2022-Q1 a.csv", "1", "0", "0"],
      ["data strange.csv", "1", "0", "0"],
    ]);
  });

  test("names agencies as the roster does, where there is one", async () => {
    const parts = await workbookOf(FILES, ["-p", "thua-thien-hue-2022"]);
    expect(sheetNamesOf(parts)).toContain("Sở Công Thương");
  });

  test("says for each problem where it is, what stands there, what is wrong and what to do", async () => {
    const parts = await workbookOf(FILES, []);
    expect(rowsOf(parts, 3)[1]).toEqual([
      "data/2022-Q1/a.csv",
      "",
      "B2",
      "2:9",
      "Hồ sơ giải quyết qua hệ thống một cửa",
      "x",
      "“x” is not a count",
      "A count is a whole number, 0 or more, written 1234, 1.234 or 1 234.",
      "error",
      "count-unreadable",
    ]);
  });

  test("calls cells as Excel does that opens the text, whatever lines it has", async () => {
    const header = HEADER.replace("\n", "\r\n");
    const text = `sep=;\r\n"a\r\ntitle";;\r\n\r\n${header}"Sở\nY\rtế";1;1\r\nSCT;1;y\r\n`;
    const parts = await workbookOf({ "data/2022-Q1/a.csv": text }, []);
    expect(rowsOf(parts, 2)[1]?.slice(2, 4)).toEqual(["C5", "9:7"]);
  });

  test("has no formulas: text that looks like one stays text", async () => {
    const parts = await workbookOf(FILES, []);
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith("xl/worksheets/"));
    expect(sheets.map(([, xml]) => xml).join("")).not.toMatch(/<f[ >]/);
    expect(rowsOf(parts, 3)[2]?.[5]).toBe("=1+1");
  });

  test("lists everything, however much there is", async () => {
    const many = Array.from({ length: 500 }, (_, index) => `U${index % 3};x;${index}\n`).join("");
    const parts = await workbookOf({ "data/2022-Q1/a.csv": HEADER + many }, []);
    const counts = rowsOf(parts, 1)
      .slice(1)
      .map(([, errors]) => Number(errors));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
    expect(rowsOf(parts, 2)).toHaveLength(168);
  });

  test("is the same, byte by byte, every time", async () => {
    const [one, other] = await Promise.all([workbookOf(FILES, []), workbookOf(FILES, [])]);
    expect(one).toEqual(other);
  });

  test("is known as ours, and skipped where it lies among exports", async () => {
    await inFolder(FILES, async (cwd) => {
      await runCli(["validate", "data", "-o", "data/errors.xlsx"], { cwd });
      const { stdout } = await runCli(["validate", "data", "--lang", "en"], { cwd });
      expect(stdout).toContain("data/errors.xlsx: note: skipped: chitieu wrote this file");
    });
  });
});
