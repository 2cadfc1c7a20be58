import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { DIFF_FORMATS } from "../src/diff/formats.ts";
import { EXPLAIN_FORMATS } from "../src/explain/formats.ts";
import { FINDINGS_FORMATS } from "../src/findings/formats.ts";
import { FORMATS } from "../src/report/formats.ts";
import { TREND_FORMATS } from "../src/trend/formats.ts";
import { inFolder } from "./helpers/check-files.ts";
import { countPlan } from "./helpers/plan-yaml.ts";
import { runCli } from "./helpers/run-cli.ts";

const FILES = {
  "plan.yaml": countPlan({ "at-least": 5 }),
  "counts.csv": "period,measure,count\n2022-Q1,n,1\n",
  "damaged.csv": "period,measure,count\n2022-Q1,n,one\n",
};
const OLD = "of last quarter";

/** Every command that writes files: its formats, and what it is asked where nothing is wrong. */
const COMMANDS = [
  { formats: FORMATS, argv: ["check", "counts.csv", "-p", "plan.yaml"] },
  { formats: FINDINGS_FORMATS, argv: ["validate", "counts.csv", "-p", "plan.yaml"] },
  { formats: EXPLAIN_FORMATS, argv: ["explain", "count", "counts.csv", "-p", "plan.yaml"] },
  { formats: TREND_FORMATS, argv: ["trend", "counts.csv", "-p", "plan.yaml"] },
  { formats: DIFF_FORMATS, argv: ["diff", "plan.yaml", "plan.yaml"] },
];

/** Those that do not say why there is nothing in them. A page says it without its code, and archives are packed. */
function silent(texts: readonly string[], code: string): string[] {
  return texts.filter((text) => !/^(?:PK|<!DOCTYPE html>)/u.test(text) && !text.includes(code));
}

/** Runs with an output in every format, each of which is there from an earlier run; what they hold then. */
async function rewritten(formats: object, argv: readonly string[], more: readonly string[]) {
  const files = Object.keys(formats).map((format) => `${format}.old`);
  const olds = Object.fromEntries(files.map((file) => [file, OLD]));
  return inFolder({ ...FILES, ...olds }, async (cwd) => {
    const outputs = Object.keys(formats).flatMap((format) => ["-o", `${format}:${format}.old`]);
    const { exit, stderr } = await runCli([...argv, ...outputs, ...more], { cwd });
    const texts = files.map((file) => readFileSync(path.join(cwd, file), "utf8"));
    const kept = Object.keys(FILES).map((file) => readFileSync(path.join(cwd, file), "utf8"));
    return { exit, stderr, texts, kept };
  });
}

describe.each(COMMANDS)("$argv.0", ({ formats, argv }) => {
  test.each([
    ["an option that is not there", ["--no-such"], "usage"],
    ["a value that an option does not take", ["--lang", "fr"], "usage"],
    ["an option without its value", ["-f"], "usage"],
    ["an output that makes no sense", ["-o", "report.pdf"], "option-wrong"],
  ])("%s leaves no old report, and what it reads as it is", async (_, more, code) => {
    const { exit, stderr, texts, kept } = await rewritten(formats, argv, more);
    expect(exit).toBe(2);
    expect(stderr).toContain(`[${code}]`);
    expect(texts.filter((text) => text === OLD)).toEqual([]);
    expect(silent(texts, code)).toEqual([]);
    expect(kept).toEqual(Object.values(FILES));
  });
});

describe.each(COMMANDS.filter(({ argv }) => argv[0] !== "diff"))("$argv.0", ({ formats, argv }) => {
  test("leaves no old report where the data cannot be trusted", async () => {
    const { exit, texts } = await rewritten(formats, [...argv, "damaged.csv"], []);
    expect(exit).toBe(3);
    expect(texts.filter((text) => text === OLD)).toEqual([]);
    expect(silent(texts, "count-unreadable")).toEqual([]);
  });
});

test.each([
  ["of another shape", "indicators:", "indicatorz:"],
  ["that is no YAML", "indicators:", "indicators: ["],
])("the roster of a plan %s is no report", async (_, right, wrong) => {
  const roster = "code,name,level,aliases,from,until,parent\n";
  const plan = `${FILES["plan.yaml"].replace(right, wrong)}\nunits: roster.csv\n`;
  await inFolder({ ...FILES, "plan.yaml": plan, "roster.csv": roster }, async (cwd) => {
    const { exit, stderr } = await runCli(["check", "counts.csv", "-p", "plan.yaml", "-o", "csv:roster.csv"], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain("[output-is-input]");
    expect(readFileSync(path.join(cwd, "roster.csv"), "utf8")).toBe(roster);
  });
});

test("a file that a process of the same number has left behind keeps no report from being written", async () => {
  const left = `.result.json.${process.pid}.tmp`;
  await inFolder({ ...FILES, [left]: "half" }, async (cwd) => {
    await runCli(["check", "counts.csv", "-p", "plan.yaml", "-o", "result.json"], { cwd });
    expect(JSON.parse(readFileSync(path.join(cwd, "result.json"), "utf8"))).toHaveProperty("inputs");
    expect(readFileSync(path.join(cwd, left), "utf8")).toBe("half");
  });
});

test.each([["-o", "counts.csv"], ["-o", "csv:./counts.csv"], ["-ocounts.csv"], ["--output=counts.csv"]])(
  "an export is no report, however it is named: %s %s",
  async (...output) => {
    await inFolder(FILES, async (cwd) => {
      const { exit, stderr } = await runCli(["check", "counts.csv", "-p", "plan.yaml", "--no-such", ...output], {
        cwd,
      });
      expect(exit).toBe(2);
      expect(stderr).toContain("[output-is-input]");
      expect(readFileSync(path.join(cwd, "counts.csv"), "utf8")).toBe(FILES["counts.csv"]);
    });
  },
);
