import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SCHEMA = path.join(ROOT, "test/fixtures/jenkins-junit.xsd");

/** As for the findings: on Linux a CI has it, elsewhere the test is skipped where it is not installed. */
const isMissing = spawnSync("xmllint", ["--version"]).error !== undefined;
const mayBeMissing = process.platform !== "linux" || process.env["CI"] === undefined;

describe.skipIf(isMissing && mayBeMissing)("JUnit XML of a report fits the schema of Jenkins", () => {
  test.each([
    ["a year", ["-p", "thua-thien-hue-2022", "fixtures/thua-thien-hue-2022"]],
    ["a year in Vietnamese", ["-p", "thua-thien-hue-2022", "fixtures/thua-thien-hue-2022", "--lang", "vi"]],
    ["errors", ["-p", "thua-thien-hue-2022", "fixtures/cases/validate/data"]],
    ["errors, going on", ["-p", "thua-thien-hue-2022", "fixtures/cases/validate/data", "--keep-going"]],
    ["no plan", ["-p", "nobody", "x.csv"]],
    ["wrong usage", ["--no-such-option"]],
  ])("%s", async (_, argv) => {
    const { stdout } = await runCli(["check", ...argv, "-f", "junit"], { cwd: ROOT });
    const { stderr, error } = spawnSync("xmllint", ["--noout", "--schema", SCHEMA, "-"], {
      input: stdout,
      encoding: "utf8",
    });
    expect(error).toBeUndefined();
    expect(stderr.replace(/^- validates\n$/, "")).toBe("");
  });
});

test("counts what is in it", async () => {
  const argv = ["check", "-p", "thua-thien-hue-2022", "fixtures/thua-thien-hue-2022", "-f", "junit"];
  const { stdout } = await runCli(argv, { cwd: ROOT });
  const count = (pattern: RegExp) => stdout.match(pattern)?.length ?? 0;
  const totals = `tests="${count(/<testcase /g)}" failures="${count(/<failure /g)}" errors="${count(/<error /g)}"`;
  expect(stdout).toContain(`<testsuites name="chitieu check" ${totals}>`);
});
