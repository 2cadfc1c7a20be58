import { describe, expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, planYaml, ratioPlan } from "../helpers/plan-yaml.ts";

const AT_LEAST_HALF = { "at-least": "50%" };

/** Lines of n and d for a unit and a period. */
function pair(period: string, unit: string, n: number, d: number): string[] {
  return [`${period},${unit},,n,${n}`, `${period},${unit},,d,${d}`];
}

describe("no data", () => {
  test("nothing arose: neither met nor missed, and nothing assessed is not green", async () => {
    const csv = countsCsv("2022-Q1,,,n,0", "2022-Q1,,,d,0");
    const assessment = await checkFiles({ "plan.yaml": ratioPlan(AT_LEAST_HALF), "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      verdict: "no-data",
      reason: "none-arising",
      numerator: 0,
      denominator: 0,
      percent: null,
      gap: null,
      flags: [],
    });
    expect(assessment.exit).toEqual({ code: 4, reason: "nothing-assessed" });
  });

  test("zero is not missing", async () => {
    const csv = countsCsv("2022-Q1,,,n,0", "2022-Q1,,,d,5");
    const assessment = await checkFiles({ "plan.yaml": ratioPlan(AT_LEAST_HALF), "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "missed", percent: "0.00", numerator: 0 });
  });

  test("missing is not zero: a numerator without its denominator is not reported", async () => {
    const csv = countsCsv("2022-Q1,,,n,3");
    const assessment = await checkFiles({ "plan.yaml": ratioPlan(AT_LEAST_HALF), "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      verdict: "no-data",
      reason: "not-reported",
      numerator: null,
      denominator: null,
      formula: { values: {} },
    });
  });

  test("an indicator that nobody reports does not hide one that is met", async () => {
    const plan = planYaml({
      measures: { n: {}, d: {}, m: {} },
      indicators: {
        rate: { numerator: "n", denominator: "d", target: AT_LEAST_HALF },
        other: { numerator: "m", denominator: "d", target: AT_LEAST_HALF },
      },
    });
    const files = { "plan.yaml": plan, "data/counts.csv": countsCsv("2022,,,n,1", "2022,,,d,2") };
    expect((await checkFiles(files)).exit).toEqual({ code: 0, reason: "none-missed" });
    expect((await checkFiles(files, { failOn: "no-data" })).exit).toEqual({ code: 4, reason: "no-data" });
  });
});

describe("a quarter that a unit did not report", () => {
  const csv = countsCsv(
    ...pair("2022-Q1", "A", 1, 2),
    ...pair("2022-Q2", "A", 1, 2),
    ...pair("2022-Q1", "B", 3, 4),
    ...pair("2022-Q3", "A", 1, 2),
    ...pair("2022-Q3", "B", 3, 4),
  );
  const files = { "plan.yaml": ratioPlan(AT_LEAST_HALF), "data/counts.csv": csv };

  test("is listed, the reported ones stay in the sums, and the result is provisional", async () => {
    expect(resultOf(await checkFiles(files), "rate")).toMatchObject({
      verdict: "met",
      flags: ["provisional", "interim"],
      numerator: 9,
      denominator: 14,
      coverage: { basis: "reporters", expected: 2, reported: 1, missing: [{ unit: "B", periods: ["2022-Q2"] }] },
    });
  });

  test("allows no verdict where the user refuses incomplete ones", async () => {
    const assessment = await checkFiles(files, { incomplete: "no-data" });
    expect(resultOf(assessment, "rate")).toMatchObject({
      verdict: "no-data",
      reason: "incomplete",
      flags: [],
      numerator: 9,
      denominator: 14,
      percent: null,
    });
    expect(assessment.exit.code).toBe(4);
  });

  test("refusing incomplete verdicts leaves complete ones alone", async () => {
    const assessment = await checkFiles(files, { incomplete: "no-data", period: "2022-Q1" });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "met", reason: null });
  });

  test("does not concern an earlier window", async () => {
    expect(resultOf(await checkFiles(files, { period: "2022-Q1" }), "rate")).toMatchObject({
      numerator: 4,
      denominator: 6,
      flags: ["interim"],
      coverage: { expected: 2, reported: 2, missing: [] },
    });
  });

  test("concerns a window of that quarter alone", async () => {
    expect(resultOf(await checkFiles(files, { period: "2022-Q2", window: "period" }), "rate")).toMatchObject({
      numerator: 1,
      denominator: 2,
      coverage: { missing: [{ unit: "B", periods: ["2022-Q2"] }] },
    });
  });

  test("is named by its months where months are reported", async () => {
    const months = countsCsv(...pair("2022-01", "A", 1, 2), ...pair("2022-03", "A", 1, 2));
    const assessment = await checkFiles({ ...files, "data/counts.csv": months });
    expect(resultOf(assessment, "rate").coverage.missing).toEqual([{ unit: "A", periods: ["2022-02"] }]);
  });
});

