import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import type { Files, FilesRequest } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, planYaml } from "../helpers/plan-yaml.ts";

/** The district level ends in the middle of the year; Phong becomes a commune, and Mới begins as one. */
const ROSTER = `code,name,level,from,until,parent
S,Sở Y tế,tinh,,,
H,Huyện Cũ,huyen,,2022-06-30,
P,Thị xã Phong,huyen,,2022-Q2,
P,Phường Phong,xa,2022-07-01,,
X,Xã Cũ,xa,,30/6/2022,H
M,Xã Mới,xa,Quý III/2022,,
`;

const PLAN = planYaml({
  levels: LEVELS,
  units: "units.csv",
  measures: {
    n: {},
    d: {},
    opening: { accumulate: "first" },
    stock: { accumulate: "last" },
    all: { accumulate: "last" },
  },
  indicators: {
    rate: { numerator: "n", denominator: "d", target: { "at-least": "50%" } },
    levels: {
      numerator: "n",
      denominator: "d",
      target: { tinh: { "at-least": "50%" }, huyen: { "at-least": "50%" }, xa: { "at-least": "50%" } },
    },
    handled: { numerator: "n", denominator: "d + opening", target: { "at-least": "10%" } },
    stocks: {
      numerator: "stock",
      denominator: "all",
      target: { huyen: { "at-least": "50%" }, xa: { "at-least": "50%" } },
    },
  },
});

/** Each unit counts in its own power of ten, so that a sum says whose figures are in it. */
const N = { S: 1, H: 10, P: 100, X: 1000, M: 10_000 };
const THERE = {
  "2022-Q1": ["S", "H", "P", "X"],
  "2022-Q2": ["S", "H", "P", "X"],
  "2022-Q3": ["S", "P", "M"],
  "2022-Q4": ["S", "P", "M"],
} as const;

function flows(units: Readonly<Record<string, readonly (keyof typeof N)[]>> = THERE): string[] {
  return Object.entries(units).flatMap(([period, names]) =>
    names.flatMap((unit) => [`${period},${unit},,n,${N[unit]}`, `${period},${unit},,d,${N[unit] * 2}`]),
  );
}

async function checked(lines: readonly string[], options: FilesRequest = {}, roster = ROSTER, plan = PLAN) {
  const files: Files = { "plan.yaml": plan, "units.csv": roster, "data/counts.csv": countsCsv(...lines) };
  return checkFiles(files, options);
}

describe("a unit counts where it belongs in each period", () => {
  test("over the year, and in each of its halves", async () => {
    const year = await checked(flows(), { period: "2022" });
    expect(brief(year.problems).filter((line) => !line.startsWith("note"))).toEqual([]);
    expect(resultOf(year, "rate")).toMatchObject({ numerator: 22_424, coverage: { expected: 5, missing: [] } });
    expect(resultOf(year, "levels", { level: "tinh" }).numerator).toBe(4);
    expect(resultOf(year, "levels", { level: "huyen" })).toMatchObject({
      numerator: 220,
      coverage: { expected: 2, reported: 2, missing: [] },
      flags: [],
    });
    expect(resultOf(year, "levels", { level: "xa" })).toMatchObject({
      numerator: 22_200,
      coverage: { expected: 3, reported: 3, missing: [] },
    });
    const half = await checked(flows(), { period: "2022-H1" });
    expect(resultOf(half, "levels", { level: "huyen" }).numerator).toBe(220);
    expect(resultOf(half, "levels", { level: "xa" }).numerator).toBe(2000);
  });

  test("is expected only as long as it exists", async () => {
    const lines = flows({ ...THERE, "2022-Q2": ["S", "P"], "2022-Q4": ["S"] });
    expect(resultOf(await checked(lines, { period: "2022" }), "rate").coverage).toEqual({
      basis: "roster",
      expected: 5,
      reported: 1,
      missing: [
        { unit: "H", periods: ["2022-Q2"] },
        { unit: "P", periods: ["2022-Q4"] },
        { unit: "X", periods: ["2022-Q2"] },
        { unit: "M", periods: ["2022-Q4"] },
      ],
    });
  });

  test("where nobody is left, the target is not applicable", async () => {
    const assessment = await checked(flows(), { period: "2022-Q3", window: "period" });
    expect(resultOf(assessment, "levels", { level: "huyen" })).toMatchObject({
      verdict: "not-applicable",
      reason: "outside-scope",
      numerator: null,
      coverage: { expected: 0, missing: [] },
    });
    expect(resultOf(assessment, "levels", { level: "xa" }).numerator).toBe(10_100);
  });

  test("by unit: once for each level that it holds", async () => {
    const assessment = await checked(flows(), { period: "2022", by: "unit" });
    expect(resultOf(assessment, "rate", { unit: "P", level: "huyen" })).toMatchObject({
      numerator: 200,
      scope: "breakdown",
    });
    expect(resultOf(assessment, "rate", { unit: "P", level: "xa" }).numerator).toBe(200);
    expect(resultOf(assessment, "rate", { unit: "H", level: "huyen" })).toMatchObject({ numerator: 20, flags: [] });
    expect(resultOf(assessment, "rate", { unit: "M", level: "xa" })).toMatchObject({ numerator: 20_000, flags: [] });
  });
});

