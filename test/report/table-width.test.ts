import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/text/width.ts";
import { runCli } from "../helpers/run-cli.ts";

const WIDTHS = [30, 40, 60, 73, 74, 80, 120];

async function tableIn(width: number, lang: string): Promise<string> {
  return (await runCli(["check", "--by", "level", "--lang", lang], { width })).stdout;
}

describe.each(["vi", "en"])("the table of the sample year in %s", (lang) => {
  test.each(WIDTHS)("fits %i columns", async (width) => {
    const lines = (await tableIn(width, lang)).split("\n");
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });

  test.each(WIDTHS)("breaks no figure in %i columns", async (width) => {
    const table = await tableIn(width, lang);
    for (const figure of lang === "vi" ? ["49.998/50.000", "99,996%", "≥ 100%"] : ["49,998/50,000", "99.996%"])
      expect(table).toContain(figure);
  });
});

test.each([80, 100])("the name of an agency is there to its end in %i columns, under its beginning", async (width) => {
  const { stdout } = await runCli(["check", "--by", "unit", "--lang", "vi"], { width });
  expect(stdout).not.toContain("…");
  // Line by line, without the columns beside the name.
  const names = stdout.split("\n").map((line) => /^ {2}(?<name>\S.*?)(?: {2}|$)/u.exec(line)?.groups?.["name"] ?? "");
  expect(names.join(" ")).toContain("Sở Lao động - Thương binh và Xã hội");
});

test("where columns have no room, a result is a paragraph", async () => {
  const table = await tableIn(40, "en");
  expect(table).toMatch(/\n {2}Counts: 49,998\/50,000\n {2}Rate: 99\.996%\n {2}Target: ≥ 100%\n/);
});
