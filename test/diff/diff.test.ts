import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffAssessments } from "../../src/diff/diff-assessments.ts";
import { diffPlans } from "../../src/diff/diff-plans.ts";
import { isEmpty } from "../../src/diff/differences.ts";
import type { StatedAssessment, StatedInput, StatedResult } from "../../src/diff/stated-assessment.ts";
import { loadPlan } from "../../src/index.ts";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";

const RESULT: StatedResult = {
  indicator: "rate",
  name: "rate",
  scope: "target",
  level: null,
  unit: null,
  verdict: "missed",
  reason: null,
  flags: [],
  formula: { numerator: "n", denominator: "d", values: { n: 7, d: 10 } },
  numerator: 7,
  denominator: 10,
  value: null,
  percent: "70.00",
  target: { operator: "at-least", value: "80%", due: "2022-12-31", document: null },
  coverage: { expected: 2, reported: 2 },
};

const INPUT: StatedInput = {
  file: "data/q1.csv",
  sheet: null,
  sha256: "a".repeat(64),
  rows: 10,
  source: "counts",
  period: null,
};

function stated(more: Partial<StatedAssessment> = {}): StatedAssessment {
  return {
    plan: { id: "p", number: null, title: "P", sha256: "0".repeat(64), amendments: [] },
    period: "2022-Q1",
    window: { mode: "year-to-date", periods: ["2022-Q1"] },
    options: { by: "plan", incomplete: "provisional", "keep-going": false, "as-of": null, "fail-on": "missed" },
    inputs: [INPUT],
    results: [RESULT],
    tasks: [],
    units: {},
    problems: [],
    ...more,
  };
}

const after = (more: Partial<StatedResult>) => stated({ results: [{ ...RESULT, ...more }] });
const values = (n: number, d: number) => ({
  formula: { ...RESULT.formula, values: { n, d } },
  numerator: n,
  denominator: d,
});

describe("results, by the gravest of what changed", () => {
  test.each([
    [{ verdict: "met", ...values(9, 10) }, ["missed-to-met", "counts"]],
    [{ verdict: "no-data", reason: "not-reported" }, ["verdict"]],
    [values(6, 10), ["counts"]],
    [{ target: { ...RESULT.target, value: "75%" } }, ["target"]],
    [{ formula: { ...RESULT.formula, numerator: "n + 0" } }, ["formula"]],
    [{ flags: ["provisional"], coverage: { expected: 2, reported: 1 } }, ["flags", "coverage"]],
    [{ name: "another language" }, undefined],
  ] as const)("%j", (more, changes) => {
    expect(diffAssessments(stated(), after(more as Partial<StatedResult>)).results[0]?.changes).toEqual(changes);
  });

  test("what turns to missed stands before what is only different, and what turns to met before both", () => {
    const results = ["a", "b", "c"].map((indicator) => ({ ...RESULT, indicator }));
    const [a, b, c] = results as [StatedResult, StatedResult, StatedResult];
    const before = stated({ results: [a, { ...b, verdict: "met" }, c] });
    const later = stated({ results: [{ ...a, ...values(6, 10) }, b, { ...c, verdict: "met" }] });
    expect(diffAssessments(before, later).results.map(({ indicator }) => indicator)).toEqual(["c", "b", "a"]);
  });

  test("new and gone", () => {
    const other = { ...RESULT, level: "xa" };
    const { results } = diffAssessments(stated(), stated({ results: [other] }));
    expect(results.map(({ level, changes }) => [level, ...changes])).toEqual([
      ["xa", "new"],
      [null, "gone"],
    ]);
  });
});

