import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionsOf } from "../../src/assess/contributions.ts";
import { calculate } from "../../src/check.ts";
import type { Calculation } from "../../src/check.ts";
import { loadPlan } from "../../src/index.ts";
import type { Contribution, Result } from "../../src/index.ts";
import { inFolder } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, planYaml } from "../helpers/plan-yaml.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

const PLAN = planYaml({
  levels: LEVELS,
  measures: {
    n: {},
    d: {},
    opening: { accumulate: "first" },
    stock: { accumulate: "last" },
    services: { accumulate: "last" },
    used: { accumulate: "distinct", within: "services" },
    fixed: { constant: 2 },
  },
  indicators: {
    rate: { numerator: "n", denominator: "d + opening - fixed", target: { "at-least": "70%" }, "over-100": true },
    stock: { numerator: "stock", denominator: "stock + n + 10", target: { "more-than": "50%" } },
    opening: { value: "opening + d", target: { "at-least": 3 } },
    used: { numerator: "used", denominator: "services", target: { "at-least": "70%" } },
    levels: {
      numerator: "n",
      denominator: "d",
      target: { tinh: { "at-least": "95%" }, xa: { "at-least": "80%" } },
      applies: { from: "2022-Q2" },
      "over-100": true,
    },
  },
});

/** For every result with sums: the formula over its contributions is what the result says. */
function expectAddedUp({ assessment, plan, ...rest }: Calculation): void {
  const contributions = contributionsOf({ plan, ...rest });
  for (const result of assessment.results) {
    const found = (contributions.get(result.indicator) ?? []).filter((one) => isOf(one, result, rest.tally.units));
    if (result.verdict === "not-applicable" || result.verdict === "invalid") continue;
    if (result.numerator === null && result.value === null) {
      if (result.reason === "not-reported") expect(found).toEqual([]);
      continue;
    }
    for (const [measure, value] of Object.entries(result.formula.values)) {
      const { constant, accumulate } = plan.measures[measure] ?? {};
      if (constant !== null) continue;
      const sum = found.reduce((total, one) => total + (one.measure === measure ? one.count : 0), 0);
      if (accumulate === "distinct") expect(sum).toBeGreaterThanOrEqual(value);
      else expect([result.indicator, measure, sum]).toEqual([result.indicator, measure, value]);
    }
  }
}

function isOf({ unit, level }: Contribution, scope: Result, units: Calculation["tally"]["units"]): boolean {
  return scope.level === null || (unit === null ? level : units.get(unit)?.level) === scope.level;
}

const figures = fc.uniqueArray(
  fc.record({
    period: fc.constantFrom("2022-Q1", "2022-Q2", "2022-Q3"),
    unit: fc.constantFrom("A", "B", "C"),
    measure: fc.constantFrom("n", "d", "opening", "stock"),
    count: fc.integer({ min: 0, max: 50 }),
  }),
  { selector: ({ period, unit, measure }) => period + unit + measure, minLength: 1, maxLength: 36 },
);

describe("the figures behind a result", () => {
  test("add up to it, whatever is missing", async () => {
    await inFolder({ "plan.yaml": PLAN }, async (cwd) => {
      const plan = await loadPlan("plan.yaml", { cwd });
      await fc.assert(
        fc.asyncProperty(figures, fc.constantFrom("year-to-date", "period"), async (rows, window) => {
          const level = { A: "tinh", B: "xa", C: "xa" } as const;
          const lines = rows.map(({ period, unit, measure, count }) => {
            return `${period},${unit},${level[unit]},${measure},${count}`;
          });
          const readStandardInput = () => Promise.resolve(Buffer.from(countsCsv(...lines)));
          expectAddedUp(await calculate({ plan, data: ["-"], readStandardInput, window, keepGoing: true }));
        }),
      );
    });
  });

  test("add up in the sample year and in each of its quarters", async () => {
    const plan = await loadPlan("thua-thien-hue-2022");
    for (const period of [null, "2022-Q1", "2022-Q2", "2022-Q3"]) {
      for (const window of ["year-to-date", "period"] as const) {
        expectAddedUp(
          await calculate({ plan, data: ["fixtures/thua-thien-hue-2022"], cwd: ROOT, period, window, digests: false }),
        );
      }
    }
  });

  test("are not what lacks its other side, and name the first row", async () => {
    const csv = countsCsv("2022-Q1,A,tinh,n,1", "2022-Q1,A,tinh,d,2", "2022-Q1,A,tinh,opening,1", "2022-Q2,A,tinh,n,4");
    await inFolder({ "plan.yaml": PLAN, "c.csv": csv }, async (cwd) => {
      const found = await calculate({ plan: await loadPlan("plan.yaml", { cwd }), data: ["c.csv"], cwd });
      const rate = contributionsOf(found).get("rate") ?? [];
      expect(rate.map(({ measure, period, count }) => [measure, period, count])).toEqual([
        ["n", "2022-Q1", 1],
        ["d", "2022-Q1", 2],
        ["opening", "2022-Q1", 1],
      ]);
      expect(rate[0]?.at).toMatchObject({ in: "text", file: "c.csv", line: 2, column: 1, field: null });
    });
  });

  test("say whether a row states them, or the file speaks for all", async () => {
    const plan = await loadPlan("thua-thien-hue-2022");
    const data = ["fixtures/thua-thien-hue-2022"];
    const all = [...contributionsOf(await calculate({ plan, data, cwd: ROOT, digests: false })).values()].flat();
    const unstated = all.filter(({ stated }) => !stated);
    expect(unstated.length).toBeGreaterThan(0);
    expect(unstated.filter(({ count }) => count !== 0)).toEqual([]);
    expect(all.some(({ stated, count }) => stated && count > 0)).toBe(true);
  });
});
