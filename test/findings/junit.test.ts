import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SCHEMA = path.join(ROOT, "test/fixtures/jenkins-junit.xsd");

/** On Linux a CI has it (.ci/run sees to that); elsewhere the test is skipped where it is not installed. */
const isMissing = spawnSync("xmllint", ["--version"]).error !== undefined;
const mayBeMissing = process.platform !== "linux" || process.env["CI"] === undefined;
if (isMissing && mayBeMissing) console.warn("xmllint is not installed: JUnit XML is not held against its schema");

/** What xmllint has against a document. */
function complaints(xml: string): string {
  const { stderr, error } = spawnSync("xmllint", ["--noout", "--schema", SCHEMA, "-"], {
    input: xml,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  return stderr.replace(/^- validates\n$/, "");
}

describe.skipIf(isMissing && mayBeMissing)("fits the schema of Jenkins", () => {
  test.each([
    ["errors", ["fixtures/cases/validate/data"]],
    ["errors in Vietnamese", ["fixtures/cases/validate/data", "--lang", "vi"]],
    ["warnings", ["fixtures/cases/validate-warnings/data"]],
    ["nothing wrong", ["fixtures/thua-thien-hue-2022"]],
    ["wrong usage", ["no-such-file.csv"]],
    ["wrong options", ["--fail-on", "missed"]],
    ["files of all kinds", ["fixtures/invalid/*/*.csv"]],
  ])("%s", async (_, argv) => {
    const { stdout } = await runCli(["validate", ...argv, "-f", "junit"], { cwd: ROOT });
    expect(complaints(stdout)).toBe("");
  });

  test("whatever the data hold", async () => {
    const hostile = `a\u0001\u000B\u001B<b>&amp;'\uFFFE]]>\u{1F600}\u2028\t\\x`;
    const files = { 'a & <b> "c".csv': `period,measure,count\n2022-Q1,n,${hostile}\n` };
    if (process.platform === "win32") return;
    await inFolder(files, async (cwd) => {
      const { stdout } = await runCli(["validate", ".", "-f", "junit"], { cwd });
      expect(complaints(stdout)).toBe("");
      expect(stdout).toContain("&lt;b&gt;&amp;amp;");
    });
  });
});

test("the schema comes with its licence", () => {
  expect(readdirSync(path.dirname(SCHEMA))).toContain("jenkins-junit.xsd");
  expect(readFileSync(SCHEMA, "utf8")).toContain("MIT License");
});