describe("restated: the same measure over the same time", () => {
  test("another count", () => {
    const { restated } = diffAssessments(stated(), after(values(8, 10)));
    expect(restated).toEqual([{ measure: "n", level: null, unit: null, before: 7, after: 8, reported: null }]);
  });

  test("once, whatever number of indicators it is in", () => {
    const two = (n: number) => {
      const result = { ...RESULT, ...values(n, 10) };
      return stated({ results: [result, { ...result, indicator: "other" }] });
    };
    expect(diffAssessments(two(7), two(8)).restated).toHaveLength(1);
  });

  test("completed, where more reported", () => {
    const { restated } = diffAssessments(after({ coverage: { expected: 2, reported: 1 } }), after(values(8, 10)));
    expect(restated[0]?.reported).toEqual({ before: 1, after: 2 });
  });

  test("another window or another plan restates nothing", () => {
    const later = { ...after(values(8, 10)), window: { mode: "year-to-date", periods: ["2022-Q1", "2022-Q2"] } };
    expect(diffAssessments(stated(), later).restated).toEqual([]);
    const plan = { id: "q", number: null, title: "Q", sha256: "0".repeat(64), amendments: [] };
    expect(diffAssessments(stated(), { ...after(values(8, 10)), plan }).restated).toEqual([]);
  });
});

test("parts that only one was asked for are no news", () => {
  const part: StatedResult = { ...RESULT, scope: "breakdown", unit: "A" };
  const broken = stated({
    options: { ...stated().options, by: "unit" },
    results: [RESULT, part],
    units: { A: { name: "Sở A", level: null } },
  });
  for (const { results, units, about } of [diffAssessments(stated(), broken), diffAssessments(broken, stated())]) {
    expect({ results, units }).toEqual({ results: [], units: [] });
    expect(about.map(({ field }) => field)).toEqual(["broken-down-by"]);
  }
});

describe("files", () => {
  test.each([
    [{ sha256: "b".repeat(64) }, ["restated"]],
    [{ file: "other/q1.csv" }, ["renamed"]],
    [{ rows: 11 }, ["changed"]],
    [{ file: "data/q2.csv", sha256: "b".repeat(64) }, ["new", "gone"]],
    [{}, []],
  ])("%j", (more, changes) => {
    const { inputs } = diffAssessments(stated(), stated({ inputs: [{ ...INPUT, ...more }] }));
    expect(inputs.map(({ change }) => change)).toEqual(changes);
  });

  test("those that only moved stand last", () => {
    const [moved, restated] = [
      { ...INPUT, sha256: "c".repeat(64) },
      { ...INPUT, file: "data/q2.csv" },
    ];
    const before = stated({ inputs: [{ ...moved, file: "data/q0.csv" }, restated] });
    const later = stated({
      inputs: [
        { ...moved, file: "new/q0.csv" },
        { ...restated, sha256: "b".repeat(64) },
      ],
    });
    expect(diffAssessments(before, later).inputs.map(({ change }) => change)).toEqual(["restated", "renamed"]);
  });

  test.each([
    ["a folder is renamed", { file: "data/2022/q1.csv", sha256: "b".repeat(64) }, {}, ["restated"]],
    [
      "a file is sent anew under another name",
      { file: "other.csv", sha256: "b".repeat(64) },
      { period: "2022-Q1" },
      ["restated"],
    ],
    [
      "that of another quarter",
      { file: "other.csv", sha256: "b".repeat(64), period: "2022-Q2" },
      { period: "2022-Q1" },
      ["new", "gone"],
    ],
    [
      "another system's",
      { file: "other.csv", sha256: "b".repeat(64), source: "x" },
      { period: "2022-Q1" },
      ["new", "gone"],
    ],
  ])("%s", (_, more, both, changes) => {
    const input = { ...INPUT, ...both };
    const { inputs } = diffAssessments(stated({ inputs: [input] }), stated({ inputs: [{ ...input, ...more }] }));
    expect(inputs.map(({ change }) => change)).toEqual(changes);
  });

  test("which of two files was sent anew is not guessed", () => {
    const twice = (folder: string) =>
      ["a", "b"].map((name) => ({ ...INPUT, file: `${folder}/${name}.csv`, sha256: null, period: "2022-Q1" }));
    const named = (folder: string) => twice(folder).map((one, index) => ({ ...one, file: `${folder}/${index}.csv` }));
    const { inputs } = diffAssessments(stated({ inputs: twice("old") }), stated({ inputs: named("new") }));
    expect(inputs.map(({ change }) => change)).toEqual(["new", "new", "gone", "gone"]);
  });

  test("a problem moves with its file", () => {
    const found = {
      code: "count-unreadable",
      severity: "error",
      message: "",
      args: { text: "x" },
      sheet: null,
      line: 2,
      column: 1,
    } as const;
    const at = (file: string) => stated({ inputs: [{ ...INPUT, file }], problems: [{ ...found, file }] });
    expect(diffAssessments(at("old/q1.csv"), at("new/q1.csv")).problems).toEqual({ new: [], gone: [] });
  });

  test("their order makes no difference", () => {
    const files = fc
      .uniqueArray(fc.nat(20), { maxLength: 8 })
      .map((numbers) =>
        numbers.map((number) => ({ ...INPUT, file: `${number}.csv`, sha256: String(number % 3).padStart(64, "0") })),
      );
    const kinds = (before: readonly StatedInput[], later: readonly StatedInput[]) =>
      diffAssessments(stated({ inputs: before }), stated({ inputs: later }))
        .inputs.map(({ change }) => change)
        .sort();
    fc.assert(
      fc.property(files, files, (one, other) => {
        expect(kinds(one.toReversed(), other.toReversed())).toEqual(kinds(one, other));
        expect(isEmpty(diffAssessments(stated({ inputs: one }), stated({ inputs: one.toReversed() })))).toBe(true);
      }),
    );
  });
});