describe("pairing: a period of a unit enters both sides or neither", () => {
  const csv = countsCsv(
    ...pair("2022-Q1", "A", 9, 10),
    "2022-Q1,B,,d,1000",
    ...pair("2022-Q2", "A", 9, 10),
    ...pair("2022-Q2", "B", 5, 10),
  );

  test("a denominator without its numerator stays out, and is listed", async () => {
    const assessment = await checkFiles({ "plan.yaml": ratioPlan(AT_LEAST_HALF), "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      verdict: "met",
      numerator: 23,
      denominator: 30,
      flags: ["provisional", "interim"],
      coverage: { expected: 2, reported: 1, missing: [{ unit: "B", periods: ["2022-Q1"] }] },
    });
  });

  test("another indicator of the same measure keeps it", async () => {
    const plan = planYaml({
      indicators: {
        rate: { numerator: "n", denominator: "d", target: AT_LEAST_HALF },
        total: { value: "d", target: { "at-least": "1000" } },
      },
    });
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "total")).toMatchObject({ verdict: "met", value: 1030, coverage: { missing: [] } });
  });

  test("a half-year of one side is completed by two quarters of the other", async () => {
    const mixed = countsCsv("2022-H1,A,,n,10", "2022-Q1,A,,d,8", "2022-Q2,A,,d,8");
    const assessment = await checkFiles({ "plan.yaml": ratioPlan(AT_LEAST_HALF), "data/counts.csv": mixed });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 10, denominator: 16, coverage: { missing: [] } });
  });

  test("a half-year of one side is not completed by one quarter of the other", async () => {
    const mixed = countsCsv("2022-H1,A,,n,10", "2022-Q1,A,,d,8", ...pair("2022-H1", "B", 1, 2));
    const assessment = await checkFiles(
      { "plan.yaml": ratioPlan(AT_LEAST_HALF), "data/counts.csv": mixed },
      { period: "2022-H1" },
    );
    expect(resultOf(assessment, "rate")).toMatchObject({
      numerator: 1,
      denominator: 2,
      coverage: { missing: [{ unit: "A", periods: ["2022-Q1", "2022-Q2"] }] },
    });
  });
});

