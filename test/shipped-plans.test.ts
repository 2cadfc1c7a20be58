import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check, loadPlan, shippedPlanIds } from "../src/index.ts";
import type { Plan } from "../src/index.ts";
import { shippedSources } from "../src/load.ts";

/** What comes out of the fixture of each plan, in figures that are made up. */
const EXPECTED = {
  "national-digital-transformation-2025": [
    "services-level4 799/1000 missed",
    "work-files bo 90000/100000 met",
    "work-files tinh 44999/50000 missed",
    "work-files huyen 8000/10000 met",
    "work-files xa 601/1000 met",
  ],
  "gia-lai-2023": [
    "services-used 4/5 met",
    "online-dossiers 249/500 missed",
    "work-files tinh 5000/5000 met",
    "work-files huyen 899/1000 missed",
    "work-files xa 700/1000 missed",
    "open-data 1/5 met",
    "index-rank 31 missed",
  ],
  "example-two-levels-2025": [
    "full-services 5/6 met",
    "services-used 4/5 met",
    "full-online-dossiers tinh 1035/1270 met",
    "full-online-dossiers huyen 705/1000 met",
    "full-online-dossiers xa 455/700 met",
    "work-files tinh 2579/2580 missed",
    "work-files xa 883/1100 met",
  ],
} as const;

async function outcome(id: string, period: string | null = null) {
  const assessment = await check({ plan: await loadPlan(id), data: [`fixtures/${id}`], period });
  const lines = assessment.results.map(({ indicator, level, numerator, denominator, value, verdict }) =>
    [indicator, level, value ?? `${numerator}/${denominator}`, verdict].filter((word) => word !== null).join(" "),
  );
  return { ...assessment, lines };
}

describe.each(Object.entries(EXPECTED))("%s", (id, expected) => {
  test("its fixture comes out as expected, without a problem and with nobody missing", async () => {
    const { lines, problems, results } = await outcome(id);
    expect(lines).toEqual(expected);
    expect(problems).toEqual([]);
    expect(results.flatMap(({ coverage }) => coverage.missing)).toEqual([]);
  });

  test("the figures say that they are made up", () => {
    expect(readFileSync(`fixtures/${id}/README.md`, "utf8")).toMatch(/figures.* made up/);
  });
});

test("the example: before the district level ended, its agencies are in every sum", async () => {
  const { lines, problems } = await outcome("example-two-levels-2025", "2025-Q2");
  expect(problems).toEqual([]);
  expect(lines).toEqual([
    "full-services 6/7 met",
    "services-used 7/7 met",
    "full-online-dossiers tinh 670/820 met",
    "full-online-dossiers huyen 705/1000 met",
    "full-online-dossiers xa 200/300 met",
    "work-files tinh 1630/1630 met",
    "work-files xa 481/600 met",
  ]);
});

test("the example: after the district level ended, a target for it alone is not applicable", async () => {
  const plan = await loadPlan("example-two-levels-2025");
  const data = ["fixtures/example-two-levels-2025"];
  const { results } = await check({ plan, data, period: "2025-Q3", window: "period" });
  expect(results.find(({ level }) => level === "huyen")).toMatchObject({ verdict: "not-applicable" });
});

describe("every shipped plan", async () => {
  const plans = await Promise.all(shippedPlanIds.map(async (id) => loadPlan(id)));
  const supplied = new Set((await shippedSources()).flatMap(({ measures }) => Object.keys(measures)));
  const byHand = (plan: Plan) =>
    Object.keys(plan.measures).filter((measure) => !supplied.has(measure) && plan.measures[measure]?.constant === null);

  test("is one of those in targets/", () => {
    const files = readdirSync("targets").filter((file) => file.endsWith(".yaml"));
    expect(plans.map(({ id }) => `${id}.yaml`).sort()).toEqual(files.sort());
  });

  test.each(plans.map((plan) => [plan.id, plan] as const))(
    "%s: both languages, and a word on each formula",
    (_, plan) => {
      for (const { id, vi, en, text, note, cites } of plan.indicators) {
        expect(vi, id).not.toBe(en);
        if (text === null) expect(note, id).not.toBeNull();
        if (cites.length > 0) expect(cites.join(), id).toMatch(/https:|Kế hoạch|Quyết định/);
      }
    },
  );

  test("what no export supplies goes into the plain counts table, and is named here", () => {
    expect(plans.map((plan) => [plan.id, byHand(plan)])).toEqual([
      ["example-two-levels-2025", []],
      ["gia-lai-2023", ["index.rank"]],
      ["national-digital-transformation-2025", []],
      ["thua-thien-hue-2022", []],
    ]);
  });
});
