import { describe, expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { countPlan, countsCsv, LEVELS, planYaml } from "../helpers/plan-yaml.ts";

async function tallied(...lines: string[]) {
  return checkFiles({
    "plan.yaml": countPlan({ "at-least": "1" }, { levels: LEVELS }),
    "data/counts.csv": countsCsv(...lines),
  });
}

describe("nothing is summed twice", () => {
  test.each([
    ["the same figure twice", ["2022-Q1,A,,n,1", "2022-Q1,A,,n,1"], "error figure-twice data/counts.csv:3:1", 2],
    [
      "with another count",
      ["2022-Q1,A,,n,1", "2022-Q2,A,,n,1", "2022-Q1,A,,n,2"],
      "error figure-twice data/counts.csv:4:1",
      2,
    ],
    [
      "a half-year beside its quarter",
      ["2022-H1,A,,n,5", "2022-Q1,A,,n,2"],
      "error period-overlap data/counts.csv:3:1",
      2,
    ],
    ["a quarter beside its month", ["2022-02,A,,n,5", "2022-Q1,A,,n,2"], "error period-overlap data/counts.csv:3:1", 2],
    [
      "nine months beside the third quarter",
      ["2022-9M,A,,n,5", "2022-Q3,A,,n,2"],
      "error period-overlap data/counts.csv:3:1",
      2,
    ],
    ["the whole beside a unit", ["2022-Q1,A,,n,1", "2022-Q1,,,n,1"], "error whole-beside-units data/counts.csv:3:1", 2],
    [
      "a level beside one of its units",
      ["2022-Q1,A,tinh,n,1", "2022-Q1,,tinh,n,1"],
      "error whole-beside-units data/counts.csv:3:1",
      2,
    ],
  ])("%s is an error that points at both", async (_, lines, problem, other) => {
    const { problems, exit, results } = await tallied(...lines);
    expect(brief(problems)).toEqual([problem]);
    expect(problems[0]?.related).toMatchObject([{ file: "data/counts.csv", line: other }]);
    expect(exit.code).toBe(3);
    expect(results).toEqual([]);
  });

  test.each([
    ["the whole of a half-year beside a unit's quarter", "sum", ["2022-Q1,A,,n,1", "2022-H1,,,n,1"]],
    ["the whole of a quarter beside a unit's half-year", "sum", ["2022-H1,A,,n,1", "2022-Q2,,,n,1"]],
    ["a level's year beside a unit's quarter", "sum", ["2022-Q1,A,tinh,n,1", "2022,,tinh,n,1"]],
    ["the whole of a half-year beside a level's quarter", "sum", ["2022-Q1,,tinh,n,1", "2022-H1,,,n,1"]],
    ["a stock of the whole beside a unit's, of periods that end together", "last", ["2022-Q4,A,,n,1", "2022,,,n,1"]],
  ])("%s is an error as well", async (_, accumulate, lines) => {
    const plan = countPlan({ "at-least": "1" }, { levels: LEVELS, measures: { n: { accumulate } } });
    const { problems, exit } = await checkFiles({ "plan.yaml": plan, "data/counts.csv": countsCsv(...lines) });
    expect(problems).toMatchObject([{ severity: "error", at: { line: 3 }, related: [{ line: 2 }] }]);
    expect(exit.code).toBe(3);
  });

  test.each([
    ["halves of a year", ["2022-H1,A,,n,5", "2022-H2,A,,n,2"], 7],
    ["a half-year and the quarter after it", ["2022-H1,A,,n,5", "2022-Q3,A,,n,2"], 7],
    ["a half-year of one unit and a quarter of another", ["2022-H1,A,,n,5", "2022-Q1,B,,n,2", "2022-Q2,B,,n,2"], 9],
    ["a unit of one level beside the whole of another", ["2022-Q1,A,tinh,n,5", "2022-Q1,,xa,n,2"], 7],
  ])("%s are no overlap", async (_, lines, value) => {
    const assessment = await tallied(...lines);
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count").value).toBe(value);
  });

  test("stocks of overlapping periods are no flow, and the one of the final period counts", async () => {
    const plan = countPlan({ "at-least": "1" }, { measures: { n: { accumulate: "last" } } });
    const csv = countsCsv("2022-H1,A,,n,5", "2022-Q1,A,,n,2");
    const assessment = await checkFiles({ "plan.yaml": plan, "data/counts.csv": csv });
    expect(resultOf(assessment, "count").value).toBe(5);
  });
});

describe("a stated total beside its levels", () => {
  test("is compared and not added", async () => {
    const assessment = await tallied("2022,,tinh,n,2", "2022,,huyen,n,0", "2022,,xa,n,3", "2022,,,n,5");
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count").value).toBe(5);
  });

  test("that differs is a warning with both numbers, and the parts are used", async () => {
    const assessment = await tallied("2022,,tinh,n,2", "2022,,huyen,n,0", "2022,,xa,n,3", "2022,,,n,7");
    expect(assessment.problems).toMatchObject([
      { code: "total-mismatch", severity: "warning", at: { line: 5 }, args: { stated: 7, sum: 5 } },
    ]);
    expect(resultOf(assessment, "count").value).toBe(5);
    expect(assessment.exit.code).toBe(0);
  });

  test("is an error where a level is not there: nobody can say which is right", async () => {
    const { problems, exit } = await tallied("2022,,tinh,n,2", "2022,,xa,n,3", "2022,,,n,100");
    expect(problems).toMatchObject([{ code: "whole-beside-units", at: { line: 4 }, related: [{ line: 2 }] }]);
    expect(exit.code).toBe(3);
  });
});

describe("a total row among units", () => {
  const source = `
format: chitieu/source@1
id: own
rows: unit
columns: { unit: { header: [Phòng] }, n: { header: [Số], type: count } }
totals: [Tổng số, Cộng]
measures: { n: n }
`;
  const run = (...rows: string[]) => {
    const files = { "plan.yaml": countPlan({ "at-least": "1" }), "own.yaml": source };
    return checkFiles({ ...files, "data/2022-Q1/a.csv": ["Phòng;Số", ...rows].join("\n") }, { sources: ["own.yaml"] });
  };

  test("is compared and never added", async () => {
    const assessment = await run("A;2", "B;3", "TỔNG SỐ;5");
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count")).toMatchObject({ value: 5, coverage: { expected: 2 } });
  });

  test("may stand above them", async () => {
    expect(resultOf(await run("Cộng;5", "A;2", "B;3"), "count").value).toBe(5);
  });

  test("may stand above and below, or at the end of every page", async () => {
    expect((await run("Cộng;5", "A;2", "B;3", "Cộng;5")).problems).toEqual([]);
    const { problems } = await run("Cộng;6", "A;2", "B;3", "Cộng;6");
    expect(problems).toMatchObject([{ code: "total-mismatch", args: { stated: 6, sum: 5 }, at: { line: 2 } }]);
    expect((await run("A;2", "Cộng;2", "B;3", "Cộng;3")).problems).toEqual([]);
    expect((await run("A;2", "Cộng;2", "B;3", "Cộng;3", "Cộng;5")).problems).toEqual([]);
    const apart = await run("Cộng;5", "A;2", "B;3", "Cộng;6");
    expect(apart.problems).toMatchObject([{ code: "total-mismatch", args: { stated: 11, sum: 10 } }]);
  });

  test("that differs is a warning with both numbers", async () => {
    const { problems, exit } = await run("A;2", "B;3", "Cộng;6");
    expect(brief(problems)).toEqual(["warning total-mismatch data/2022-Q1/a.csv:4:6"]);
    expect(problems[0]?.args).toMatchObject({ of: "Số", stated: 6, sum: 5 });
    expect(exit.code).toBe(0);
  });
});

describe("a measure that two sources supply", () => {
  const dossiers = [
    "Cơ quan báo cáo;Hồ sơ giải quyết qua hệ thống một cửa;Hồ sơ giải quyết ngoài hệ thống một cửa",
    "A;3;1",
  ];
  const files = (measure: object) => ({
    "plan.yaml": countPlan(
      { "at-least": "1" },
      { measures: { "dossiers.settled": measure }, indicator: { value: "dossiers.settled" } },
    ),
    "data/2022-Q1/don-vi.csv": dossiers.join("\n"),
    "data/counts.csv": countsCsv("2022-Q1,B,,dossiers.settled,9"),
  });

  test("is an error where the plan names neither", async () => {
    const { problems } = await checkFiles(files({}));
    expect(problems).toMatchObject([
      { code: "measure-two-sources", args: { measure: "dossiers.settled" }, related: [{}] },
    ]);
  });

  test.each([
    ["agency-dossiers", 4],
    ["counts", 9],
  ])("comes from %s where the plan names it", async (source, value) => {
    const assessment = await checkFiles(files({ source }));
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count").value).toBe(value);
  });
});

describe("a unit under its code, its name and its aliases", () => {
  const roster =
    "code,name,level,aliases\nH57.34,Ủy ban nhân dân thị xã Hương Thủy,huyen,UBND thị xã Hương Thủy|TX Hương Thủy\n";
  const plan = countPlan({ "at-least": "1" }, { levels: LEVELS, units: "units.csv" });

  test.each([
    ["its code", "H57.34"],
    ["its code in lower case", "h57.34"],
    ["its name", "Ủy ban nhân dân thị xã Hương Thủy"],
    ["its name in decomposed letters", "Ủy ban nhân dân thị xã Hương Thủy".normalize("NFD")],
    ["its name with the tone on the other vowel", "Uỷ ban nhân dân thị xã Hương Thuỷ"],
    ["its name in capitals, with other spaces", "ỦY BAN  NHÂN DÂN\u00A0THỊ XÃ HƯƠNG THỦY "],
    ["an alias", "TX Hương Thuỷ"],
  ])("%s is one unit", async (_, name) => {
    const csv = countsCsv("2022-Q1,H57.34,,n,1", `2022-Q2,${name},,n,2`);
    const assessment = await checkFiles(
      { "plan.yaml": plan, "units.csv": roster, "data/counts.csv": csv },
      { by: "unit" },
    );
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count", { unit: "H57.34", level: "huyen" }).value).toBe(3);
  });

  test("another name is another unit, with the nearest known one", async () => {
    const csv = countsCsv("2022-Q1,H57.34,,n,1", "2022-Q2,TX Hương Trà,huyen,n,2");
    const assessment = await checkFiles({ "plan.yaml": plan, "units.csv": roster, "data/counts.csv": csv });
    expect(assessment.problems).toMatchObject([
      { code: "unit-unknown", severity: "warning", args: { text: "TX Hương Trà", nearest: "TX Hương Thủy" } },
    ]);
  });
});

describe("the level of a unit", () => {
  const byLevel = (rest: object) =>
    planYaml({
      levels: { ...LEVELS, xa: { ...LEVELS.xa, aliases: ["Xã, phường, thị trấn"] } },
      measures: { n: {} },
      indicators: { count: { value: "n", target: { tinh: { "at-least": "1" }, xa: { "at-least": "1" } } } },
      ...rest,
    });
  const roster = "code,name,level,aliases\nA,Sở A,tinh,\nB,Xã B,xa,\n";

  test("from a column, by its id, its names or an alias", async () => {
    const csv = countsCsv(
      "2022,A,tinh,n,1",
      "2022,B,CẤP XÃ,n,2",
      "2022,C,Commune,n,4",
      '2022,D,"Xã, phường, thị trấn",n,8',
    );
    const assessment = await checkFiles({ "plan.yaml": byLevel({}), "data/counts.csv": csv });
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count", { level: "tinh" }).value).toBe(1);
    expect(resultOf(assessment, "count", { level: "xa" }).value).toBe(14);
  });

  test("from the roster", async () => {
    const files = { "plan.yaml": byLevel({ units: "units.csv" }), "units.csv": roster };
    const assessment = await checkFiles({ ...files, "data/counts.csv": countsCsv("2022,A,,n,1", "2022,B,,n,2") });
    expect(resultOf(assessment, "count", { level: "xa" })).toMatchObject({ value: 2, coverage: { expected: 1 } });
  });

  test("from the source, for every unit in it", async () => {
    const source = `
format: chitieu/source@1
id: communes
rows: unit
level: xa
columns: { unit: { header: [Xã] }, n: { header: [Số], type: count } }
measures: { n: n }
`;
    const files = { "plan.yaml": byLevel({}), "communes.yaml": source, "data/2022/a.csv": "Xã,Số\nThủy Xuân,5\n" };
    const assessment = await checkFiles(files, { sources: ["communes.yaml"] });
    expect(resultOf(assessment, "count", { level: "xa" }).value).toBe(5);
  });

  test("from another file, for a file that does not say it", async () => {
    const assessment = await checkFiles({
      "plan.yaml": byLevel({}),
      "data/a.csv": countsCsv("2022-Q1,A,,n,1"),
      "data/b.csv": countsCsv("2022-Q2,A,tinh,n,2"),
    });
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count", { level: "tinh" }).value).toBe(3);
  });

  test.each([
    [
      "the roster and a column disagree",
      { units: "units.csv" },
      ["2022,A,xa,n,1"],
      "error level-disagrees data/counts.csv:2:8",
    ],
    ["two rows disagree", {}, ["2022-Q1,A,tinh,n,1", "2022-Q2,A,xa,n,1"], "error level-disagrees data/counts.csv:3:11"],
    ["the plan has no such level", {}, ["2022,A,bộ,n,1"], "error level-unknown data/counts.csv:2:8"],
    ["nothing says it", {}, ["2022,A,,n,1"], "error level-missing data/counts.csv:2:1"],
  ])("where %s is an error", async (_, rest, lines, problem) => {
    const files = { "plan.yaml": byLevel(rest), "units.csv": roster, "data/counts.csv": countsCsv(...lines) };
    const { problems, exit } = await checkFiles(files);
    expect(brief(problems)).toContain(problem);
    expect(exit.code).toBe(3);
  });

  test("is missing of a misspelt unit, and the roster's spelling is what helps", async () => {
    const units = "code,name,level\nA,Phòng Tài chính,tinh\n";
    const csv = countsCsv("2022,Phòng Tài chnh,,n,1");
    const plan = byLevel({ units: "units.csv" });
    const { problems } = await checkFiles({ "plan.yaml": plan, "units.csv": units, "data/counts.csv": csv });
    expect(problems.find(({ code }) => code === "level-missing")?.args).toMatchObject({ nearest: "Phòng Tài chính" });
  });
});
