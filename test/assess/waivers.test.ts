import { describe, expect, test } from "vitest";
import type { Result } from "../../src/index.ts";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import type { FilesRequest } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, ratioPlan } from "../helpers/plan-yaml.ts";

const GRANTED = { indicator: "rate", until: "2022-Q3", reason: "Bão số 4", document: "77/UBND" };

/** Counts n of d by unit, in each of the quarters. */
function quarters(units: Readonly<Record<string, readonly [level: string, n: number, d: number]>>, ...of: number[]) {
  return countsCsv(
    ...(of.length === 0 ? [1, 2, 3, 4] : of).flatMap((q) =>
      Object.entries(units).flatMap(([unit, [level, n, d]]) => [
        `2022-Q${q},${unit},${level},n,${n}`,
        `2022-Q${q},${unit},${level},d,${d}`,
      ]),
    ),
  );
}

async function assessed(
  waivers: readonly object[],
  csv: string,
  request: FilesRequest,
  target: object = { "at-least": "80%" },
) {
  const yaml = ratioPlan(target, { levels: LEVELS, waivers });
  return checkFiles({ "plan.yaml": yaml, "data/counts.csv": csv }, request);
}

function waived({ verdict, flags, waiver }: Result) {
  return { verdict, waived: flags.includes("waived"), without: waiver?.without ?? null };
}

describe("a waiver until the third quarter", () => {
  const csv = quarters({ A: ["tinh", 70, 100] });

  test("flags the miss of that quarter, which no longer decides the exit code", async () => {
    const { summary, exit, problems, ...rest } = await assessed([GRANTED], csv, { period: "2022-Q3" });
    expect(resultOf({ summary, exit, problems, ...rest }, "rate")).toMatchObject({
      verdict: "missed",
      flags: ["interim", "waived"],
      numerator: 210,
      gap: { fixed: 30 },
      waiver: { until: "2022-Q3", reason: "Bão số 4", document: "77/UBND", without: [] },
    });
    expect(summary).toMatchObject({ missed: 1, waived: 1 });
    expect(exit).toEqual({ code: 0, reason: "misses-tolerated" });
    expect(problems).toEqual([]);
  });

  test("not that of the fourth: a plain miss and a warning", async () => {
    const { summary, exit, problems, ...rest } = await assessed([GRANTED], csv, { period: "2022-Q4" });
    expect(resultOf({ summary, exit, problems, ...rest }, "rate")).toMatchObject({ flags: [], waiver: null });
    expect(summary).toMatchObject({ missed: 1, waived: 0 });
    expect(exit.code).toBe(1);
    expect(brief(problems)).toEqual(["warning waiver-expired"]);
    expect(problems[0]?.args).toEqual({
      indicator: "rate",
      level: null,
      unit: null,
      until: "2022-Q3",
      document: "77/UBND",
    });
  });

  test("what is met needs none, and an expired one is then no matter", async () => {
    const met = quarters({ A: ["tinh", 90, 100] });
    const found = await assessed([GRANTED], met, { period: "2022-Q4" });
    expect(resultOf(found, "rate")).toMatchObject({ verdict: "met", flags: [], waiver: null });
    expect(found.problems).toEqual([]);
  });

  test("of two, the one that lasts longer", async () => {
    const longer = { ...GRANTED, until: "2022-Q4", document: "90/UBND" };
    const found = await assessed([GRANTED, longer], csv, { period: "2022-Q4" });
    expect(resultOf(found, "rate").waiver).toMatchObject({ until: "2022-Q4", document: "90/UBND" });
    expect(found.problems).toEqual([]);
  });
});