describe("who is expected", () => {
  const roster = "code,name,level,aliases\nA,Sở A,tinh,\nB,Huyện B,huyen,\nC,Xã C,xa,\n";
  const plan = (indicator: object = {}) => ratioPlan(AT_LEAST_HALF, { levels: LEVELS, units: "units.csv", indicator });

  test("everyone on the roster, whether heard of or not", async () => {
    const csv = countsCsv(...pair("2022-Q1", "A", 1, 2), ...pair("2022-Q1", "B", 1, 2));
    const assessment = await checkFiles({ "plan.yaml": plan(), "units.csv": roster, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      flags: ["provisional", "interim"],
      coverage: { basis: "roster", expected: 3, reported: 2, missing: [{ unit: "C", periods: ["2022-Q1"] }] },
    });
  });

  test("of the roster only those to whom the indicator applies", async () => {
    const csv = countsCsv(...pair("2022-Q1", "A", 1, 2), ...pair("2022-Q1", "B", 1, 4), ...pair("2022-Q1", "C", 9, 9));
    const files = { "units.csv": roster, "data/counts.csv": csv };
    const byLevel = await checkFiles({ ...files, "plan.yaml": plan({ applies: { levels: ["tinh", "huyen"] } }) });
    expect(resultOf(byLevel, "rate")).toMatchObject({
      numerator: 2,
      denominator: 6,
      coverage: { expected: 2, reported: 2, missing: [] },
    });
    const byUnit = await checkFiles({ ...files, "plan.yaml": plan({ applies: { units: ["C"] } }) });
    expect(resultOf(byUnit, "rate")).toMatchObject({ numerator: 9, denominator: 9, coverage: { expected: 1 } });
  });

  test("one beyond the roster is warned of, and counts", async () => {
    const csv = countsCsv(...["A", "B", "C", "Đ"].flatMap((unit) => pair("2022-Q1", unit, 1, 2)));
    const assessment = await checkFiles({ "plan.yaml": plan(), "units.csv": roster, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 4, denominator: 8 });
    expect(assessment.problems).toMatchObject([{ code: "unit-unknown", severity: "warning", args: { text: "Đ" } }]);
  });

  test("one beyond the roster is not expected, and is not missing", async () => {
    const csv = countsCsv(
      ...["A", "B", "C", "Đ"].flatMap((unit) => pair("2022-Q1", unit, 1, 2)),
      ...["A", "B", "C"].flatMap((unit) => pair("2022-Q2", unit, 1, 2)),
    );
    const assessment = await checkFiles({ "plan.yaml": plan(), "units.csv": roster, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      numerator: 7,
      coverage: { basis: "roster", expected: 3, reported: 3, missing: [] },
    });
  });

  test("nobody but the whole, where only the whole reports", async () => {
    const csv = countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,2");
    const assessment = await checkFiles({ "plan.yaml": plan(), "units.csv": roster, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate").coverage).toEqual({ basis: "whole", expected: 1, reported: 1, missing: [] });
  });
});

describe("outside its scope an indicator is not applicable", () => {
  const csv = countsCsv(...["2022-Q1", "2022-Q2", "2022-Q3"].flatMap((period, i) => pair(period, "A", i + 1, 10)));
  const rate = async (applies: object, period: string) => {
    const plan = ratioPlan(AT_LEAST_HALF, { indicator: { applies } });
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv }, { period });
    return { ...resultOf(assessment, "rate"), assessment };
  };

  test("before it begins", async () => {
    const { verdict, reason, numerator, assessment } = await rate({ from: "2022-Q2" }, "2022-Q1");
    expect({ verdict, reason, numerator }).toEqual({
      verdict: "not-applicable",
      reason: "outside-scope",
      numerator: null,
    });
    expect(assessment.summary).toMatchObject({ met: 0, missed: 0, "no-data": 0, "not-applicable": 1 });
    expect(assessment.exit).toEqual({ code: 4, reason: "nothing-assessed" });
  });

  test("counts from before it begins stay out of the sums and of coverage", async () => {
    expect(await rate({ from: "2022-Q2" }, "2022-Q3")).toMatchObject({
      numerator: 5,
      denominator: 20,
      coverage: { missing: [] },
    });
  });

  test("counts from after it ends stay out", async () => {
    expect(await rate({ until: "2022-Q2" }, "2022-Q3")).toMatchObject({ numerator: 3, denominator: 20 });
  });

  test("after it has ended, in a window of a later period alone", async () => {
    const plan = ratioPlan(AT_LEAST_HALF, { indicator: { applies: { until: "2022-Q2" } } });
    const files = { "plan.yaml": plan, "data/counts.csv": csv };
    const assessment = await checkFiles(files, { period: "2022-Q3", window: "period" });
    expect(resultOf(assessment, "rate").verdict).toBe("not-applicable");
  });
});