describe("stocks and openings", () => {
  const stocks = (period: string, ...units: string[]) =>
    units.flatMap((unit) => [`${period},${unit},,stock,5`, `${period},${unit},,all,8`]);

  test("who is gone at the end has no stock, and is not missed", async () => {
    const lines = [...stocks("2022-Q2", "H", "P", "X"), ...stocks("2022-Q4", "P", "M")];
    const year = await checked(lines, { period: "2022" });
    expect(resultOf(year, "stocks", { level: "huyen" })).toMatchObject({ verdict: "not-applicable" });
    expect(resultOf(year, "stocks", { level: "xa" })).toMatchObject({
      numerator: 10,
      denominator: 16,
      coverage: { expected: 2, missing: [] },
    });
    const half = await checked(lines, { period: "2022-H1" });
    expect(resultOf(half, "stocks", { level: "huyen" })).toMatchObject({ numerator: 10, coverage: { expected: 2 } });
  });

  test("what a new unit takes over was counted where it came from; alone, it opens with it", async () => {
    const lines = [...flows(), "2022-Q1,H,,opening,7", "2022-Q3,M,,opening,3"];
    const opened = ["S", "P", "X"].map((unit) => `2022-Q1,${unit},,opening,0`);
    const year = await checked([...lines, ...opened], { period: "2022", by: "unit" });
    expect(resultOf(year, "handled").formula.values).toMatchObject({ opening: 7 });
    expect(resultOf(year, "handled", { unit: "M", level: "xa" }).formula.values).toMatchObject({ opening: 3 });
  });
});

describe("figures from when a unit does not exist", () => {
  test("are an error, once a row, and keep their measure from being judged", async () => {
    const lines = [...flows(), "2022-Q3,H,,n,1", "2022-Q1,M,,d,4"];
    const assessment = await checked(lines, { period: "2022", keepGoing: true });
    expect(brief(assessment.problems.filter(({ severity }) => severity === "error"))).toEqual([
      "error unit-outside-term data/counts.csv:30:1",
      "error unit-outside-term data/counts.csv:31:1",
    ]);
    expect(assessment.problems.find(({ severity }) => severity === "error")?.args).toEqual({
      unit: "Huyện Cũ",
      period: "2022-Q3",
      terms: [{ from: null, until: "2022-06-30" }],
    });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "invalid", reason: "untrusted-data" });
    expect(assessment.exit.code).toBe(3);
  });

  test("so are figures of a level that nobody is of any more", async () => {
    const whole = (period: string, level: string) => [`${period},,${level},n,1`, `${period},,${level},d,2`];
    const ended = await checked([...whole("2022-Q2", "huyen"), ...whole("2022-Q3", "huyen")], { period: "2022-Q3" });
    const errors = ended.problems.filter(({ severity }) => severity === "error");
    expect(brief(errors)).toEqual([
      "error unit-outside-term data/counts.csv:4:1",
      "error unit-outside-term data/counts.csv:5:1",
    ]);
    const going = await checked([...whole("2022-Q2", "xa"), ...whole("2022-Q3", "xa")], { period: "2022-Q3" });
    expect(going.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("a zero says nothing", async () => {
    const assessment = await checked([...flows(), "2022-Q3,H,,n,0", "2022-Q3,H,,d,0"], { period: "2022" });
    expect(assessment.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(resultOf(assessment, "rate").numerator).toBe(22_424);
  });

  test("a year's figure of a unit that ended in June is that of its half-year", async () => {
    const lines = ["S", "H", "X", "M"].flatMap((unit) => [`2022,${unit},,n,1`, `2022,${unit},,d,2`]);
    const phong = ["2022-H1,P,,n,1", "2022-H1,P,,d,1", "2022-H2,P,,n,1", "2022-H2,P,,d,1"];
    const assessment = await checked([...lines, ...phong], { period: "2022" });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 6, coverage: { missing: [] } });
    expect(resultOf(assessment, "levels", { level: "huyen" })).toMatchObject({
      numerator: 2,
      coverage: { missing: [] },
    });
  });

  test("a figure over a change of level is an error where the plan asks by level, and none elsewhere", async () => {
    const lines = ["2022,P,,n,1", "2022,P,,d,1"];
    const assessment = await checked(lines, { period: "2022" });
    expect(brief(assessment.problems).filter((line) => line.startsWith("error"))).toEqual([
      "error figure-across-levels data/counts.csv:2:1",
      "error figure-across-levels data/counts.csv:3:1",
    ]);
    const whole = planYaml({
      levels: LEVELS,
      units: "units.csv",
      indicators: { rate: { numerator: "n", denominator: "d", target: { "at-least": "50%" } } },
    });
    const other = await checked(lines, { period: "2022", by: "level" }, ROSTER, whole);
    expect(resultOf(other, "rate").numerator).toBe(1);
    expect(resultOf(other, "rate", { level: "xa" })).toMatchObject({
      verdict: "no-data",
      coverage: { missing: expect.arrayContaining([{ unit: "P", periods: ["2022-Q3", "2022-Q4"] }]) as unknown },
    });
  });

  test("a level that an export states is that of its period", async () => {
    const stated = (period: string, level: string) =>
      checked([`${period},P,${level},n,1`, `${period},P,${level},d,2`], { period });
    expect((await stated("2022-Q1", "huyen")).problems.map(({ code }) => code)).not.toContain("level-disagrees");
    expect((await stated("2022-Q3", "xa")).problems.map(({ code }) => code)).not.toContain("level-disagrees");
    expect((await stated("2022-Q3", "huyen")).problems).toMatchObject([{ code: "level-disagrees" }]);
  });
});