describe("a waiver of one unit", () => {
  const ofB = { ...GRANTED, unit: "B" };
  const guilty = quarters({ A: ["tinh", 90, 100], B: ["tinh", 30, 100] }, 3);

  test("is of that unit in the breakdown, and no other", async () => {
    const csv = quarters({ A: ["tinh", 70, 100], B: ["tinh", 30, 100] }, 3);
    const found = await assessed([ofB], csv, { period: "2022-Q3", by: "unit" });
    expect(waived(resultOf(found, "rate", { unit: "A", level: "tinh" }))).toEqual({
      verdict: "missed",
      waived: false,
      without: null,
    });
    expect(waived(resultOf(found, "rate", { unit: "B", level: "tinh" }))).toEqual({
      verdict: "missed",
      waived: true,
      without: [],
    });
  });

  test("waives the miss of the whole where the others meet the target; its figures stay in the sums", async () => {
    const found = await assessed([ofB], guilty, { period: "2022-Q3" });
    expect(resultOf(found, "rate")).toMatchObject({ numerator: 120, denominator: 200, percent: "60.00" });
    expect(waived(resultOf(found, "rate"))).toEqual({
      verdict: "missed",
      waived: true,
      without: [{ level: null, unit: "B" }],
    });
    expect(found.exit.code).toBe(0);
  });

  test("leaves the miss of the whole where the others miss it as well", async () => {
    const csv = quarters({ A: ["tinh", 79, 100], B: ["tinh", 30, 100] }, 3);
    const found = await assessed([ofB], csv, { period: "2022-Q3" });
    expect(waived(resultOf(found, "rate"))).toEqual({ verdict: "missed", waived: false, without: null });
    expect(found.exit.code).toBe(1);
    expect(found.problems).toEqual([]);
  });

  test("expired, it warns where it would have waived the whole", async () => {
    const found = await assessed([{ ...ofB, until: "2022-Q2" }], guilty, { period: "2022-Q3" });
    expect(found.exit.code).toBe(1);
    expect(found.problems).toMatchObject([{ code: "waiver-expired", args: { unit: "B", until: "2022-Q2" } }]);
  });

  test("two units, each by its own decision, together", async () => {
    const csv = quarters({ A: ["tinh", 90, 100], B: ["tinh", 30, 100], C: ["xa", 10, 100] }, 3);
    const ofC = { ...GRANTED, unit: "C", until: "2022-Q4", reason: "Chuyển hệ thống", document: "81/UBND" };
    const one = await assessed([ofB], csv, { period: "2022-Q3" });
    expect(resultOf(one, "rate").waiver).toBeNull();
    const both = await assessed([ofB, ofC], csv, { period: "2022-Q3" });
    expect(resultOf(both, "rate").waiver).toEqual({
      until: "2022-Q3",
      reason: "Bão số 4; Chuyển hệ thống",
      document: "77/UBND; 81/UBND",
      without: [
        { level: null, unit: "B" },
        { level: null, unit: "C" },
      ],
    });
  });

  test("with a target of its own, that target", async () => {
    const target = { "at-least": "50%", units: { B: { "at-least": "80%" } } };
    const found = await assessed([ofB], guilty, { period: "2022-Q3" }, target);
    expect(waived(resultOf(found, "rate", { unit: "B" }))).toMatchObject({ waived: true, without: [] });
  });

  test("does not help where what the others add up to is a count", async () => {
    const csv = quarters({ A: ["tinh", 40, 100], B: ["tinh", 30, 100] }, 3);
    const yaml = ratioPlan(
      {},
      {
        indicator: { numerator: undefined, denominator: undefined, value: "n", target: { "at-least": 100 } },
        waivers: [ofB],
      },
    );
    const found = await checkFiles({ "plan.yaml": yaml, "data/counts.csv": csv }, { period: "2022-Q3" });
    expect(waived(resultOf(found, "rate"))).toMatchObject({ verdict: "missed", waived: false });
  });
});

describe("a waiver of one level", () => {
  const ofXa = { ...GRANTED, level: "xa" };
  const csv = quarters({ A: ["tinh", 90, 100], C: ["xa", 50, 100] }, 3);

  test("is of that level's target", async () => {
    const target = { tinh: { "at-least": "95%" }, xa: { "at-least": "80%" } };
    const found = await assessed([ofXa], csv, { period: "2022-Q3" }, target);
    expect(waived(resultOf(found, "rate", { level: "tinh" }))).toMatchObject({ verdict: "missed", waived: false });
    expect(waived(resultOf(found, "rate", { level: "xa" }))).toMatchObject({
      verdict: "missed",
      waived: true,
      without: [],
    });
    expect(found.exit.code).toBe(1);
  });

  test("is of its units, and of the whole where the other levels meet the target", async () => {
    const found = await assessed([ofXa], csv, { period: "2022-Q3", by: "unit" });
    expect(waived(resultOf(found, "rate", { unit: "C", level: "xa" }))).toMatchObject({ waived: true, without: [] });
    expect(waived(resultOf(found, "rate"))).toMatchObject({ waived: true, without: [{ level: "xa", unit: null }] });
  });

  test("is of a unit as long as it is of that level", async () => {
    const roster = "code,name,level,from,until\nA,Sở,tinh,,\nT,Thị trấn,huyen,,2022-06-30\nT,Phường,xa,2022-07-01,\n";
    const plan = (level: string) =>
      ratioPlan(
        { "at-least": "80%", units: { T: { "at-least": "80%" } } },
        { levels: LEVELS, units: "units.csv", waivers: [{ ...GRANTED, until: "2022-Q4", level }] },
      );
    const ofPeriod = async (level: string, period: string, window: "period" | "year-to-date" = "period") => {
      const files = {
        "plan.yaml": plan(level),
        "units.csv": roster,
        "data/counts.csv": quarters({ A: ["", 90, 100], T: ["", 50, 100] }, 1, 2, 3),
      };
      const found = await checkFiles(files, { period, window });
      return [resultOf(found, "rate"), resultOf(found, "rate", { unit: "T" })].map(({ flags }) =>
        flags.includes("waived"),
      );
    };
    expect(await ofPeriod("xa", "2022-Q1")).toEqual([false, false]);
    expect(await ofPeriod("huyen", "2022-Q1")).toEqual([true, true]);
    expect(await ofPeriod("xa", "2022-Q3")).toEqual([true, true]);
    expect(await ofPeriod("huyen", "2022-Q3")).toEqual([false, false]);
    // Of the year up to the third quarter it was of two levels, and neither waiver is of all of it.
    expect(await ofPeriod("xa", "2022-Q3", "year-to-date")).toEqual([false, false]);
  });

  test("figures of levels as wholes are theirs", async () => {
    const wholes = countsCsv("2022-Q3,,tinh,n,90", "2022-Q3,,tinh,d,100", "2022-Q3,,xa,n,50", "2022-Q3,,xa,d,100");
    const found = await assessed([ofXa], wholes, { period: "2022-Q3" });
    expect(waived(resultOf(found, "rate"))).toMatchObject({ waived: true, without: [{ level: "xa", unit: null }] });
  });
});
