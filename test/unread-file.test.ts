import { describe, expect, test } from "vitest";
import { inFolder } from "./helpers/check-files.ts";
import { countsCsv, ratioPlan } from "./helpers/plan-yaml.ts";
import { runCli } from "./helpers/run-cli.ts";

const FILES = {
  "plan.yaml": ratioPlan({ "at-least": "50%" }),
  "data/2022-Q1/counts.csv": countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,2"),
  "data/_draft.csv": countsCsv("2022-Q1,,,n,1"),
  "counts.csv": countsCsv("2022-Q1,,,n,1"),
};

const run = (...argv: string[]) =>
  inFolder(FILES, (cwd) => runCli([...argv, "-p", "plan.yaml", "--lang", "en"], { cwd }));

describe("an option that says something of a file that is not read is wrong", () => {
  test.each([
    ["another file", ["--period-of", "2022-Q1=counts.csv"], "--period-of names “counts.csv”"],
    ["a pattern", ["--period-of", "2022-Q1=*.csv"], "--period-of names “*.csv”"],
    ["a file that is skipped", ["--encoding", "utf-8=data/_draft.csv"], "--encoding names “data/_draft.csv”"],
    ["standard input", ["--period-of", "2022-Q1=-"], "--period-of names “-”"],
  ])("%s", async (_, options, message) => {
    for (const command of ["check", "validate", "trend", "units"]) {
      const { stderr, exit } = await run(command, "data", ...options);
      expect(stderr).toContain(`error: ${message}, which is not read in this run [file-not-read]`);
      expect(exit).toBe(2);
    }
  });

  test("and the file of that name which is read may be meant", async () => {
    const { stderr } = await run("check", "data", "--period-of", "2022-Q1=counts.csv");
    expect(stderr).toContain("Did you mean “data/2022-Q1/counts.csv”?");
  });

  test.each([
    ["of a folder some are enough", ["data", "--period-of", "2022-Q1=data"]],
    ["of a pattern as well", ["data", "--encoding", "utf-8=**/*.csv"]],
    [
      "a source's file is read because it is named",
      ["--source", "counts=counts.csv", "--period-of", "2022-Q1=./counts.csv"],
    ],
  ])("%s", async (_, argv) => {
    expect((await run("validate", ...argv)).stderr).not.toContain("file-not-read");
  });

  test("a table that is not among the data", async () => {
    const { stderr, exit } = await run("check", "data", "--period-of", "2022-Q1=postgres://a:secret@b/c");
    expect(stderr).toContain("--period-of names “postgres://");
    expect(stderr).not.toContain("secret");
    expect(exit).toBe(2);
  });
});
