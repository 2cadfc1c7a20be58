import { describe, expect, test } from "vitest";
import { checkInFull, loadPlan } from "../../src/index.ts";
import { checkFiles, inFolder, resultOf } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, planYaml } from "../helpers/plan-yaml.ts";

const DECISION = { number: "45/QĐ-UBND", issued: "2022-06-20", effective: "2022-Q3" };
const RATE = { vi: "Tỷ lệ", en: "Rate", numerator: "n", denominator: "d", target: { "at-least": "80%" } };

function plan(amendment: object, indicators: Readonly<Record<string, object>> = { rate: RATE }, more: object = {}) {
  return planYaml({
    number: "12/KH",
    measures: { n: {}, d: {}, x: {} },
    indicators,
    amendments: [{ ...DECISION, ...amendment }],
    ...more,
  });
}

/** 70 of 100 in every quarter. */
const SEVENTY = countsCsv(...[1, 2, 3, 4].flatMap((q) => [`2022-Q${q},,,n,70`, `2022-Q${q},,,d,100`]));

async function assessed(yaml: string, period: string, csv = SEVENTY) {
  return checkFiles({ "plan.yaml": yaml, "data/counts.csv": csv }, { period });
}

describe("a decision effective in the third quarter", () => {
  const lowered = plan({ changed: { rate: { target: { "at-least": "70%" } } } });

  test("changes the verdict of that quarter and of those after it, and none before", async () => {
    const facts = async (period: string) => {
      const { plan: inForce, ...assessment } = await assessed(lowered, period);
      const { verdict, target } = resultOf({ plan: inForce, ...assessment }, "rate");
      return { verdict, value: target?.value, document: target?.document, amendments: inForce?.amendments.length };
    };
    const before = { verdict: "missed", value: "80%", document: "12/KH", amendments: 0 };
    const after = { verdict: "met", value: "70%", document: "45/QĐ-UBND", amendments: 1 };
    expect(await facts("2022-Q1")).toEqual(before);
    expect(await facts("2022-Q2")).toEqual(before);
    expect(await facts("2022-Q3")).toEqual(after);
    expect(await facts("2022-Q4")).toEqual(after);
    expect(await facts("2022")).toEqual(after);
  });

  test("holds from the first month of the period on, for whatever ends in it", async () => {
    const monthly = countsCsv(...["05", "06", "07"].flatMap((m) => [`2022-${m},,,n,70`, `2022-${m},,,d,100`]));
    expect(resultOf(await assessed(lowered, "2022-06", monthly), "rate").verdict).toBe("missed");
    expect(resultOf(await assessed(lowered, "2022-07", monthly), "rate").verdict).toBe("met");
    const fromAugust = plan({ effective: "2022-08", changed: { rate: { target: { "at-least": "70%" } } } });
    expect(resultOf(await assessed(fromAugust, "2022-07", monthly), "rate").verdict).toBe("missed");
    expect(resultOf(await assessed(fromAugust, "2022-Q3"), "rate").verdict).toBe("met");
  });

  test("in a trend every period is held against the plan of its time", async () => {
    const points = await inFolder({ "plan.yaml": lowered, "data/counts.csv": SEVENTY }, async (cwd) => {
      const { trend } = await checkInFull({ plan: await loadPlan("plan.yaml", { cwd }), data: ["data"], cwd });
      return trend?.rows[0]?.points.map(({ inPeriod, toDate }) => [inPeriod.verdict, toDate.verdict]);
    });
    expect(points).toEqual([
      ["missed", "missed"],
      ["missed", "missed"],
      ["met", "met"],
      ["met", "met"],
    ]);
  });

  test("a formula: what is left of it stays", async () => {
    const csv = `${SEVENTY}${countsCsv("2022-Q3,,,x,20").split("\n")[1]}\n`;
    const narrowed = plan({ changed: { rate: { denominator: "d - x", text: "Mẫu số trừ x" } } });
    const period = { ...(await assessed(narrowed, "2022-Q3", csv)) };
    expect(resultOf(period, "rate")).toMatchObject({
      text: "Mẫu số trừ x",
      name: { vi: "Tỷ lệ", en: "Rate" },
      formula: { numerator: "n", denominator: "d - x" },
      target: { value: "80%", document: "12/KH" },
    });
  });

  test("a ratio that becomes a count", async () => {
    const counted = plan({ changed: { rate: { value: "n", target: { "at-least": "210" } } } });
    expect(resultOf(await assessed(counted, "2022-Q2"), "rate")).toMatchObject({ percent: "70.00", value: null });
    expect(resultOf(await assessed(counted, "2022-Q3"), "rate")).toMatchObject({ verdict: "met", value: 210 });
  });

  test("a level's target: those repeated as they were rest on the plan", async () => {
    const levels = { tinh: { "at-least": "80%" }, xa: { "at-least": "60%" } };
    const changed = { rate: { target: { ...levels, xa: { "at-least": "75%" } } } };
    const csv = countsCsv(...["tinh", "xa"].flatMap((level) => [`2022-Q3,,${level},n,70`, `2022-Q3,,${level},d,100`]));
    const yaml = plan({ changed }, { rate: { ...RATE, target: levels } }, { levels: LEVELS });
    const found = await assessed(yaml, "2022-Q3", csv);
    expect(resultOf(found, "rate", { level: "tinh" }).target).toMatchObject({ value: "80%", document: "12/KH" });
    expect(resultOf(found, "rate", { level: "xa" })).toMatchObject({
      verdict: "missed",
      target: { value: "75%", document: "45/QĐ-UBND" },
    });
  });
});

