import { describe, expect, test } from "vitest";
import { checkFiles, resultOf } from "../helpers/check-files.ts";
import { countPlan, countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";

describe("how a measure runs through the year", () => {
  const csv = countsCsv("2022-Q1,A,,n,5", "2022-Q2,A,,n,7", "2022-Q3,A,,n,4");

  test.each([
    ["sum", { period: "2022-Q3" }, 16],
    ["sum", { period: "2022-Q2" }, 12],
    ["sum", { period: "2022-Q2", window: "period" }, 7],
    ["first", { period: "2022-Q3" }, 5],
    ["first", { period: "2022-Q3", window: "period" }, 4],
    ["last", { period: "2022-Q3" }, 4],
    ["last", { period: "2022-Q1" }, 5],
    ["last", { period: "2022-H1" }, 7],
  ] as const)("%s with %j", async (accumulate, request, value) => {
    const plan = countPlan({ "at-least": "1" }, { measures: { n: { accumulate } } });
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv }, request);
    expect(resultOf(assessment, "count")).toMatchObject({ verdict: "met", value, coverage: { missing: [] } });
  });

  test("a stock is never carried forward: without the final period there is none", async () => {
    const plan = countPlan({ "at-least": "1" }, { measures: { n: { accumulate: "last" } } });
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv }, { period: "2022-Q4" });
    expect(resultOf(assessment, "count")).toMatchObject({
      verdict: "no-data",
      reason: "not-reported",
      value: null,
      coverage: { missing: [{ unit: "A", periods: ["2022-Q4"] }] },
    });
  });

  test("an opening balance is never taken from a later period", async () => {
    const plan = countPlan({ "at-least": "1" }, { measures: { n: { accumulate: "first" } } });
    const late = countsCsv("2022-Q2,A,,n,7");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": late });
    expect(resultOf(assessment, "count")).toMatchObject({ verdict: "no-data", reason: "not-reported" });
  });

  test("an opening balance and a flow together, as dossiers carried over and received", async () => {
    const plan = ratioPlan(
      { "at-least": "50%" },
      {
        measures: { n: {}, carried: { accumulate: "first" }, received: {} },
        indicator: { denominator: "carried + received" },
      },
    );
    const data = countsCsv(
      ...["2022-Q1,A,,carried,4", "2022-Q1,A,,received,6", "2022-Q1,A,,n,5"],
      ...["2022-Q2,A,,carried,5", "2022-Q2,A,,received,10", "2022-Q2,A,,n,10"],
    );
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": data });
    expect(resultOf(assessment, "rate")).toMatchObject({
      numerator: 15,
      denominator: 20,
      formula: { values: { n: 15, carried: 4, received: 16 } },
    });
  });

  test("a unit without the final stock brings nothing, and is listed", async () => {
    const plan = ratioPlan(
      { "at-least": "50%" },
      { measures: { n: { accumulate: "last" }, d: { accumulate: "last" } } },
    );
    const data = countsCsv(
      ...["2022-Q1,A,,n,1", "2022-Q1,A,,d,2", "2022-Q2,A,,n,2", "2022-Q2,A,,d,2"],
      ...["2022-Q1,B,,n,0", "2022-Q1,B,,d,9"],
    );
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": data });
    expect(resultOf(assessment, "rate")).toMatchObject({
      numerator: 2,
      denominator: 2,
      flags: ["provisional", "interim"],
      coverage: { missing: [{ unit: "B", periods: ["2022-Q2"] }] },
    });
  });
});

