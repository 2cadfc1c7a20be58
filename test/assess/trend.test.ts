import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate } from "../../src/check.ts";
import { loadPlan } from "../../src/index.ts";
import type { Trend } from "../../src/model.ts";
import { trendOfCalculation } from "../../src/report-of.ts";
import { inFolder } from "../helpers/check-files.ts";
import { countPlan, countsCsv, LEVELS, ratioPlan } from "../helpers/plan-yaml.ts";

/** Numerator and denominator by quarter; `null` where nothing is reported. */
type Quarter = readonly [number, number] | null;

function csvOf(quarters: readonly Quarter[], unit = ""): string {
  return countsCsv(
    ...quarters.flatMap((counts, index) =>
      counts === null ? [] : counts.map((count, side) => `2022-Q${index + 1},${unit},,${side ? "d" : "n"},${count}`),
    ),
  );
}

async function trend(plan: string, csv: string, period: string | null = null) {
  return inFolder({ "plan.yaml": plan, "data/counts.csv": csv }, async (cwd) => {
    const calculation = await calculate({ plan: await loadPlan("plan.yaml", { cwd }), data: ["data"], cwd, period });
    const found = trendOfCalculation(calculation, "plan");
    if (found === null) throw new Error("nothing was assessed");
    return { ...found, assessment: calculation.assessment };
  });
}

function rowOf({ rows }: Trend, at = 0) {
  const row = rows[at];
  if (row === undefined) throw new Error("no such row");
  return row;
}

const AT_LEAST_80 = ratioPlan({ "at-least": "80%" });

describe("periods", () => {
  test.each([
    ["quarters", ["2022-Q1", "2022-Q2", "2022-Q3"], null, ["2022-Q1", "2022-Q2", "2022-Q3"]],
    ["up to the one that is assessed", ["2022-Q1", "2022-Q2", "2022-Q3"], "2022-Q2", ["2022-Q1", "2022-Q2"]],
    ["what lies between", ["2022-Q1", "2022-Q3"], null, ["2022-Q1", "2022-Q2", "2022-Q3"]],
    ["from the first with data on", ["2022-Q3"], "2022", ["2022-Q3", "2022-Q4"]],
    ["months", ["2022-01", "2022-02", "2022-03"], null, ["2022-01", "2022-02", "2022-03"]],
    ["half-years", ["2022-H1"], null, ["2022-H1"]],
    ["the year", ["2022"], null, ["2022"]],
    ["a quarter begun", ["2022-01", "2022-02"], null, ["2022-01", "2022-02"]],
  ])("%s", async (_, periods, asked, expected) => {
    const csv = countsCsv(...periods.flatMap((one) => [`${one},,,n,8`, `${one},,,d,10`]));
    expect((await trend(AT_LEAST_80, csv, asked)).periods).toEqual(expected);
  });

  test("quarters where one measure comes by month and another by quarter", async () => {
    const months = ["01", "02", "03", "04", "05", "06"].map((month) => `2022-${month},,,n,2`);
    const csv = countsCsv(...months, "2022-Q1,,,d,10", "2022-Q2,,,d,10");
    const found = await trend(AT_LEAST_80, csv);
    expect(found.periods).toEqual(["2022-Q1", "2022-Q2"]);
    expect(rowOf(found).points.map(({ inPeriod }) => inPeriod.percent)).toEqual(["60.00", "60.00"]);
  });
});

test("each period alone, and the year up to its end", async () => {
  const found = await trend(AT_LEAST_80, csvOf([[7, 10], null, [9, 10]]));
  expect(rowOf(found).points).toMatchObject([
    { inPeriod: { verdict: "missed", percent: "70.00" }, toDate: { verdict: "missed", percent: "70.00" } },
    {
      inPeriod: { verdict: "no-data", percent: null },
      toDate: { percent: "70.00", flags: ["provisional", "interim"] },
    },
    { inPeriod: { verdict: "met", percent: "90.00" }, toDate: { numerator: 16, denominator: 20, percent: "80.00" } },
  ]);
});

