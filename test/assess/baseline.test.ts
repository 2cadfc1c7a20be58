import { expect, test } from "vitest";
import { shownPercent } from "../../src/assess/shown-percent.ts";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";

const measures = { current: { accumulate: "last" }, was: { constant: 1250, because: "đã chốt" } };
const cut = { numerator: "was - current", denominator: "was" };
const PLAN = ratioPlan({ "at-least": "20%" }, { measures, indicator: cut });

async function rate(yaml: string, ...lines: readonly string[]) {
  const assessment = await checkFiles({ "plan.yaml": yaml, "data/counts.csv": countsCsv(...lines) });
  return { ...resultOf(assessment, "rate"), assessment };
}

test("a result below the baseline is a miss with a rate below 0, and no error", async () => {
  const { assessment, ...found } = await rate(PLAN, "2022,,,current,1300");
  expect(found).toMatchObject({ verdict: "missed", numerator: -50, denominator: 1250, percent: "-4.00" });
  expect(assessment.problems).toEqual([]);
  expect(assessment.exit.code).toBe(1);
});

test("what is lacking is told with the baseline as it is, which cannot grow", async () => {
  expect(await rate(PLAN, "2022,,,current,1010")).toMatchObject({
    percent: "19.20",
    gap: { fixed: 10, growing: null },
  });
});

test("a baseline written as a number is one too", async () => {
  const bare = ratioPlan(
    { "at-least": "20%" },
    { measures: { current: {} }, indicator: { numerator: "1250 - current", denominator: "1250" } },
  );
  expect(await rate(bare, "2022,,,current,1300")).toMatchObject({ verdict: "missed", percent: "-4.00" });
});

test("figures alone that come to less than nothing are still wrong", async () => {
  const difference = ratioPlan({ "at-least": "20%" }, { indicator: { numerator: "n - d" } });
  const { verdict, reason, assessment } = await rate(difference, "2022,,,n,3", "2022,,,d,5");
  expect({ verdict, reason }).toEqual({ verdict: "invalid", reason: "negative" });
  expect(brief(assessment.problems)).toEqual(["error side-negative data/counts.csv:2:1"]);
});

test("agencies alone are not held against the baseline of all", async () => {
  const csv = countsCsv("2022,A,,current,400", "2022,B,,current,500");
  const { results, exit } = await checkFiles({ "plan.yaml": PLAN, "data/counts.csv": csv }, { by: "unit" });
  expect(results.map(({ unit, verdict, numerator, target }) => [unit, verdict, numerator, target?.value])).toEqual([
    [null, "met", 350, "20%"],
    ["A", "not-scored", null, undefined],
    ["B", "not-scored", null, undefined],
  ]);
  expect(exit.code).toBe(0);
});

test.each([
  [-50n, 12_500n, "-0.40"],
  [-1n, 100_000_000n, "-0.000001"],
  [-10_005n, 1_000_000n, "-1.00"],
  [-2n, 3n, "-66.67"],
])("%i of %i is shown as %s%%", (numerator, denominator, shown) => {
  expect(shownPercent({ numerator: numerator * 100n, denominator }, () => true)).toBe(shown);
});