describe("distinct", () => {
  const plan = ratioPlan(
    { "at-least": "70%" },
    {
      measures: { n: { accumulate: "distinct", within: "d" }, d: { accumulate: "last" } },
    },
  );
  const keyed = (...lines: string[]) => `${["period,unit,level,measure,count,key", ...lines].join("\n")}\n`;

  test("a plain count serves where one period covers the window", async () => {
    const csv = countsCsv("2022,,,n,367", "2022,,,d,814");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "missed", numerator: 367, percent: "45.09" });
  });

  test("several plain counts cannot be added up", async () => {
    const csv = countsCsv("2022-H1,,,n,3", "2022-H1,,,d,5", "2022-H2,,,n,4", "2022-H2,,,d,5");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({
      verdict: "no-data",
      reason: "keys-needed",
      numerator: null,
      percent: null,
    });
    expect(assessment.exit.code).toBe(4);
  });

  test("with keys, what comes in two quarters counts once", async () => {
    const csv = keyed(
      ...["2022-Q1,A,,n,1,x", "2022-Q1,A,,n,1,y", "2022-Q2,A,,n,1,x"],
      ...["x", "y", "z"].flatMap((key) => [`2022-Q1,A,,d,1,${key}`, `2022-Q2,A,,d,1,${key}`]),
    );
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 2, denominator: 3, verdict: "missed" });
  });

  test("a key is unit and key together", async () => {
    const csv = keyed(...["A", "B"].flatMap((unit) => [`2022,${unit},,n,1,x`, `2022,${unit},,d,1,x`]));
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 2, denominator: 2, verdict: "met" });
  });

  test("only keys that the final stock still holds count", async () => {
    const csv = keyed(
      ...["2022-Q1,A,,n,1,x", "2022-Q1,A,,n,1,gone", "2022-Q2,A,,n,1,y"],
      ...["x", "y", "z", "gone"].map((key) => `2022-Q1,A,,d,1,${key}`),
      ...["x", "y", "z"].map((key) => `2022-Q2,A,,d,1,${key}`),
    );
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 2, denominator: 3 });
  });
});

describe("services of a source, over the quarters of a year", () => {
  const source = `
format: chitieu/source@1
id: services
rows: record
columns:
  unit: { header: [Cơ quan] }
  code: { header: [Mã DVC] }
  degree: { header: [Mức độ], values: { "3": ["3", Mức 3], "4": ["4", Mức 4] } }
  dossiers: { header: [Hồ sơ trực tuyến], type: count }
key: [unit, code]
measures:
  services.level3: { distinct: code, where: { degree: "3" } }
  services.level4: { distinct: code, where: { degree: "4" } }
  services.level3_used: { distinct: code, where: { degree: "3", dossiers: { more-than: 0 } } }
  services.level4_used: { distinct: code, where: { degree: "4", dossiers: { more-than: 0 } } }
`;
  const plan = ratioPlan(
    { "at-least": "70%" },
    {
      measures: {
        "services.level3": { accumulate: "last" },
        "services.level3_used": { accumulate: "distinct", within: "services.level3" },
      },
      indicator: { numerator: "services.level3_used", denominator: "services.level3" },
    },
  );
  const quarter = (...rows: string[]) => ["Cơ quan;Mã DVC;Mức độ;Hồ sơ trực tuyến", ...rows, ""].join("\r\n");
  const files = {
    "plan.yaml": plan,
    "services.yaml": source,
    "data/2022-Q1/dvc.csv": quarter("A;x;3;5", "A;y;3;0", "A;risen;3;9", "B;x;3;0"),
    "data/2022-Q2/dvc.csv": quarter("A;x;Mức 3;1", "A;y;3;2", "A;risen;4;0", "B;x;3;0"),
  };

  test("one that comes twice counts once, and one that rose to degree 4 for neither side", async () => {
    const assessment = await checkFiles(files, { sources: ["services.yaml"] });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "missed", numerator: 2, denominator: 3 });
    expect(assessment.problems).toEqual([]);
  });

  test("before it rose, it counted", async () => {
    const assessment = await checkFiles(files, { sources: ["services.yaml"], period: "2022-Q1" });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "missed", numerator: 2, denominator: 4 });
  });

  test("the quarter alone", async () => {
    const assessment = await checkFiles(files, { sources: ["services.yaml"], period: "2022-Q2", window: "period" });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 2, denominator: 3 });
  });
});
