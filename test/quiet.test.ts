import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "./helpers/check-files.ts";
import { countPlan } from "./helpers/plan-yaml.ts";
import { runCli } from "./helpers/run-cli.ts";

/** A measure that the plan does not have is a warning; a count that is none is an error. */
const FILES = {
  "plan.yaml": countPlan({ "at-least": 5 }),
  "counts.csv": "period,measure,count\n2022-Q1,n,1\n2022-Q1,other,1\n",
  "damaged.csv": "period,measure,count\n2022-Q1,n,one\n2022-Q1,other,1\n",
  "chitieu.yaml": "plan: plan.yaml\nquiet: true\n",
};
const run = (argv: readonly string[]) =>
  inFolder(FILES, async (cwd) => {
    const result = await runCli([...argv, "-o", "json:result"], { cwd });
    return { ...result, file: readFileSync(path.join(cwd, "result"), "utf8") };
  });

test.each([["check"], ["validate"], ["trend"], ["explain", "count"]])(
  "%s says nothing where only a warning stands beside the data, and writes its file",
  async (...command) => {
    const { stdout, stderr, file } = await run([...command, "counts.csv"]);
    expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
    expect(file).toContain("measure-unknown");
  },
);

test.each([["check"], ["validate"], ["trend"], ["explain", "count"]])("%s says errors alone", async (...command) => {
  const { stdout, stderr, exit } = await run([...command, "damaged.csv"]);
  expect(stdout).toBe("");
  expect(stderr).toContain("[count-unreadable]");
  expect(stderr).not.toContain("[measure-unknown]");
  expect(exit).toBeGreaterThan(0);
});

test("what programs read is written, and the command line wins", async () => {
  expect((await run(["check", "counts.csv", "-f", "json"])).stdout).toContain("measure-unknown");
  expect((await run(["check", "counts.csv", "--no-quiet"])).stderr).toContain("[measure-unknown]");
});
