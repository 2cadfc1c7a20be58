import { describe, expect, test } from "vitest";
import { checkFiles, resultOf } from "../helpers/check-files.ts";
import type { FilesRequest } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, planYaml, ratioPlan } from "../helpers/plan-yaml.ts";

describe("due dates", () => {
  const half = countsCsv(...[1, 2, 3, 4].flatMap((q) => [`2022-Q${q},,,n,6`, `2022-Q${q},,,d,10`]));
  const rate = async (target: object, request: FilesRequest) => {
    const assessment = await checkFiles({ "plan.yaml": ratioPlan(target), "data/counts.csv": half }, request);
    const { verdict, flags, target: shown } = resultOf(assessment, "rate");
    return { verdict, flags, value: shown?.value, due: shown?.due, exit: assessment.exit.code };
  };

  test("without a date of its own a target is due at the end of the plan's year", async () => {
    const target = { "at-least": "80%" };
    expect(await rate(target, { period: "2022-Q3" })).toEqual({
      verdict: "missed",
      flags: ["interim"],
      value: "80%",
      due: "2022-12-31",
      exit: 1,
    });
    expect(await rate(target, { period: "2022-Q4" })).toMatchObject({ flags: [], exit: 1 });
  });

  test("`by` names the period at whose end it is due", async () => {
    const target = { "at-least": "80%", by: "2022-Q2" };
    expect(await rate(target, { period: "2022-Q1" })).toMatchObject({ flags: ["interim"], due: "2022-06-30" });
    expect(await rate(target, { period: "2022-Q2" })).toMatchObject({ flags: [], due: "2022-06-30" });
    expect(await rate(target, { period: "2022-Q3" })).toMatchObject({ flags: [], due: "2022-06-30" });
  });

  test("the day by which due dates are judged can be given", async () => {
    const target = { "at-least": "80%", by: "2022-Q2" };
    expect(await rate(target, { period: "2022-Q1", asOf: "2022-06-29" })).toMatchObject({ flags: ["interim"] });
    expect(await rate(target, { period: "2022-Q1", asOf: "2022-06-30" })).toMatchObject({ flags: [] });
    expect(await rate(target, { period: "2022-Q4", asOf: "2022-01-01" })).toMatchObject({ flags: ["interim"] });
  });

  const milestones = { "2022-Q2": "50%", "2022-Q3": "60%" };
  test.each([
    ["2022-Q1", { verdict: "met", value: "50%", due: "2022-06-30", flags: ["interim"] }],
    ["2022-Q2", { verdict: "met", value: "50%", due: "2022-06-30", flags: [] }],
    ["2022-Q3", { verdict: "met", value: "60%", due: "2022-09-30", flags: [] }],
    ["2022-Q4", { verdict: "missed", value: "80%", due: "2022-12-31", flags: [] }],
  ])("milestones: at %s the one that is still ahead holds", async (period, expected) => {
    expect(await rate({ "at-least": "80%", milestones }, { period })).toMatchObject(expected);
  });

  test("milestones hold in the order of their dates, however the plan lists them", async () => {
    const target = { "at-least": "80%", milestones: { "2022-Q3": "60%", "2022-Q2": "50%" } };
    expect(await rate(target, { period: "2022-Q1" })).toMatchObject({ value: "50%", due: "2022-06-30" });
  });
});

