import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/report/formats.ts";
import type { FormatName } from "../../src/report/formats.ts";
import { isOwnOutput } from "../../src/read/own-output.ts";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

/** What a name, a note or a cell may hold; each is also the name of an agency. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "=cmd|'/c calc'!A1",
  "a | b || c",
  "\u001B[31mred\u001B[0m \u0007\u0008",
  "Sở ".repeat(100).trim(),
  "abc\u202Egnp.exe\u2066x\u2069",
  "+1+1",
  "@SUM(A1:A2)",
  "-2+3;=1+1",
  "]]> &amp; <!-- -->",
  "**b** _i_ `c` [l](http://e) # h",
  "::error::x ##[error]y",
  "_x0041_\uFFFE",
];
const quoted = (text: string) => JSON.stringify(text);
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

const PLAN = `format: chitieu/plan@1
id: hostile
number: ${quoted(HOSTILE[0] ?? "")}
title: ${quoted(HOSTILE.slice(0, 4).join(" "))}
year: { label: "2022", starts: 2022-01-01 }
levels: { tinh: { vi: ${quoted(HOSTILE[2] ?? "")}, en: ${quoted(HOSTILE[2] ?? "")} } }
groups:
${HOSTILE.map((text, index) => `  g${index}: { vi: ${quoted(text)}, en: ${quoted(text)} }`).join("\n")}
measures:
  n: { vi: ${quoted(HOSTILE[1] ?? "")}, en: ${quoted(HOSTILE[0] ?? "")} }
  d: { vi: ${quoted(HOSTILE[0] ?? "")}, en: ${quoted(HOSTILE[1] ?? "")} }
indicators:
${HOSTILE.map(
  (text, index) => `  i${index}:
    { group: g${index}, vi: ${quoted(text)}, en: ${quoted(text)}, note: ${quoted(text)}, text: ${quoted(text)},
      numerator: n, denominator: d, target: { at-least: ${index % 2 === 0 ? "100" : "1"}% } }`,
).join("\n")}
tasks:
  t0: { group: g0, vi: ${quoted(HOSTILE[1] ?? "")}, en: ${quoted(HOSTILE[1] ?? "")} }
`;
const ROWS = HOSTILE.flatMap((unit, index) => [
  `2022-Q1,${cell(unit)},tinh,d,${10 + index}`,
  ...(index === 3 ? [] : [`2022-Q1,${cell(unit)},tinh,n,${index + 1}`]),
]);
const GOOD: Files = { "plan.yaml": PLAN, "data/a.csv": `period,unit,level,measure,count\n${ROWS.join("\n")}\n` };
const BAD: Files = {
  ...GOOD,
  "data/b.csv": `period,unit,level,measure,count\n${HOSTILE.map((text) => `2022-Q2,${cell(text)},tinh,n,${cell(text)}`).join("\n")}\n`,
};
const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
const EVERY = FORMAT_NAMES.flatMap((name) => ["-o", `${name}:out.${name}`]);

/** Every format of one run, as bytes. */
async function outputsOf(files: Files, argv: readonly string[]): Promise<ReadonlyMap<FormatName, Buffer>> {
  return inFolder(files, async (cwd) => {
    await runCli(["check", "data", "-p", "plan.yaml", "--by", "unit", ...argv, ...EVERY], { cwd });
    return new Map(FORMAT_NAMES.map((name) => [name, readFileSync(path.join(cwd, `out.${name}`))]));
  });
}

/** What is text in an output: itself, or the XML in an archive. */
function textsOf(name: FormatName, bytes: Buffer): readonly string[] {
  if (!FORMATS[name].binary) return [bytes.toString("utf8")];
  const parts = Object.entries(unzipSync(bytes)).filter(([part]) => /\.(?:xml|rels)$/.test(part));
  return parts.map(([, content]) => strFromU8(content));
}

function isWellFormed(xml: string): boolean {
  const { status, error } = spawnSync("xmllint", ["--noout", "--huge", "-"], { input: xml });
  return error === undefined ? status === 0 : true;
}

const RUNS = [
  ["verdicts", GOOD, "vi"],
  ["verdicts", GOOD, "en"],
  ["errors", BAD, "vi"],
  ["errors", BAD, "en"],
] as const;

describe.each(RUNS)("hostile data, %s (%#)", (kind, files, language) => {
  const outputs = outputsOf(files, ["--lang", language]);
  const textOf = async (name: FormatName) => textsOf(name, (await outputs).get(name) ?? Buffer.alloc(0)).join("\n");

  test.each(FORMAT_NAMES)("%s holds no character that steers", async (name) => {
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    const steering = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;
    expect(await textOf(name)).not.toMatch(steering);
    if (name !== "json" && !FORMATS[name].binary)
      expect(await textOf(name)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  });

  test.each(FORMAT_NAMES)("%s is the same twice", async (name) => {
    const again = await outputsOf(files, ["--lang", language]);
    expect(again.get(name)?.equals((await outputs).get(name) ?? Buffer.alloc(0))).toBe(true);
  });

  if (kind === "errors") {
    test.each(FORMAT_NAMES.filter((name) => name !== "json"))("%s says that nothing was assessed", async (name) => {
      const words = language === "vi" ? /Chưa đánh giá được/i : /Not assessed/i;
      expect(await textOf(name)).toMatch(words);
    });
  }

  test("CSV has no formulas, and as many cells in every line", async () => {
    const text = (await textOf("csv")).replace(/^\uFEFF/, "");
    const rows = parse(text);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    for (const value of rows.slice(1).flat()) expect(value).not.toMatch(/^\s*[=+\-@\t\r]/);
    // Where Excel takes ; for what separates cells, every part of a line may become one.
    for (const part of text.split(/[;\n]/)) expect(part).not.toMatch(/^\s*[=+\-@]/);
  });

  test("workbooks hold no formulas", async () => {
    for (const name of FORMAT_NAMES.filter((one) => FORMATS[one].binary)) {
      expect(await textOf(name)).not.toMatch(/<f[ >]/);
    }
  });

  test("XML is well-formed", async () => {
    const archives = FORMAT_NAMES.filter((name) => FORMATS[name].binary);
    for (const name of ["junit", ...archives] as const) {
      for (const xml of textsOf(name, (await outputs).get(name) ?? Buffer.alloc(0)))
        expect(isWellFormed(xml)).toBe(true);
    }
  });

  test("Markdown tables keep their columns, and no data become markup", async () => {
    const text = await textOf("markdown");
    const tables = text.split(/\n(?!\|)/).filter((block) => block.startsWith("|"));
    for (const table of tables) {
      const widths = table
        .trimEnd()
        .split("\n")
        .map((line) => line.split("|").length);
      expect(new Set(widths).size).toBe(1);
    }
    expect(text).not.toMatch(/<script|(?<!\\)`|(?<!\\)\]\(/);
  });

  test("GitHub sees only our commands", async () => {
    const lines = (await textOf("github")).split("\n");
    for (const line of lines) {
      if (line.startsWith("::")) expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::/);
      else expect(line).not.toMatch(/^\s*::|##\[/);
    }
  });

  test.each(["csv", "table", "xlsx"] as const)("%s is known as ours among exports", async (name) => {
    expect(await isOwnOutput((await outputs).get(name) ?? Buffer.alloc(0), `out.${name}`)).toBe(true);
  });
});
