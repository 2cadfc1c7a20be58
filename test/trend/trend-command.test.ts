import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sparkline } from "../../src/trend/sparkline.ts";
import { inFolder } from "../helpers/check-files.ts";
import { countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";

const FILES = {
  "plan.yaml": ratioPlan({ "at-least": "80%" }),
  "q1.csv": countsCsv("2022-Q1,,,n,7", "2022-Q1,,,d,10"),
  "q2.csv": countsCsv("2022-Q2,,,n,8", "2022-Q2,,,d,10"),
};

test.each([
  [[1, 2, 3], "▁▅█"],
  [[5, 5], "▄▄"],
  [[1, null, 2], "▁ █"],
  [[1, null], ""],
  [[], ""],
])("the line of %j", (values, expected) => {
  expect(sparkline(values)).toBe(expected);
});

test("the order of files makes no difference", async () => {
  await inFolder(FILES, async (cwd) => {
    const [one, other] = await Promise.all(
      [
        ["q1.csv", "q2.csv"],
        ["q2.csv", "q1.csv"],
      ].map((data) => runCli(["trend", ...data, "-p", "plan.yaml", "-f", "csv"], { cwd })),
    );
    expect(one).toEqual(other);
  });
});

test("what is missed is shown, and no reason to fail", async () => {
  await inFolder(FILES, async (cwd) => {
    expect(await runCli(["trend", "q1.csv", "-p", "plan.yaml"], { cwd })).toMatchObject({ exit: 0, stderr: "" });
  });
});

test("files are written in every format, and none is read as an export", async () => {
  await inFolder(FILES, async (cwd) => {
    const outputs = ["out.txt", "out.json", "out.csv", "out.md"].flatMap((file) => ["-o", file]);
    expect(await runCli(["trend", "q1.csv", "q2.csv", "-p", "plan.yaml", ...outputs], { cwd })).toMatchObject({
      exit: 0,
    });
    expect(readFileSync(path.join(cwd, "out.csv"), "utf8").startsWith("\uFEFFindicator,scope,level,unit,verdict")).toBe(
      true,
    );
    const again = await runCli(["check", ".", "-p", "plan.yaml"], { cwd });
    expect(again).toMatchObject({ exit: 1 });
    expect(again.stderr).not.toMatch(/error|lỗi/);
  });
});

test("a file says what kept it from being made", async () => {
  await inFolder({ ...FILES, "bad.csv": countsCsv("2022-Q3,,,n,1.5") }, async (cwd) => {
    const run = await runCli(["trend", ".", "-p", "plan.yaml", "-o", "out.txt", "-o", "out.csv"], { cwd });
    expect(run.exit).toBe(3);
    for (const file of ["out.txt", "out.csv"])
      expect(readFileSync(path.join(cwd, file), "utf8")).toContain("count-unreadable");
  });
});
