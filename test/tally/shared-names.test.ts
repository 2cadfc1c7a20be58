import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadPlan } from "../../src/index.ts";
import type { ProblemError } from "../../src/index.ts";
import { brief, checkFiles, inFolder, resultOf } from "../helpers/check-files.ts";
import { countsCsv, LEVELS, ratioPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";

/** An agency ends in June and another of the same name begins; a commune is renamed, and its old name goes to another. */
const ROSTER = `code,name,level,aliases,from,until
A,Sở Du lịch,tinh,,,2022-06-30
B,Sở Du lịch,tinh,SDL,2022-07-01,
C,Xã Cũ,xa,,,2022-Q2
C,Xã Đổi,xa,,2022-Q3,
D,Xã Nhỏ,xa,,,2022-Q2
D,Xã Cũ,xa,,2022-Q3,
`;
const PLAN = ratioPlan({ "at-least": "50%" }, { levels: LEVELS, units: "units.csv" });
const FILES = { "plan.yaml": PLAN, "units.csv": ROSTER };

const both = (period: string, unit: string, n: number) => [
  `${period},${unit},,n,${n}`,
  `${period},${unit},,d,${n * 2}`,
];
const checked = (lines: readonly string[], period = "2022") =>
  checkFiles({ ...FILES, "data/counts.csv": countsCsv(...lines) }, { period, by: "unit" });

describe("a name that two agencies bear one after the other", () => {
  test("is the one's before and the other's after", async () => {
    const assessment = await checked([
      ...both("2022-Q1", "SỞ DU LỊCH", 1),
      ...both("2022-06", "Sở Du lịch", 10),
      ...both("2022-Q3", "Sở Du lịch", 100),
      ...both("2022-H1", "Xã Cũ", 3),
      ...both("2022-Q3", "Xã Cũ", 30),
    ]);
    expect(assessment.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const of = (unit: string, level: string) => resultOf(assessment, "rate", { unit, level }).numerator;
    expect([of("A", "tinh"), of("B", "tinh"), of("C", "xa"), of("D", "xa")]).toEqual([11, 100, 3, 30]);
  });

  test("a period that reaches over both is an error that names both codes", async () => {
    const { problems, exit } = await checked([...both("2022", "Sở Du lịch", 1), ...both("2022-9M", "Xã Cũ", 1)]);
    expect(exit.code).toBe(3);
    expect(brief(problems.filter(({ severity }) => severity === "error"))).toEqual([
      "error unit-ambiguous data/counts.csv:2:6",
      "error unit-ambiguous data/counts.csv:4:9",
    ]);
    expect(problems[0]).toMatchObject({
      rows: 2,
      args: {
        text: "Sở Du lịch",
        period: "2022",
        units: [
          { unit: "A", terms: [{ from: null, until: "2022-06-30" }] },
          { unit: "B", terms: [{ from: "2022-07-01", until: null }] },
        ],
      },
    });
  });

  test("codes and names that nobody else bears need no period", async () => {
    const { problems } = await checked([
      ...both("2022", "a", 1),
      ...both("2022", "SDL", 1),
      ...both("2022", "Xã Đổi", 1),
    ]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("reports show the code behind it, and take that for a name", async () => {
    const assessment = await checked(both("2022", "Sở Du lịch (B)", 1));
    expect([...assessment.units.values()].map(({ name }) => name)).toEqual([
      "Sở Du lịch (A)",
      "Sở Du lịch (B)",
      "Xã Đổi",
      "Xã Cũ",
    ]);
    expect(resultOf(assessment, "rate", { unit: "B", level: "tinh" }).numerator).toBe(1);
  });

  test("in a gap between both it is still the former's, and so outside its time", async () => {
    const units = "code,name,level,from,until\nA,Xã X,xa,,2022-Q1\nB,Xã X,xa,2022-Q3,\n";
    const files = {
      "plan.yaml": PLAN,
      "units.csv": units,
      "data/counts.csv": countsCsv(...both("2022-Q2", "Xã X", 1)),
    };
    const { problems } = await checkFiles(files);
    expect(brief(problems)[0]).toBe("error unit-outside-term data/counts.csv:2:1");
    expect(problems[0]?.args).toMatchObject({ unit: "Xã X (A)" });
  });
});

const SOURCE = `format: chitieu/source@1
id: own
name: { vi: a, en: a }
rows: record
columns:
  unit: { header: [Phòng] }
  code: { header: [Mã] }
  received: { header: [Nhận], type: date }
  settled: { header: [Trả], type: date, missing: [""] }
key: code
measures:
  d: { count: all, period: received }
  n: { count: all, period: settled }
`;

test("a record is whose the name was on each of its dates", async () => {
  const data =
    "Phòng;Mã;Nhận;Trả\nSở Du lịch;1;1/6/2022;1/7/2022\nSở Du lịch;2;1/6/2022;2/6/2022\nSở Du lịch;3;1/8/2022;\n";
  const files = { ...FILES, "own.yaml": SOURCE, "data/records.csv": data };
  const assessment = await checkFiles(files, { sources: ["own.yaml"], period: "2022", by: "unit" });
  expect(assessment.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [a, b] = ["A", "B"].map((unit) => resultOf(assessment, "rate", { unit, level: "tinh" }));
  expect([a?.numerator, a?.denominator, b?.numerator, b?.denominator]).toEqual([1, 2, 1, 1]);
});

describe("a file that is of one agency", () => {
  const source = `format: chitieu/source@1
id: own
name: { vi: a, en: a }
rows: record
unit-of: file
columns:
  field: { header: [Lĩnh vực] }
  on: { header: [Ngày], type: date }
  done: { header: [Đạt], type: count }
  all: { header: [Tổng], type: count }
measures:
  n: { sum: done, period: on }
  d: { sum: all, period: on }
`;
  const records = (...lines: string[]) => `Lĩnh vực;Ngày;Đạt;Tổng\n${lines.join("\n")}\n`;
  const request = { sources: ["own.yaml"], period: "2022", by: "unit" } as const;

  test("by its name is that of its period", async () => {
    const files = {
      ...FILES,
      "own.yaml": source,
      "data/2022-Q2/so-du-lich.csv": records("Đất đai;2/6/2022;1;2"),
      "data/2022-Q3/so-du-lich.csv": records("Đất đai;2/8/2022;1;2", "Hộ tịch;2/8/2022;1;2"),
    };
    const assessment = await checkFiles(files, request);
    expect(assessment.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const of = (unit: string) => resultOf(assessment, "rate", { unit, level: "tinh" }).numerator;
    expect([of("A"), of("B")]).toEqual([1, 2]);
  });

  test("and of each date where it states none", async () => {
    const files = {
      ...FILES,
      "own.yaml": source,
      "data/so-du-lich.csv": records("Đất đai;2/6/2022;1;2", "Đất đai;2/8/2022;1;2"),
    };
    const assessment = await checkFiles(files, request);
    expect(assessment.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const of = (unit: string) => resultOf(assessment, "rate", { unit, level: "tinh" }).numerator;
    expect([of("A"), of("B")]).toEqual([1, 1]);
  });
});

describe("what two agencies cannot share", () => {
  test.each([
    ["a name at one time", "A,Xã X,xa,,,2022-Q3\nB,xã x,xa,,2022-Q3,", "units.csv:3:3"],
    ["a name, where one has no end", "A,Xã X,xa,,,\nB,Xã X,xa,,2022-Q3,", "units.csv:3:3"],
    ["an alias: it stands where the alias does", "A,Xã X,xa,,,\nB,Xã Y,xa,y|XÃ X,,", "units.csv:3:11"],
    ["a code, whenever it holds", "A,Xã X,xa,,,2022-Q2\nB,Xã Y,xa,a,2022-Q3,", "units.csv:3:11"],
    // The code is that of its unit from the first row on.
    ["a name before the row whose code it is", "A,Xã X,xa,B,,2022-Q2\nB,Xã Y,xa,,2022-Q3,", "units.csv:3:1"],
  ])("%s", async (_, rows, place) => {
    const files = { "plan.yaml": PLAN, "units.csv": `code,name,level,aliases,from,until\n${rows}\n` };
    const problems = await inFolder(files, async (cwd) =>
      loadPlan("plan.yaml", { cwd }).then(
        () => [],
        (error: unknown) => (error as ProblemError).problems,
      ),
    );
    expect(brief(problems)).toEqual([`error name-twice ${place}`]);
    expect(problems[0]?.related).toMatchObject([{ file: "units.csv", line: 2 }]);
  });
});

test("a unit that an option names by a shared name has to be named by its code", async () => {
  await inFolder({ ...FILES, "data/counts.csv": countsCsv(...both("2022-Q3", "Sở Du lịch", 1)) }, async (cwd) => {
    const run = async (...argv: string[]) => runCli([...argv, "-p", "plan.yaml", "--lang", "en"], { cwd });
    for (const argv of [["explain", "rate"], ["trend"]]) {
      const refused = await run(...argv, "data", "--unit", "Sở Du lịch");
      expect(refused).toMatchObject({ exit: 2 });
      expect(refused.stderr).toContain("A (until 2022-06-30), B (from 2022-07-01) [unit-ambiguous]");
      expect((await run(...argv, "data", "--unit", "B")).exit).toBe(0);
    }
    // What `units` writes is the roster again.
    expect((await run("units", "data", "-o", "again.csv")).exit).toBe(0);
    await writeFile(path.join(cwd, "plan.yaml"), PLAN.replace("units.csv", "again.csv"));
    expect((await run("check", "data")).exit).toBe(0);
  });
});
