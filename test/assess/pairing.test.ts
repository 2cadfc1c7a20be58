import fc from "fast-check";
import { expect, test } from "vitest";
import { check, loadPlan } from "../../src/index.ts";
import { inFolder } from "../helpers/check-files.ts";
import { planYaml } from "../helpers/plan-yaml.ts";

const ACCUMULATE = { n: "sum", d: "sum", opening: "first", stock: "last" } as const;
type MeasureName = keyof typeof ACCUMULATE;
const VALUES: readonly (readonly MeasureName[])[] = [
  ["n"],
  ["n", "d"],
  ["n", "opening"],
  ["n", "d", "stock"],
  ["n", "d", "opening", "stock"],
  ["opening", "stock"],
  ["stock"],
];
const PLAN = planYaml({
  measures: Object.fromEntries(Object.entries(ACCUMULATE).map(([name, accumulate]) => [name, { accumulate }])),
  indicators: Object.fromEntries(
    VALUES.map((names) => [names.join("-"), { value: names.join(" + "), target: { "at-least": "1" } }]),
  ),
});

interface Figure {
  readonly unit: string;
  readonly measure: MeasureName;
  readonly period: string;
  /** Months from 0, in order. */
  readonly months: readonly number[];
  readonly count: number;
}

const monthsFrom = (start: number, length: number) => Array.from({ length }, (_, i) => start + i);
const label = (part: string) => `2022-${part}`;

/** Periods that cover a year once at most: halves, quarters and single months. */
const partitions = fc
  .tuple(
    ...[0, 1].map((half) => {
      const quarters = [half * 2, half * 2 + 1].map((quarter) =>
        fc.oneof(
          fc.constant([{ period: label(`Q${quarter + 1}`), months: monthsFrom(quarter * 3, 3) }]),
          fc.subarray(
            monthsFrom(quarter * 3, 3).map((month) => ({
              period: label(String(month + 1).padStart(2, "0")),
              months: [month],
            })),
          ),
        ),
      );
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant([{ period: label(`H${half + 1}`), months: monthsFrom(half * 6, 6) }]) },
        { weight: 4, arbitrary: fc.tuple(...quarters).map((both) => both.flat()) },
      );
    }),
  )
  .map((halves) => halves.flat());

const figures = fc
  .array(
    fc.tuple(
      fc.constantFrom("A", "B"),
      fc.constantFrom<MeasureName>("n", "d", "opening", "stock"),
      partitions,
      fc.nat(99),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => {
    const each = new Map(all.map((one) => [`${one[0]} ${one[1]}`, one]));
    return [...each.values()].flatMap(([unit, measure, periods, seed]) =>
      periods.map(({ period, months }, i): Figure => ({ unit, measure, period, months, count: seed * 7 + i })),
    );
  });

const windows = fc.constantFrom<{
  readonly period: string;
  readonly window: "year-to-date" | "period";
  readonly months: readonly number[];
}>(
  { period: "2022", window: "year-to-date", months: monthsFrom(0, 12) },
  { period: "2022-H1", window: "year-to-date", months: monthsFrom(0, 6) },
  { period: "2022-Q3", window: "year-to-date", months: monthsFrom(0, 9) },
  { period: "2022-02", window: "year-to-date", months: monthsFrom(0, 2) },
  { period: "2022-Q2", window: "period", months: monthsFrom(3, 3) },
);

/**
 * The same rule once more, month by month and with sets: a month enters where every flow covers it, and with it every
 * month that some figure holds together with it; the opening belongs to the first month, the stock to all of them.
 */
function valueOf(
  unit: string,
  names: readonly MeasureName[],
  all: readonly Figure[],
  window: readonly number[],
): number | null {
  const inWindow = (months: readonly number[]) => months.every((month) => window.includes(month));
  const of = (measure: MeasureName) => all.filter((one) => one.unit === unit && one.measure === measure);
  const flows = names.filter((name) => ACCUMULATE[name] === "sum");
  const shortest = (found: readonly Figure[]) => [...found].sort((a, b) => a.months.length - b.months.length)[0];
  const openings = names
    .filter((name) => ACCUMULATE[name] === "first")
    .map((name) => shortest(of(name).filter(({ months }) => months[0] === window[0])));
  const stocks = names
    .filter((name) => ACCUMULATE[name] === "last")
    .map((name) => shortest(of(name).filter(({ months }) => months.at(-1) === window.at(-1))));
  if (stocks.includes(undefined)) return null;
  if (flows.length === 0 && openings.includes(undefined)) return null;

  const flowing = flows.flatMap((name) => of(name).filter(({ months }) => inWindow(months)));
  const lacking = new Set(
    window.filter(
      (month) => !flows.every((name) => flowing.some((one) => one.measure === name && one.months.includes(month))),
    ),
  );
  if (openings.includes(undefined)) lacking.add(window[0] ?? 0);
  for (let before = -1; before !== lacking.size;) {
    before = lacking.size;
    for (const { months } of flowing)
      if (months.some((month) => lacking.has(month))) for (const month of months) lacking.add(month);
  }
  if (flows.length > 0 && lacking.size === window.length) return null;
  const entering = flowing.filter(({ months }) => !months.some((month) => lacking.has(month)));
  const opening = lacking.has(window[0] ?? 0) ? [] : openings;
  return [...entering, ...opening, ...stocks].reduce((sum, one) => sum + (one?.count ?? 0), 0);
}

test("what enters an indicator is what an independent, slower reading of the rule lets in", async () => {
  await inFolder({ "plan.yaml": PLAN }, async (cwd) => {
    const plan = await loadPlan("plan.yaml", { cwd });
    await fc.assert(
      fc.asyncProperty(figures, windows, async (all, { period, window, months }) => {
        const lines = all.map((one) => [one.period, one.unit, one.measure, one.count].join(","));
        const csv = ["period,unit,measure,count", ...lines].join("\n");
        const readStandardInput = () => Promise.resolve(Buffer.from(csv));
        const { results, problems } = await check({ plan, data: ["-"], cwd, period, window, readStandardInput });
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        for (const names of VALUES) {
          const units = ["A", "B"].map((unit) => valueOf(unit, names, all, months)).filter((value) => value !== null);
          const expected = units.length === 0 ? null : units.reduce((sum, value) => sum + value, 0);
          const found = results.find(({ indicator }) => indicator === names.join("-"));
          expect(found?.value, names.join(" + ")).toBe(expected);
        }
      }),
      { numRuns: 500 },
    );
  });
});