test("of a month that a unit has in part nothing is due, and what it reports counts", async () => {
  // Quarters that close on the 14th: the third begins on 15 June, and the districts end within its first month.
  const plan = planYaml({
    year: { label: "2022", starts: "2021-12-15" },
    levels: LEVELS,
    units: "units.csv",
    indicators: {
      levels: { numerator: "n", denominator: "d", target: { huyen: { "at-least": "50%" }, xa: { "at-least": "50%" } } },
    },
  });
  const roster =
    "code,name,level,from,until\nH,Huyện,huyen,,2022-06-30\nP,Thị xã,huyen,,2022-06-30\nP,Phường,xa,2022-07-01,\n";
  const both = (period: string, unit: string) => [`${period},${unit},,n,1`, `${period},${unit},,d,2`];
  const halves = [...both("2022-H1", "H"), ...both("2022-H1", "P"), ...both("2022-Q3", "P")];
  const without = await checked(halves, { period: "2022-Q3" }, roster, plan);
  expect(resultOf(without, "levels", { level: "huyen" })).toMatchObject({ numerator: 2, coverage: { missing: [] } });
  expect(resultOf(without, "levels", { level: "xa" })).toMatchObject({ numerator: 1, coverage: { missing: [] } });
  const late = await checked([...halves, ...both("2022-Q3", "H")], { period: "2022-Q3" }, roster, plan);
  expect(late.problems).toEqual([]);
  expect(resultOf(late, "levels", { level: "huyen" }).numerator).toBe(3);
});

describe("a unit of two terms is two units, one after the other", () => {
  const one = "code,name,level,from,until\nP,Phong,huyen,,2022-Q2\nP,Phong,xa,2022-Q3,\nX,Xã,xa,,\n";
  const two = "code,name,level,from,until\nP1,Phong cũ,huyen,,2022-Q2\nP2,Phong mới,xa,2022-Q3,\nX,Xã,xa,,\n";
  const figures = fc.uniqueArray(
    fc.record({
      period: fc.constantFrom("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"),
      unit: fc.constantFrom("P", "X"),
      measure: fc.constantFrom("n", "d", "opening", "stock", "all"),
      count: fc.integer({ min: 0, max: 40 }),
    }),
    { selector: ({ period, unit, measure }) => period + unit + measure, minLength: 1, maxLength: 30 },
  );

  test("level by level, in every window, whatever is missing", async () => {
    const window = fc.constantFrom("year-to-date", "period");
    const period = fc.constantFrom("2022-Q2", "2022-Q3", "2022-Q4", "2022");
    await fc.assert(
      fc.asyncProperty(figures, window, period, async (rows, mode, asked) => {
        const lines = rows.map(({ period: of, unit, measure, count }) => `${of},${unit},,${measure},${count}`);
        const apart = lines.map((line) => line.replace(/^2022-(Q[12]),P/, "2022-$1,P1").replace(/,P,/, ",P2,"));
        const options = { period: asked, window: mode, keepGoing: true } as const;
        const [whole, split] = [await checked(lines, options, one), await checked(apart, options, two)];
        const figuresOf = ({ results }: typeof whole) =>
          results.map(({ indicator, level, verdict, numerator, denominator, coverage }) => {
            const missing = coverage.missing.flatMap(({ periods }) => periods).sort();
            return { indicator, level, verdict, numerator, denominator, missing };
          });
        const byLevel = (all: ReturnType<typeof figuresOf>) => all.filter(({ level }) => level !== null);
        expect(byLevel(figuresOf(whole))).toEqual(byLevel(figuresOf(split)));
      }),
      { numRuns: 60 },
    );
  });
});