describe("each level its own target", () => {
  const plan = ratioPlan(
    { tinh: { "at-least": "95%" }, huyen: { "at-least": "90%" }, xa: { "at-least": "80%" } },
    { levels: LEVELS },
  );
  const csv = countsCsv(
    ...["A,tinh,n,94", "A,tinh,d,100", "B,huyen,n,94", "B,huyen,d,100"].map((line) => `2022,${line}`),
    ...["C,xa,n,3", "C,xa,d,5", "D,xa,n,93", "D,xa,d,95"].map((line) => `2022,${line}`),
  );

  test("three targets, each over the units of its level", async () => {
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(assessment.summary).toMatchObject({ met: 2, missed: 1 });
    expect(resultOf(assessment, "rate", { level: "tinh" })).toMatchObject({ verdict: "missed", percent: "94.00" });
    expect(resultOf(assessment, "rate", { level: "huyen" })).toMatchObject({ verdict: "met", percent: "94.00" });
    expect(resultOf(assessment, "rate", { level: "xa" })).toMatchObject({ verdict: "met", numerator: 96 });
  });

  test("by unit: the breakdown is judged by the level's target and decides nothing", async () => {
    const { results, summary, exit } = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv }, { by: "unit" });
    const units = results.filter(({ scope }) => scope === "breakdown");
    expect(units.map(({ unit, level, verdict, percent }) => [unit, level, verdict, percent])).toEqual([
      ["A", "tinh", "missed", "94.00"],
      ["B", "huyen", "met", "94.00"],
      ["C", "xa", "missed", "60.00"],
      ["D", "xa", "met", "97.89"],
    ]);
    expect(summary).toMatchObject({ met: 2, missed: 1 });
    expect(exit.code).toBe(1);
  });

  test("by level: an indicator with one target for all is broken down", async () => {
    const whole = ratioPlan({ "at-least": "80%" }, { levels: LEVELS });
    const { results } = await checkFiles({ "plan.yaml": whole, "data/counts.csv": csv }, { by: "level" });
    expect(results.map(({ scope, level, verdict, numerator }) => [scope, level, verdict, numerator])).toEqual([
      ["target", null, "met", 284],
      ["breakdown", "tinh", "met", 94],
      ["breakdown", "huyen", "met", 94],
      ["breakdown", "xa", "met", 96],
    ]);
  });

  test("a rate of many units is the ratio of sums, never the mean of ratios", async () => {
    const lopsided = countsCsv("2022,A,,n,1", "2022,A,,d,1", "2022,B,,n,0", "2022,B,,d,9");
    const assessment = await checkFiles({
      "plan.yaml": ratioPlan({ "at-least": "50%" }),
      "data/counts.csv": lopsided,
    });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "missed", percent: "10.00" });
  });

  test("a single agency can have a target of its own, beside that of all", async () => {
    const single = ratioPlan({ "at-least": "50%", units: { B: { "at-least": "95%" } } });
    const assessment = await checkFiles({
      "plan.yaml": single,
      "data/counts.csv": csv.replaceAll(/,(tinh|huyen|xa),/g, ",,"),
    });
    expect(resultOf(assessment, "rate")).toMatchObject({ verdict: "met", numerator: 284 });
    expect(resultOf(assessment, "rate", { unit: "B" })).toMatchObject({
      verdict: "missed",
      numerator: 94,
      scope: "target",
      target: { value: "95%" },
    });
  });

  test("figures of the levels as wholes serve their targets", async () => {
    const wholes = countsCsv("2022,,tinh,n,96", "2022,,tinh,d,100", "2022,,Cấp xã,n,79", "2022,,Cấp xã,d,100");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": wholes });
    expect(resultOf(assessment, "rate", { level: "tinh" })).toMatchObject({ verdict: "met", numerator: 96 });
    expect(resultOf(assessment, "rate", { level: "xa" })).toMatchObject({ verdict: "missed", numerator: 79 });
    expect(resultOf(assessment, "rate", { level: "huyen" })).toMatchObject({ verdict: "no-data" });
  });
});

test("tasks are shown with the state of the window's last period, and never scored", async () => {
  const plan = planYaml({
    indicators: { rate: { numerator: "n", denominator: "d", target: { "at-least": "50%" } } },
    tasks: { network: { vi: "Mạng lưới", en: "Network" }, paper: { vi: "Giấy tờ", en: "Paper" } },
  });
  const tasks = (...rows: string[]) => ["Mã nhiệm vụ;Tình trạng thực hiện;Mức độ hoàn thành", ...rows].join("\n");
  const files = {
    "plan.yaml": plan,
    "data/counts.csv": countsCsv("2022-H1,,,n,1", "2022-H1,,,d,2"),
    "data/2022-Q1/tien-do.csv": tasks("network;Đang thực hiện;12,5%", "paper;Đã hoàn thành;100%"),
    "data/2022-Q2/tien-do.csv": tasks("Mạng lưới;Đã hoàn thành;"),
  };
  const { tasks: shown, summary, exit } = await checkFiles(files, { period: "2022-H1" });
  expect(shown.map(({ task, state, percent }) => [task, state, percent])).toEqual([
    ["network", "done", null],
    ["paper", null, null],
  ]);
  expect(summary["not-scored"]).toBe(2);
  expect(exit.code).toBe(0);
  const first = await checkFiles(files, { period: "2022-Q1" });
  expect(first.tasks).toMatchObject([
    { state: "in-progress", percent: 12.5 },
    { state: "done", percent: 100 },
  ]);
});