describe("the year's end", () => {
  test("is the average of the complete periods times the periods of the year", async () => {
    const found = rowOf(await trend(AT_LEAST_80, csvOf([[70, 100], null, [85, 101]])));
    expect(found.projection).toEqual({
      method: "average-of-periods",
      periods: 2,
      numerator: 310,
      denominator: 402,
      percent: "77.11",
      met: false,
    });
    expect(found.unprojected).toBeNull();
  });

  test("has counts that are rounded half up and a rate that is exact", async () => {
    const quarters: Quarter[] = [
      [1, 1],
      [1, 1],
      [0, 1],
    ];
    const found = rowOf(await trend(ratioPlan({ "at-least": "66.67%" }), csvOf(quarters)));
    expect(found.projection).toMatchObject({ numerator: 3, denominator: 4, percent: "66.667", met: false });
  });

  test.each([
    ["too-few-periods", AT_LEAST_80, csvOf([[70, 100]]), null],
    ["too-few-periods", AT_LEAST_80, csvOf([[70, 100], null, null]), "2022-Q3"],
    [
      "year-over",
      AT_LEAST_80,
      csvOf([
        [7, 10],
        [7, 10],
        [7, 10],
        [7, 10],
      ]),
      null,
    ],
    [
      "none-arising",
      AT_LEAST_80,
      csvOf([
        [0, 0],
        [0, 0],
      ]),
      null,
    ],
    [
      "no-flow",
      ratioPlan({ "at-least": "80%" }, { measures: { n: { accumulate: "last" }, d: { accumulate: "last" } } }),
      csvOf([
        [7, 10],
        [7, 10],
      ]),
      null,
    ],
    [
      "no-flow",
      ratioPlan({ "at-least": "80%" }, { measures: { n: {}, d: { accumulate: "first" } } }),
      csvOf([
        [7, 100],
        [7, 100],
      ]),
      null,
    ],
    [
      "no-flow",
      ratioPlan({ "at-least": "80%" }, { indicator: { denominator: "d + 1" } }),
      csvOf([
        [7, 10],
        [7, 10],
      ]),
      null,
    ],
  ])("is refused: %s", async (unprojected, plan, csv, period) => {
    expect(rowOf(await trend(plan, csv, period))).toMatchObject({ projection: null, unprojected });
  });

  test("leaves out a period in which somebody is missing", async () => {
    const csv =
      csvOf(
        [
          [7, 10],
          [7, 10],
          [9, 10],
        ],
        "A",
      ) +
      csvOf(
        [
          [7, 10],
          [7, 10],
        ],
        "B",
      )
        .split("\n")
        .slice(1)
        .join("\n");
    expect(rowOf(await trend(AT_LEAST_80, csv)).projection).toMatchObject({
      periods: 2,
      numerator: 56,
      denominator: 80,
    });
  });

  test("of a count has no denominator", async () => {
    const csv = countsCsv("2022-Q1,,,n,10", "2022-Q2,,,n,11");
    expect(rowOf(await trend(countPlan({ "at-least": 43 }), csv)).projection).toMatchObject({
      numerator: 42,
      denominator: null,
      percent: null,
      met: false,
    });
  });

  test("is held against what milestones lead up to", async () => {
    const plan = ratioPlan({ "at-least": "80%", milestones: { "2022-Q2": "50%" } });
    const found = rowOf(
      await trend(
        plan,
        csvOf([
          [6, 10],
          [6, 10],
        ]),
      ),
    );
    expect(found).toMatchObject({
      target: { value: "50%" },
      finalTarget: { value: "80%", due: "2022-12-31" },
      projection: { percent: "60.00", met: false },
    });
  });
});

