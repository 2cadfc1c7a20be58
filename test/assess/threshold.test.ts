import { describe, expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { countPlan, countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";

async function rate(numerator: number, denominator: number, target: object, indicator: object = {}) {
  const csv = countsCsv(`2022-Q1,,,n,${numerator}`, `2022-Q1,,,d,${denominator}`);
  const assessment = await checkFiles({ "plan.yaml": ratioPlan(target, { indicator }), "data/counts.csv": csv });
  return { ...resultOf(assessment, "rate"), assessment };
}

async function count(value: number, target: object) {
  const csv = countsCsv(`2022-Q1,,,n,${value}`);
  const assessment = await checkFiles({ "plan.yaml": countPlan(target), "data/counts.csv": csv });
  return { ...resultOf(assessment, "count"), assessment };
}

describe("no rounding decides, and none is shown that contradicts the verdict", () => {
  test.each([
    [94_996, 100_000, "95%", "missed", "94.996"],
    [95_000, 100_000, "95%", "met", "95.00"],
    [974, 1_000, "97.4%", "met", "97.40"],
    [973, 1_000, "97.4%", "missed", "97.30"],
    [49_998, 50_000, "100%", "missed", "99.996"],
    [50_000, 50_000, "100%", "met", "100.00"],
    [1, 3, "33.33%", "met", "33.33"],
    [1, 3, "33.34%", "missed", "33.33"],
    [2, 3, "66.67%", "missed", "66.667"],
    [1, 1_000_000, "0.01%", "missed", "0.0001"],
    [0, 7, "0%", "met", "0.00"],
    [29, 100, "29%", "met", "29.00"],
    [57, 100, "57.0%", "met", "57.00"],
    [9_007_199_254_740_990, 9_007_199_254_740_991, "100%", "missed", "99.99999999999999"],
  ])("%i of %i against %s is %s, shown as %s%%", async (numerator, denominator, target, verdict, percent) => {
    expect(await rate(numerator, denominator, { "at-least": target })).toMatchObject({
      verdict,
      percent,
      numerator,
      denominator,
      target: { operator: "at-least", value: target },
      assessment: { exit: { code: verdict === "met" ? 0 : 1 } },
    });
  });
});

describe("operators of a ratio, on both sides of the target and on it", () => {
  test.each([
    ["at-least", { below: "missed", on: "met", above: "met" }],
    ["more-than", { below: "missed", on: "missed", above: "met" }],
    ["at-most", { below: "met", on: "met", above: "missed" }],
    ["less-than", { below: "met", on: "missed", above: "missed" }],
    ["exactly", { below: "missed", on: "met", above: "missed" }],
  ] as const)("%s", async (operator, { below, on, above }) => {
    const target = { [operator]: "70.5%" };
    expect((await rate(70_499, 100_000, target)).verdict).toBe(below);
    expect((await rate(70_500, 100_000, target)).verdict).toBe(on);
    expect((await rate(70_501, 100_000, target)).verdict).toBe(above);
  });

  test.each([
    [82_999, "missed"],
    [83_000, "met"],
    [84_000, "met"],
    [85_000, "met"],
    [85_001, "missed"],
  ])("between 8.3% and 8.5%: %i of a million is %s", async (numerator, verdict) => {
    const found = await rate(numerator, 1_000_000, { between: ["8.3%", "8.5%"] });
    expect(found).toMatchObject({ verdict, gap: null, headroom: null });
  });
});

describe("a miss beside its target shows enough digits, whatever the operator", () => {
  test.each([
    [{ "more-than": "70%" }, 70_000, 100_000, "missed", "70.00"],
    [{ "at-most": "3%" }, 30_001, 1_000_000, "missed", "3.0001"],
    [{ "less-than": "3%" }, 29_999, 1_000_000, "met", "2.9999"],
    [{ exactly: "33.33%" }, 1, 3, "missed", "33.333"],
    [{ between: ["8.3%", "8.5%"] }, 85_001, 1_000_000, "missed", "8.5001"],
  ])("%j with %i of %i", async (target, numerator, denominator, verdict, percent) => {
    expect(await rate(numerator, denominator, target)).toMatchObject({ verdict, percent });
  });
});

describe("a count instead of a ratio", () => {
  test.each([
    [{ "at-least": 982 }, 981, "missed", { fixed: 1, growing: null }, null],
    [{ "at-least": 982 }, 982, "met", null, 0],
    [{ "at-least": 982 }, 1_000, "met", null, 18],
    [{ "more-than": 30 }, 30, "missed", { fixed: 1, growing: null }, null],
    [{ "more-than": 30 }, 33, "met", null, 2],
    [{ "at-most": 30 }, 33, "missed", { fixed: 3, growing: null }, null],
    [{ "at-most": 30 }, 12, "met", null, 18],
    [{ "less-than": 30 }, 30, "missed", { fixed: 1, growing: null }, null],
    [{ "less-than": 30 }, 29, "met", null, 0],
    [{ exactly: 5 }, 4, "missed", null, null],
    [{ exactly: 5 }, 5, "met", null, null],
    [{ between: ["8", "10"] }, 8, "met", null, null],
    [{ between: ["8", "10"] }, 11, "missed", null, null],
  ])("%j with %i is %s", async (target, value, verdict, gap, headroom) => {
    expect(await count(value, target)).toMatchObject({
      verdict,
      gap,
      headroom,
      value,
      numerator: null,
      denominator: null,
      percent: null,
    });
  });
});

describe("gap and headroom of a ratio", () => {
  test.each([
    [
      "all of a fixed denominator; no growth is enough",
      49_998,
      50_000,
      { "at-least": "100%" },
      { fixed: 2, growing: null },
    ],
    ["the example of the design", 1_890, 2_000, { "at-least": "95%" }, { fixed: 10, growing: 200 }],
    ["strictly more", 70, 100, { "more-than": "70%" }, { fixed: 1, growing: 1 }],
    ["too many", 5, 100, { "at-most": "3%" }, { fixed: 2, growing: 67 }],
    ["too many, strictly", 3, 100, { "less-than": "3%" }, { fixed: 1, growing: 1 }],
    ["none may be", 1, 100, { "at-most": "0%" }, { fixed: 1, growing: null }],
    ["fewer than none cannot be", 1, 100, { "less-than": "0%" }, { fixed: null, growing: null }],
    ["more than all cannot be", 100, 100, { "more-than": "100%" }, { fixed: null, growing: null }],
    ["no distance from one value", 5, 100, { exactly: "3%" }, null],
  ])("missed: %s", async (_, numerator, denominator, target, gap) => {
    expect(await rate(numerator, denominator, target)).toMatchObject({ verdict: "missed", gap, headroom: null });
  });

  test.each([
    ["may lose", 964, 1_790, { "at-least": "50%" }, 69],
    ["may lose, and stay above", 71, 100, { "more-than": "70%" }, 0],
    ["may gain", 1, 100, { "at-most": "3%" }, 2],
    ["may gain, and stay below", 1, 100, { "less-than": "3%" }, 1],
    ["may gain no more than all", 1, 4, { "at-most": "150%" }, 3],
    ["can lose no more than all", 4, 4, { "at-least": "0%" }, 4],
  ])("met: %s", async (_, numerator, denominator, target, headroom) => {
    expect(await rate(numerator, denominator, target)).toMatchObject({ verdict: "met", gap: null, headroom });
  });
});

describe("a numerator over its denominator", () => {
  test("is invalid, and the data cannot be trusted", async () => {
    const { verdict, reason, percent, assessment } = await rate(101, 100, { "at-least": "80%" });
    expect({ verdict, reason, percent }).toEqual({ verdict: "invalid", reason: "over-100", percent: null });
    expect(assessment.exit).toEqual({ code: 3, reason: "untrusted-data" });
    expect(assessment.problems).toMatchObject([
      { code: "numerator-over-denominator", args: { indicator: "rate", unit: null, numerator: 101, denominator: 100 } },
    ]);
  });

  test("is invalid even over a denominator of 0", async () => {
    expect(await rate(1, 0, { "at-least": "80%" })).toMatchObject({ verdict: "invalid", reason: "over-100" });
  });

  test("is a rate where the plan says so", async () => {
    const over = { "over-100": true };
    expect(await rate(101, 100, { "at-least": "105%" }, over)).toMatchObject({
      verdict: "missed",
      percent: "101.00",
      gap: { fixed: 4, growing: null },
      assessment: { exit: { code: 1 }, problems: [] },
    });
    expect(await rate(120, 100, { "at-most": "150%" }, over)).toMatchObject({ verdict: "met", headroom: 30 });
  });

  test("in a single unit is a warning", async () => {
    const csv = countsCsv("2022,A,,n,6", "2022,A,,d,5", "2022,B,,n,1", "2022,B,,d,5");
    const assessment = await checkFiles({ "plan.yaml": ratioPlan({ "at-least": "50%" }), "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "met", numerator: 7, denominator: 10 });
    expect(brief(assessment.problems)).toEqual(["warning unit-over-denominator data/counts.csv:2:1"]);
    expect(assessment.exit.code).toBe(0);
  });
});

describe("formulas", () => {
  test("what is excluded leaves the denominator, and is printed with the rate", async () => {
    const plan = ratioPlan(
      { "at-least": "100%" },
      { measures: { n: {}, d: {}, secret: {} }, indicator: { denominator: "d - secret", excludes: "văn bản mật" } },
    );
    const csv = countsCsv("2022,,,n,90", "2022,,,d,100", "2022,,,secret,10");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      verdict: "met",
      numerator: 90,
      denominator: 90,
      excludes: "văn bản mật",
      formula: { numerator: "n", denominator: "d - secret", values: { n: 90, d: 100, secret: 10 } },
    });
  });

  test("a count below zero is invalid", async () => {
    const plan = ratioPlan({ "at-least": "100%" }, { indicator: { denominator: "d - 5" } });
    const assessment = await checkFiles({
      "plan.yaml": plan,
      "data/counts.csv": countsCsv("2022,,,n,0", "2022,,,d,3"),
    });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "invalid", reason: "negative" });
    expect(assessment.exit.code).toBe(3);
    expect(brief(assessment.problems)).toEqual(["error side-negative data/counts.csv:2:1"]);
  });

  test("a constant is added once, however many units report", async () => {
    const plan = ratioPlan({ "at-least": "50%" }, { indicator: { denominator: "10" } });
    const csv = countsCsv("2022,A,,n,2", "2022,B,,n,2");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "missed", numerator: 4, denominator: 10 });
  });

  test("a measure that the plan fixes needs no data, and data do not change it", async () => {
    const measures = { n: {}, d: {}, secret: { constant: 3, because: "đã chốt" } };
    const plan = ratioPlan({ "at-least": "100%" }, { measures, indicator: { denominator: "d - secret" } });
    const csv = countsCsv("2022,A,,n,4", "2022,A,,d,5", "2022,B,,n,3", "2022,B,,d,5", "2022,B,,secret,9");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      verdict: "met",
      denominator: 7,
      coverage: { missing: [] },
      formula: { values: { secret: 3 } },
    });
  });
});