describe("an indicator that a decision adds", () => {
  const added = plan(
    { added: { other: { vi: "Khác", en: "Other", numerator: "n", denominator: "d", target: { "at-least": "60%" } } } },
    { rate: RATE },
  );

  test("is asked from then on, and not before", async () => {
    expect((await assessed(added, "2022-Q2")).results.map(({ indicator }) => indicator)).toEqual(["rate"]);
    const { results, summary } = await assessed(added, "2022-Q3");
    expect(results.map(({ indicator, verdict }) => [indicator, verdict])).toEqual([
      ["rate", "missed"],
      ["other", "met"],
    ]);
    expect(summary).toMatchObject({ met: 1, missed: 1, "not-applicable": 0 });
  });

  test("stands last in its group", async () => {
    const groups = { a: { vi: "A", en: "A" }, b: { vi: "B", en: "B" } };
    const yaml = plan(
      { added: { third: { ...RATE, group: "a" } } },
      { first: { ...RATE, group: "a" }, second: { ...RATE, group: "b" } },
      { groups },
    );
    const { results } = await assessed(yaml, "2022-Q3");
    expect(results.map(({ indicator }) => indicator)).toEqual(["first", "third", "second"]);
  });

  test("the latest period with data is also that of its measures", async () => {
    const yaml = plan({
      added: {
        other: { ...RATE, value: "x", numerator: undefined, denominator: undefined, target: { "at-least": "5" } },
      },
    });
    const csv = countsCsv("2022-Q2,,,n,70", "2022-Q2,,,d,100", "2022-Q3,,,x,5");
    const { period, results } = await checkFiles({ "plan.yaml": yaml, "data/counts.csv": csv });
    expect(period).toBe("2022-Q3");
    expect(results.find(({ indicator }) => indicator === "other")).toMatchObject({ value: 5, verdict: "met" });
  });
});

test("an indicator that a decision withdraws is not applicable from then on, by that decision", async () => {
  const yaml = plan({ withdrawn: ["rate"] });
  expect(resultOf(await assessed(yaml, "2022-Q2"), "rate").verdict).toBe("missed");
  const { exit, ...assessment } = await assessed(yaml, "2022-Q3");
  expect(resultOf({ exit, ...assessment }, "rate")).toMatchObject({
    verdict: "not-applicable",
    reason: "withdrawn",
    numerator: null,
    target: { value: "80%", document: "45/QĐ-UBND" },
  });
  expect(exit).toEqual({ code: 4, reason: "nothing-assessed" });
});

test("decisions build on each other, and one may take up again what another withdrew", async () => {
  const changed = (number: string, effective: string, rate: object) => ({
    ...DECISION,
    number,
    effective,
    changed: { rate },
  });
  const yaml = planYaml({
    measures: { n: {}, d: {} },
    indicators: { rate: RATE },
    amendments: [
      changed("1/QĐ", "2022-Q2", { target: { "at-least": "70%" } }),
      changed("2/QĐ", "2022-Q2", { note: "Đọc lại" }),
      { ...DECISION, number: "3/QĐ", effective: "2022-Q3", withdrawn: "rate" },
      {
        ...DECISION,
        number: "4/QĐ",
        effective: "2022-Q4",
        added: { rate: { ...RATE, target: { "at-least": "65%" } } },
      },
    ],
  });
  const facts = async (period: string) => {
    const { verdict, note, target } = resultOf(await assessed(yaml, period), "rate");
    return [verdict, note, target?.value, target?.document];
  };
  expect(await facts("2022-Q1")).toEqual(["missed", null, "80%", null]);
  expect(await facts("2022-Q2")).toEqual(["met", "Đọc lại", "70%", "1/QĐ"]);
  expect(await facts("2022-Q3")).toEqual(["not-applicable", "Đọc lại", "70%", "3/QĐ"]);
  expect(await facts("2022-Q4")).toEqual(["met", null, "65%", "4/QĐ"]);
});