test("problems are counted, whatever language they are worded in", () => {
  const one = {
    code: "cell-missing",
    severity: "error",
    args: {},
    file: "a.csv",
    sheet: null,
    line: 2,
    column: 1,
  } as const;
  const [english, vietnamese] = [
    { ...one, message: "a cell is empty" },
    { ...one, message: "ô trống" },
  ];
  const { problems } = diffAssessments(stated({ problems: [english] }), stated({ problems: [vietnamese, vietnamese] }));
  expect(problems).toEqual({ new: [vietnamese], gone: [] });
});

describe("plans", () => {
  const plans = async (before: string, later: string) =>
    inFolder({ "a.yaml": before, "b.yaml": later }, async (cwd) =>
      diffPlans(await loadPlan("a.yaml", { cwd }), await loadPlan("b.yaml", { cwd })),
    );
  const plan = (target: object, more: object = {}, rest: object = {}) =>
    ratioPlan(target, { indicator: more, ...rest });
  const base = plan({ "at-least": "80%" });

  test.each([
    ["a target", plan({ "at-least": "85%" }), [["target", "rate", "changed", "amount", "80%", "85%"]]],
    [
      "its operator",
      plan({ "more-than": "80%" }),
      [["target", "rate", "changed", "operator", "at-least", "more-than"]],
    ],
    [
      "its due date",
      plan({ "at-least": "80%", by: "2022-Q2" }),
      [["target", "rate", "changed", "by", null, "2022-Q2"]],
    ],
    [
      "a formula",
      plan({ "at-least": "80%" }, { denominator: "d - n" }),
      [["indicator", "rate", "changed", "denominator", "d", "d - n"]],
    ],
    [
      "how a measure accumulates",
      plan({ "at-least": "80%" }, {}, { measures: { n: {}, d: { accumulate: "last" } } }),
      [["measure", "d", "changed", "accumulate", "sum", "last"]],
    ],
    [
      "a level's own target",
      plan({ tinh: { "at-least": "80%" } }, {}, { levels: { tinh: { vi: "Tỉnh", en: "Province" } } }),
      [
        ["level", "tinh", "new", null, null, "Tỉnh"],
        ["target", "rate", "new", null, null, "at-least 80%"],
        ["target", "rate", "gone", null, "at-least 80%", null],
      ],
    ],
    [
      "words in another order of keys",
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(base) as object).toReversed())),
      [],
    ],
  ])("%s", async (_, later, expected) => {
    const { changes } = await plans(base, later);
    expect(
      changes.map(({ part, id, change, field, before, after: is }) => [part, id, change, field, before, is]),
    ).toEqual(expected);
  });

  test("an indicator with another id is the same one, renamed", async () => {
    const { changes } = await plans(base, base.replace('"rate": {', '"ratio": {'));
    expect(changes).toMatchObject([
      { part: "indicator", id: "ratio", change: "renamed", before: "rate", after: "ratio" },
    ]);
    expect(changes.filter(({ part }) => part === "target")).toEqual([]);
  });

  test("no plan differs from itself", async () => {
    const shipped = await loadPlan("thua-thien-hue-2022");
    expect(isEmpty(diffPlans(shipped, shipped))).toBe(true);
  });
});