describe("windows", () => {
  const files = {
    "plan.yaml": ratioPlan(AT_LEAST_HALF),
    "data/counts.csv": countsCsv(...pair("2022-Q1", "A", 1, 10), ...pair("2022-Q2", "A", 9, 10)),
  };

  test("the year to date, up to the latest period with data", async () => {
    const assessment = await checkFiles(files);
    expect(assessment).toMatchObject({ period: "2022-Q2", periodAsked: false, window: ["2022-Q1", "2022-Q2"] });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 10, denominator: 20, verdict: "met" });
  });

  test.each([[["2022-H1", "2022-Q2"]], [["2022-Q2", "2022-H1"]]])(
    "the shortest of the latest that end together: %j",
    async ([one = "", other = ""]) => {
      const csv = countsCsv(...pair(one, "A", 1, 10), ...pair(other, "B", 9, 10));
      expect((await checkFiles({ ...files, "data/counts.csv": csv })).period).toBe("2022-Q2");
    },
  );

  test("the period alone", async () => {
    const assessment = await checkFiles(files, { window: "period", period: "2022-Q1" });
    expect(assessment).toMatchObject({ period: "2022-Q1", periodAsked: true, window: ["2022-Q1"] });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 1, denominator: 10, verdict: "missed" });
  });

  test("a period without data, while others have some, is warned of", async () => {
    const { problems, exit } = await checkFiles(
      { ...files, "data/counts.csv": countsCsv(...pair("2022-Q3", "A", 1, 2)) },
      { period: "2022-Q2" },
    );
    expect(problems).toMatchObject([
      { code: "nothing-in-window", severity: "warning", args: { period: "2022-Q2", periods: ["2022-Q3"] } },
    ]);
    expect(exit.code).toBe(4);
  });

  test("data of another year alone are warned of", async () => {
    const csv = countsCsv(...pair("2021-Q4", "A", 9, 10));
    const { problems, exit, period } = await checkFiles({ ...files, "data/counts.csv": csv });
    expect(problems).toMatchObject([
      { code: "nothing-in-window", args: { period: "2022", periods: ["2021-Q4"] } },
      { code: "other-year", severity: "warning", args: { period: "2021-Q4", year: "2022" }, rows: 2 },
    ]);
    expect({ period, code: exit.code }).toEqual({ period: null, code: 4 });
  });

  test("figures of another year are no data of this one", async () => {
    const csv = countsCsv(...pair("2021-Q4", "A", 9, 10), ...pair("2022-Q1", "A", 1, 10));
    const assessment = await checkFiles({ ...files, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 1, denominator: 10 });
    expect(brief(assessment.problems)).toEqual(["warning other-year data/counts.csv:2:1"]);
    await expect(checkFiles(files, { period: "2021-Q4" })).rejects.toMatchObject({
      problems: [{ code: "period-of-other-year", args: { period: "2021-Q4", year: "2022" } }],
    });
  });
});

describe("flags that decide nothing", () => {
  test("a denominator below the plan's base", async () => {
    const plan = ratioPlan(AT_LEAST_HALF, { indicator: { "low-base": 30 } });
    const flags = async (d: number) => {
      const csv = countsCsv("2022,,,n,29", `2022,,,d,${d}`);
      return resultOf(await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv }), "rate").flags;
    };
    expect(await flags(29)).toEqual(["low-base"]);
    expect(await flags(30)).toEqual([]);
  });

  test("an advisory miss stays a miss, and the exit code is 0", async () => {
    const plan = ratioPlan(AT_LEAST_HALF, { indicator: { advisory: true } });
    const csv = countsCsv("2022,,,n,1", "2022,,,d,10");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "missed", flags: ["advisory"] });
    expect(assessment.summary.missed).toBe(1);
    expect(assessment.exit.code).toBe(0);
  });
});
