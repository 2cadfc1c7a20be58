import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { shippedSources, validate } from "../../src/index.ts";
import { writeWorkbook } from "../../src/workbook/write-workbook.ts";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const IDS = (await shippedSources()).map(({ id }) => id);

describe.each([".csv", ".xlsx"])("templates as %s", (ending) => {
  test.each(IDS)("%s is recognised as what it is a template of", async (id) => {
    await inFolder({}, async (cwd) => {
      mkdirSync(path.join(cwd, "2022-Q1"));
      const file = `2022-Q1/export${ending}`;
      const written = await runCli(["source", "template", id, "-p", "thua-thien-hue-2022", "-o", file], { cwd });
      expect(written).toEqual({ stdout: "", stderr: "", exit: 0 });
      const { stdout, exit } = await runCli(["source", "detect", file, "-f", "json"], { cwd });
      expect(JSON.parse(stdout)).toMatchObject({
        files: [{ source: id, period: "2022-Q1", usable: true, problems: [] }],
      });
      expect(exit).toBe(0);
    });
  });
});

test.each([
  ["vi", "Kỳ báo cáo;Đơn vị;Cấp;Số liệu;Số lượng;Khóa"],
  ["en", "period;unit;level;measure;count;key"],
])("columns with names in both languages are headed in the one that is spoken: %s", async (language, header) => {
  expect((await runCli(["source", "template", "counts", "--lang", language])).stdout).toBe(`\u{FEFF}${header}\r\n`);
});

test("a template never takes the place of a file that is there", async () => {
  await inFolder({ "a.csv": "mine" }, async (cwd) => {
    const { exit, stderr } = await runCli(["source", "template", "counts", "-o", "a.csv"], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain("[output-unwritable]");
    expect(readFileSync(path.join(cwd, "a.csv"), "utf8")).toBe("mine");
    expect(readdirSync(cwd)).toEqual(["a.csv"]);
  });
});

test("a workbook to fill in keeps what is typed as text, and its counts as numbers", async () => {
  await inFolder({}, async (cwd) => {
    await runCli(["source", "template", "counts", "-o", "a.xlsx"], { cwd });
    const parts = unzipSync(readFileSync(path.join(cwd, "a.xlsx")));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
    const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/numFmtId="(?<id>\d+)"/g)].map(
      ({ groups }) => groups?.["id"],
    );
    const ofColumns = [...sheet.matchAll(/<col [^>]*style="(?<style>\d+)"/g)].map(
      ({ groups }) => formats[Number(groups?.["style"])],
    );
    // period, unit, level, measure, count, key: 49 is Excel's text, 3 its whole number.
    expect(ofColumns).toEqual(["49", "49", "49", "49", "3", "49"]);
  });
});

test("a form that was filled in is read", async () => {
  await inFolder({}, async (cwd) => {
    const { stdout } = await runCli(["source", "template", "agency-dossiers", "-p", "thua-thien-hue-2022"], { cwd });
    expect(stdout.startsWith("\u{FEFF}")).toBe(true);
    expect(stdout.split("\r\n")).toHaveLength(41);
    mkdirSync(path.join(cwd, "2022-Q1"));
    writeFileSync(path.join(cwd, "2022-Q1/a.csv"), stdout.replaceAll(";;", ";1.200;34"));
    const run = await runCli(["validate", "2022-Q1", "-p", "thua-thien-hue-2022", "--lang", "en"], { cwd });
    expect(run.stdout).toBe("1 file, 39 rows: 0 errors, 0 warnings\nExit code 0: no errors in the data.\n");
  });
});

test("a workbook that was filled in is read, whatever its application", async () => {
  const HEADER = [["period", "unit", "measure", "count"]];
  const columns = [
    { kind: "text", width: 9 },
    { kind: "text", width: 9 },
    { kind: "text", width: 9 },
    { kind: "count", width: 9 },
  ] as const;
  const rows = [
    ["2022-03", "A", "n", 1200],
    ["2022-04", "=A", "_x0041_", 0],
    ["2022-05", "A", "n", "x"],
  ];
  const bytes = writeWorkbook([{ name: "counts", columns, header: HEADER, rows }], { isExport: true });
  await inFolder({ "data/a.xlsx": bytes }, async (cwd) => {
    const { problems, inputs } = await validate({ data: ["data"], cwd });
    expect(problems.map(({ code, at }) => [code, at])).toEqual([
      [
        "count-unreadable",
        { in: "sheet", file: "data/a.xlsx", sheet: "counts", line: 4, column: 4, cell: "D4", field: "count" },
      ],
    ]);
    expect(inputs).toMatchObject([{ sheet: "counts", rows: 3, source: "counts" }]);
  });
});

test("every source that comes with the program is listed, and can be shown", async () => {
  const { stdout } = await runCli(["source", "list", "-f", "json"], { cwd: ROOT });
  const { sources } = JSON.parse(stdout) as { readonly sources: readonly { readonly id: string }[] };
  expect(sources.map(({ id }) => id)).toEqual(IDS);
  const shown = await Promise.all(
    IDS.flatMap((id) =>
      ["vi", "en"].map((language) => runCli(["source", "show", id, "--lang", language], { cwd: ROOT })),
    ),
  );
  expect(shown.map(({ exit }) => exit)).toEqual(shown.map(() => 0));
  const lists = await Promise.all(
    ["vi", "en"].map((language) => runCli(["source", "list", "--lang", language], { cwd: ROOT })),
  );
  for (const list of lists) for (const id of IDS) expect(list.stdout).toContain(id);
});
