import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/report/xlsx/day-number.ts";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { ratioPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";

const COUNTS = "period,unit,level,measure,count\n";

/** The sheets of the workbook that `check` writes, as XML, and its styles. */
async function workbookOf(files: Files): Promise<{ readonly sheets: readonly string[]; readonly styles: string }> {
  return inFolder(files, async (cwd) => {
    await runCli(["check", "data", "-p", "plan.yaml", "-o", "r.xlsx", "--lang", "en"], { cwd });
    const parts = unzipSync(readFileSync(path.join(cwd, "r.xlsx")));
    const text = (part: string) => strFromU8(parts[part] ?? new Uint8Array());
    return {
      sheets: [1, 2, 3, 4, 5].map((number) => text(`xl/worksheets/sheet${number}.xml`)),
      styles: text("xl/styles.xml"),
    };
  });
}

/** The number in the first cell of a sheet that holds this value, and the code of its format. */
function formatOf(sheet: string, styles: string, value: string): string | undefined {
  const style = new RegExp(`<c r="[A-Z]+\\d+" s="(\\d+)"><v>${value}</v>`).exec(sheet)?.[1];
  const cells = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? "";
  const id = /numFmtId="(\d+)"/.exec(cells.match(/<xf .*?(?:\/>|<\/xf>)/gs)?.[Number(style)] ?? "")?.[1];
  return new RegExp(`<numFmt numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1] ?? id;
}

describe("report.xlsx", () => {
  const data = `${COUNTS}2022,A,,n,49998\n2022,A,,d,50000\n`;
  const files = { "plan.yaml": ratioPlan({ "at-least": "100%" }), "data/a.csv": data };

  test("a rate is a number, with as many decimals as it takes not to look like what it isn't", async () => {
    const { sheets, styles } = await workbookOf(files);
    expect(formatOf(sheets[0] ?? "", styles, "0.99996")).toBe("0.000%");
    expect(formatOf(sheets[0] ?? "", styles, "49998")).toBe("3");
  });

  test("headers stay in sight, have filters, and verdicts have rules for their colours", async () => {
    const { sheets } = await workbookOf(files);
    for (const sheet of sheets) {
      expect(sheet).toMatch(/<pane ySplit="\d+" .*state="frozen"/);
      expect(sheet).toMatch(/<autoFilter ref="A\d+:[A-Z]+\d+"\/>/);
    }
    expect(sheets[0]).toMatch(/<cfRule type="cellIs" [^>]*><formula>"missed"<\/formula>/);
  });

  test("every figure has its place", async () => {
    const { sheets } = await workbookOf(files);
    expect(sheets[2]).toContain("data/a.csv");
    expect(sheets[2]).toMatch(/2:1.*3:1|3:1.*2:1/s);
  });

  test("a number of which Excel would lose digits is text", async () => {
    const large = `${COUNTS}2022,A,,n,9007199254740991\n2022,A,,d,9007199254740991\n`;
    const { sheets } = await workbookOf({ ...files, "data/a.csv": large });
    expect(sheets[0]).toContain(">9007199254740991</t>");
    expect(sheets[0]).not.toContain("<v>9007199254740991</v>");
  });

  test("says on every sheet that nothing was assessed", async () => {
    const { sheets } = await workbookOf({ ...files, "data/a.csv": `${COUNTS}2022,A,,n,x\n` });
    for (const sheet of sheets) expect(sheet).toContain("Not assessed: the data cannot be trusted");
    expect(sheets[3]).toContain("count-unreadable");
  });
});

test.each([
  ["1900-03-01", 61],
  ["2022-12-31", 44_926],
])("%s is day %i of Excel", (date, number) => {
  expect(dayNumber(date)).toBe(number);
});