describe("what the rest of the year has to reach", () => {
  test.each([
    // (70 + 75 + x) of 400 is 80%: 175 of 200.
    [
      [
        [70, 100],
        [75, 100],
      ],
      "80%",
      { percent: "87.50", reachable: true },
    ],
    [
      [
        [50, 100],
        [50, 100],
      ],
      "80%",
      { percent: "110.00", reachable: false },
    ],
    [
      [
        [60, 100],
        [60, 100],
      ],
      "80%",
      { percent: "100.00", reachable: true },
    ],
    // 2/3 of 3: rounded up, so that it is enough.
    [
      [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
      "50%",
      { percent: "100.00", reachable: true },
    ],
    [
      [
        [9, 30],
        [10, 30],
        [10, 30],
      ],
      "33.34%",
      { percent: "36.70", reachable: true },
    ],
    [[[70, 100]], "80%", { percent: "83.34", reachable: true }],
    [
      [
        [80, 100],
        [80, 100],
      ],
      "80%",
      null,
    ],
    [
      [
        [7, 10],
        [7, 10],
        [7, 10],
        [7, 10],
      ],
      "80%",
      null,
    ],
  ] as const)("%j against %s", async (quarters, target, needed) => {
    const found = await trend(ratioPlan({ "at-least": target }), csvOf(quarters));
    expect(rowOf(found).needed).toEqual(needed);
  });

  test("is more than what would only equal a target that asks for more", async () => {
    const found = await trend(
      ratioPlan({ "more-than": "80%" }),
      csvOf([
        [80, 100],
        [80, 100],
      ]),
    );
    expect(rowOf(found).needed).toEqual({ percent: "80.01", reachable: true });
  });

  test("ends with the day on which the target is due", async () => {
    const plan = ratioPlan({ "at-least": "80%", by: "2022-Q3" });
    expect(
      rowOf(
        await trend(
          plan,
          csvOf([
            [70, 100],
            [80, 100],
          ]),
        ),
      ).needed,
    ).toMatchObject({ percent: "90.00" });
    expect(
      rowOf(
        await trend(
          plan,
          csvOf([
            [7, 10],
            [8, 10],
            [8, 10],
          ]),
        ),
      ).needed,
    ).toBeNull();
  });

  test("is enough, and a hundredth less is not", async () => {
    const quarter = fc
      .integer({ min: 1, max: 400 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(quarter, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 100 }),
        async (quarters, target) => {
          const row = rowOf(await trend(ratioPlan({ "at-least": `${target}%` }), csvOf(quarters)));
          if (row.needed === null) return;
          const sum = (side: 0 | 1) => BigInt(quarters.reduce((total, counts) => total + counts[side], 0));
          const [n, d, periods] = [sum(0), sum(1), BigInt(quarters.length)];
          // What is left brings d / periods each time; all in hundredths of a percent, times the periods.
          const isEnough = (rate: bigint) => {
            const left = (4n - periods) * d;
            return n * 10_000n * periods + rate * left >= BigInt(target) * 100n * (d * periods + left);
          };
          const rate = BigInt(row.needed.percent.replace(".", ""));
          expect([isEnough(rate), isEnough(rate - 1n)]).toEqual([true, false]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("no verdict depends on what is projected: the last point is what was assessed", async () => {
  const quarter = fc.option(
    fc.integer({ min: 0, max: 50 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(quarter, { minLength: 1, maxLength: 4 }), async (quarters) => {
      fc.pre(quarters.some((counts) => counts !== null));
      const { assessment, ...found } = await trend(AT_LEAST_80, csvOf(quarters));
      const { verdict, reason, flags, numerator, denominator, value, percent, target, waiver } =
        assessment.results[0] ?? {};
      const last = rowOf(found).points.at(-1);
      expect(last?.toDate).toEqual({
        verdict,
        reason,
        flags,
        numerator,
        denominator,
        value,
        percent,
        target,
        waiver,
      });
    }),
    { numRuns: 60 },
  );
});

test("every level that has a target of its own has a row", async () => {
  const plan = ratioPlan({ tinh: { "at-least": "80%" }, xa: { "at-least": "60%" } }, { levels: LEVELS });
  const csv = countsCsv("2022-Q1,A,tinh,n,7", "2022-Q1,A,tinh,d,10", "2022-Q1,B,xa,n,7", "2022-Q1,B,xa,d,10");
  const { rows } = await trend(plan, csv);
  expect(rows.map(({ level, points }) => [level, points[0]?.toDate.verdict])).toEqual([
    ["tinh", "missed"],
    ["xa", "met"],
  ]);
});

test("a target that a plan no longer asks has no outlook", async () => {
  const plan = ratioPlan({ "at-least": "80%" }, { indicator: { applies: { from: "2022-Q3" } } });
  const row = rowOf(
    await trend(
      plan,
      csvOf([
        [7, 10],
        [7, 10],
      ]),
    ),
  );
  expect(row).toMatchObject({ projection: null, unprojected: null, needed: null });
});

test("an indicator that begins later is projected over its own part of the year", async () => {
  const plan = ratioPlan({ "at-least": "80%" }, { indicator: { applies: { from: "2022-Q2" } } });
  const row = rowOf(
    await trend(
      plan,
      csvOf([
        [9, 10],
        [7, 10],
        [7, 10],
      ]),
    ),
  );
  expect(row.projection).toMatchObject({ periods: 2, numerator: 21, denominator: 30 });
});