describe("as a command", () => {
  const FILES: Files = {
    "plan.yaml": ratioPlan({ "at-least": "80%" }),
    "one.csv": countsCsv("2022-Q1,,,n,7", "2022-Q1,,,d,10"),
    "other.csv": countsCsv("2022-Q1,,,n,8", "2022-Q1,,,d,10"),
  };

  async function withAssessments<Value>(use: (cwd: string) => Promise<Value>): Promise<Value> {
    return inFolder(FILES, async (cwd) => {
      await runCli(["check", "one.csv", "-p", "plan.yaml", "-o", "a.json"], { cwd });
      await runCli(["check", "other.csv", "-p", "plan.yaml", "-o", "b.json", "--lang", "vi"], { cwd });
      return use(cwd);
    });
  }

  test("a document compared with itself ends with 0, with another with 1", async () => {
    await withAssessments(async (cwd) => {
      expect(await runCli(["diff", "a.json", "a.json"], { cwd })).toMatchObject({ exit: 0, stderr: "" });
      expect(await runCli(["diff", "a.json", "b.json"], { cwd })).toMatchObject({ exit: 1, stderr: "" });
    });
  });

  test("the exit code does not depend on the format, and files say the same", async () => {
    await withAssessments(async (cwd) => {
      for (const format of ["text", "json", "markdown"]) {
        const run = await runCli(["diff", "a.json", "b.json", "-f", format, "-o", `${format}:out.${format}`], { cwd });
        expect(run).toMatchObject({ exit: 1, stderr: "" });
      }
    });
  });

  test("neither side is overwritten", async () => {
    await withAssessments(async (cwd) => {
      const run = await runCli(["diff", "a.json", "b.json", "-o", "json:b.json", "--lang", "en"], { cwd });
      expect(run.exit).toBe(2);
      expect(run.stderr).toContain("[output-is-input]");
      expect(await runCli(["diff", "a.json", "b.json"], { cwd })).toMatchObject({ exit: 1 });
    });
  });

  test.each([
    ["a file that is not there", ["a.json", "none.json"], "file-unreadable"],
    ["no JSON", ["a.json", "broken.json"], "assessment-wrong"],
    ["a document of another kind", ["a.json", "validation.json"], "assessment-wrong"],
    ["an assessment that lacks something", ["a.json", "lacking.json"], "assessment-wrong"],
    ["a plan that is not there", ["thua-thien-hue-2022", "thua-thien-hue-2023"], "plan-not-found"],
    ["two kinds", ["plan.yaml", "a.json"], "kinds-differ"],
    ["a folder", ["a.json", "."], "not-comparable"],
    ["an export", ["one.csv", "a.json"], "not-comparable"],
  ])("%s", async (_, argv, code) => {
    await inFolder(
      {
        ...FILES,
        "broken.json": "{",
        "validation.json": '{ "format": "chitieu/validation@1" }',
        "lacking.json": '{ "format": "chitieu/assessment@1" }',
      },
      async (cwd) => {
        await runCli(["check", "one.csv", "-p", "plan.yaml", "-o", "a.json"], { cwd });
        const run = await runCli(["diff", ...argv, "-f", "json"], { cwd });
        expect(run.exit).toBe(2);
        expect(JSON.parse(run.stdout)).toMatchObject({
          format: "chitieu/diff@1",
          exit: { code: 2 },
          problems: [{ code }],
        });
      },
    );
  });
});
