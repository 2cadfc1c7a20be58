import { expect, test } from "vitest";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const PLAN = `format: chitieu/plan@1
id: small
title: A small plan
year: { label: 2022, starts: 2022-01-01 }
measures:
  a: { vi: A, en: A, source: count }
  b: { vi: B, en: B, source: counts }
  c: { vi: C, en: C, source: count }
indicators:
  a: { vi: A, en: A, numerator: a - c, denominator: b, target: { at-least: 1% } }
`;
const FILES = { "plan.yaml": PLAN, "counts.csv": "period,measure,count\n2022-Q1,a,1\n" };

test.each(["check", "explain a", "trend"])(
  "%s says where a plan names a source that nobody knows, for each measure that does",
  async (command) => {
    await inFolder(FILES, async (cwd) => {
      const { stderr, exit } = await runCli([...command.split(" "), "counts.csv", "-p", "plan.yaml"], { cwd });
      expect(stderr).toContain("plan.yaml:6:30: error: the source “count” is not declared [name-unknown]");
      expect(stderr).toContain("plan.yaml:8:30: error: the source “count” is not declared [name-unknown]");
      expect(exit).toBe(2);
    });
  },
);

test.each([
  [[], "chitieu.yaml:3:9: error"],
  [["--period", "2023-Q1"], "error"],
])("the period of another year stands where it is asked for: %j", async (argv, start) => {
  const config = "plan: plan.yaml\ndata: counts.csv\nperiod: 2023-Q1\n";
  const plan = PLAN.replaceAll("source: count ", "source: counts ");
  await inFolder({ ...FILES, "plan.yaml": plan, "chitieu.yaml": config }, async (cwd) => {
    const { stderr, exit } = await runCli(["check", ...argv], { cwd });
    expect(stderr.startsWith(`${start}: 2023-Q1 is not in the plan's year 2022 [period-of-other-year]`)).toBe(true);
    expect(exit).toBe(2);
  });
});

test("a pattern that finds nothing is not taken for a misspelt name", async () => {
  await inFolder(FILES, async (cwd) => {
    expect((await runCli(["validate", "count.csv"], { cwd })).stderr).toContain("Did you mean “counts.csv”?");
    expect((await runCli(["validate", "count*.tsv"], { cwd })).stderr).not.toContain("Did you mean");
  });
});

test.each([
  [["explain"], "chitieu explain --help"],
  [["plan", "show", "a", "b"], "chitieu plan show --help"],
  [["--nothing"], "chitieu --help"],
])("what is wrong with the arguments of %j points to their help", async (argv, help) => {
  await inFolder({}, async (cwd) => {
    expect((await runCli(argv, { cwd })).stderr).toContain(`  ${help} lists the `);
  });
});
