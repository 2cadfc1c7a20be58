import { describe, expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { planYaml } from "../helpers/plan-yaml.ts";

const SOURCE = `
format: chitieu/source@1
id: dossiers
rows: record
columns:
  unit: { header: [Mã đơn vị] }
  code: { header: [Số hồ sơ] }
  channel: { header: [Kênh], values: { online: [Trực tuyến], direct: [Trực tiếp] } }
  received: { header: [Ngày tiếp nhận], type: date }
  settled: { header: [Ngày giải quyết], type: date, missing: [""] }
key: code
measures:
  received: { count: all, period: received }
  settled: { count: all, period: settled }
  settled_online: { count: { channel: online }, period: settled }
`;

function plan(starts = "2022-01-01") {
  return planYaml({
    year: { label: "2022", starts },
    measures: { received: {}, settled: {}, settled_online: {} },
    indicators: {
      received: { value: "received", target: { "at-least": "1" } },
      settled: { value: "settled", target: { "at-least": "1" } },
      online: { numerator: "settled_online", denominator: "settled", target: { "at-least": "50%" } },
    },
  });
}

function dossiers(...rows: string[]): string {
  return ["Mã đơn vị;Số hồ sơ;Kênh;Ngày tiếp nhận;Ngày giải quyết", ...rows, ""].join("\n");
}

async function checkDossiers(files: Readonly<Record<string, string>>, request: object = {}) {
  const data = Object.fromEntries(Object.entries(files).map(([name, text]) => [`data/${name}`, text]));
  return checkFiles(
    { "plan.yaml": plan(), "dossiers.yaml": SOURCE, ...data },
    { sources: ["dossiers.yaml"], ...request },
  );
}

describe("a dossier received in one quarter and settled in the next", () => {
  const file = dossiers("A;x1;Trực tuyến;30/3/2022;02/04/2022", "A;x2;Trực tiếp;1/4/2022;5/4/2022 16:30");

  test.each([
    ["2022-Q1", { received: 1, settled: null }],
    ["2022-Q2", { received: 1, settled: 2 }],
  ])("counts in %s alone by the date of each measure", async (period, { received, settled }) => {
    const assessment = await checkDossiers({ "mot-cua.csv": file }, { period, window: "period" });
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "received").value).toBe(received);
    expect(resultOf(assessment, "settled").value).toBe(settled);
  });

  test("counts in each once over the year", async () => {
    const assessment = await checkDossiers({ "mot-cua.csv": file });
    expect(resultOf(assessment, "received").value).toBe(2);
    expect(resultOf(assessment, "online")).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test("is no duplicate where the second quarter's file lists it again, for a plan that counts settled ones", async () => {
    const settledOnly = planYaml({
      measures: { settled: {} },
      indicators: { settled: { value: "settled", target: { "at-least": "1" } } },
    });
    const assessment = await checkDossiers({
      "../plan.yaml": settledOnly,
      "2022-Q1/mot-cua.csv": dossiers("A;x1;Trực tuyến;30/3/2022;"),
      "2022-Q2/mot-cua.csv": dossiers("A;x1;Trực tuyến;30/3/2022;02/04/2022"),
    });
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "settled").value).toBe(1);
  });
});

describe("a file of records reports every measure of its source", () => {
  test("0 where nothing matches, for the period that it states", async () => {
    const assessment = await checkDossiers({ "2022-Q1/mot-cua.csv": dossiers("A;x1;Trực tiếp;3/1/2022;4/1/2022") });
    expect(resultOf(assessment, "online")).toMatchObject({ verdict: "missed", numerator: 0, denominator: 1 });
  });

  test("a date outside the plan's year is outside the window and no error", async () => {
    const rows = ["A;x1;Trực tuyến;30/12/2021;3/1/2022", "A;x2;Trực tiếp;30/12/2022;3/1/2023"];
    const assessment = await checkDossiers({ "mot-cua.csv": dossiers(...rows) });
    expect(assessment.problems).toMatchObject([
      { severity: "note", code: "dates-outside", at: { line: 2 } },
      { severity: "note", code: "dates-outside", at: { line: 3 } },
    ]);
    expect(resultOf(assessment, "received").value).toBe(1);
    expect(resultOf(assessment, "settled").value).toBe(1);
  });

  test("rows of one source add up across files", async () => {
    const assessment = await checkDossiers({
      "a.csv": dossiers("A;x1;Trực tuyến;3/1/2022;4/1/2022"),
      "b.csv": dossiers("A;x2;Trực tiếp;3/1/2022;4/1/2022", "B;x3;Trực tiếp;3/1/2022;4/1/2022"),
    });
    expect(resultOf(assessment, "online")).toMatchObject({ numerator: 1, denominator: 3 });
  });
});

describe("who an export speaks for", () => {
  const roster = "code,name,level\nA,Sở A,tinh\nB,Sở B,tinh\n";
  const withRoster = planYaml({
    levels: { tinh: { vi: "Cấp tỉnh", en: "Province" } },
    units: "units.csv",
    measures: { received: {}, settled: {}, settled_online: {} },
    indicators: { settled: { value: "settled", target: { "at-least": "1" } } },
  });
  const coverage = async (source: string) => {
    const files = {
      "plan.yaml": withRoster,
      "units.csv": roster,
      "dossiers.yaml": source,
      "data/2022-Q1/a.csv": dossiers("A;x1;Trực tuyến;3/1/2022;4/1/2022"),
    };
    return resultOf(await checkFiles(files, { sources: ["dossiers.yaml"] }), "settled").coverage;
  };

  test("those it has rows for", async () => {
    expect(await coverage(SOURCE)).toMatchObject({ reported: 1, missing: [{ unit: "B", periods: ["2022-Q1"] }] });
  });

  test("the whole roster, where the source says so", async () => {
    expect(await coverage(`${SOURCE}covers: all\n`)).toMatchObject({ expected: 2, reported: 2, missing: [] });
  });
});

test("dates fall into months where the source says so", async () => {
  const files = {
    "plan.yaml": plan(),
    "dossiers.yaml": `${SOURCE}by: month\n`,
    "data/a.csv": dossiers("A;x1;Trực tuyến;31/1/2022;1/2/2022", "A;x2;Trực tuyến;28/2/2022;28/2/2022"),
  };
  const assessment = await checkFiles(files, { sources: ["dossiers.yaml"], period: "2022-02", window: "period" });
  expect(resultOf(assessment, "received").value).toBe(1);
  expect(resultOf(assessment, "settled").value).toBe(2);
});

describe("the same record twice", () => {
  const row = "A;x1;Trực tuyến;3/1/2022;4/1/2022";

  test("within a file", async () => {
    const { problems, exit, results } = await checkDossiers({
      "a.csv": dossiers(row, "A;x2;Trực tuyến;3/1/2022;4/1/2022", row),
    });
    expect(brief(problems)).toEqual(["error record-twice data/a.csv:4:3"]);
    expect(problems[0]).toMatchObject({
      args: { key: "x1", period: "2022-Q1" },
      related: [{ file: "data/a.csv", line: 2 }],
    });
    expect(exit.code).toBe(3);
    expect(results).toEqual([]);
  });

  test("across files", async () => {
    const { problems } = await checkDossiers({
      "a.csv": dossiers(row),
      "b.csv": dossiers("A;x2;Trực tuyến;3/1/2022;4/1/2022", row),
    });
    expect(brief(problems)).toEqual(["error record-twice data/b.csv:3:3"]);
    expect(problems[0]?.related).toMatchObject([{ file: "data/a.csv", line: 2, column: 3 }]);
  });

  test("thrice is two errors", async () => {
    const { problems } = await checkDossiers({ "a.csv": dossiers(row, row, row) });
    expect(brief(problems)).toEqual(["error record-twice data/a.csv:3:3", "error record-twice data/a.csv:4:3"]);
  });

  test("is one where only its letters are composed differently", async () => {
    const { problems } = await checkDossiers({
      "a.csv": dossiers(
        "A;hồ sơ 1;Trực tuyến;3/1/2022;4/1/2022",
        "A;hồ sơ 1;Trực tuyến;3/1/2022;4/1/2022".normalize("NFD"),
      ),
    });
    expect(problems.map(({ code }) => code)).toEqual(["record-twice"]);
  });

  test("in two quarters' files is one, for a plan that counts it by the day it came in", async () => {
    const { problems } = await checkDossiers({
      "2022-Q1/a.csv": dossiers("A;x1;Trực tuyến;30/3/2022;"),
      "2022-Q2/a.csv": dossiers("A;x1;Trực tuyến;30/3/2022;02/04/2022"),
    });
    expect(problems).toMatchObject([
      { code: "record-twice", args: { key: "x1", measure: "received", period: "2022-Q1" } },
    ]);
  });
});

describe("the same file twice", () => {
  const row = "A;x1;Trực tuyến;3/1/2022;4/1/2022";

  test("under two names is an error", async () => {
    const { problems, exit } = await checkDossiers({ "a.csv": dossiers(row), "b.csv": dossiers(row) });
    expect(problems).toMatchObject([
      {
        code: "file-twice",
        args: { other: "data/a.csv" },
        at: { file: "data/b.csv" },
        related: [{ file: "data/a.csv" }],
      },
    ]);
    expect(exit.code).toBe(3);
  });

  test("named twice is one file", async () => {
    const assessment = await checkDossiers({ "a.csv": dossiers(row) }, { data: ["data", "data/a.csv", "data/*.csv"] });
    expect(assessment.problems).toEqual([]);
    expect(assessment.inputs).toHaveLength(1);
    expect(resultOf(assessment, "settled").value).toBe(1);
  });
});

describe("a year that starts on 15 December, where quarters close on the 14th", () => {
  const settled = (...dates: string[]) => dossiers(...dates.map((date, i) => `A;x${i};Trực tiếp;${date};${date}`));

  test.each([
    ["14/12/2021", null],
    ["15/12/2021", "2022-Q1"],
    ["14/3/2022", "2022-Q1"],
    ["15/3/2022", "2022-Q2"],
    ["2022-06-14", "2022-Q2"],
    ["15/6/2022", "2022-Q3"],
    ["15.9.2022", "2022-Q4"],
    ["14/12/2022", "2022-Q4"],
    ["15/12/2022", null],
  ])("%s falls into %s", async (date, period) => {
    const assessment = await checkFiles(
      { "plan.yaml": plan("2021-12-15"), "dossiers.yaml": SOURCE, "data/a.csv": settled(date) },
      { sources: ["dossiers.yaml"] },
    );
    expect(assessment.period).toBe(period);
    expect(resultOf(assessment, "settled").value).toBe(period === null ? null : 1);
  });

  test("the target is due on the 14th", async () => {
    const assessment = await checkFiles(
      { "plan.yaml": plan("2021-12-15"), "dossiers.yaml": SOURCE, "data/a.csv": settled("1/2/2022") },
      { sources: ["dossiers.yaml"] },
    );
    expect(resultOf(assessment, "settled").target?.due).toBe("2022-12-14");
  });
});

describe("a count that is declared missing withholds its figure", () => {
  const files = (cells: readonly string[]) => ({
    "plan.yaml": planYaml({
      measures: { pages: {} },
      indicators: { pages: { value: "pages", target: { "at-least": "1" } } },
    }),
    "pages.yaml": `
format: chitieu/source@1
id: pages
rows: record
columns:
  unit: { header: [Đơn vị] }
  pages: { header: [Số trang], type: count, missing: ["*"] }
measures:
  pages: { sum: pages }
`,
    "2022-Q1/a.csv": `Đơn vị;Số trang\n${cells.map((cell) => `A;${cell}\n`).join("")}`,
  });

  test.each([
    ["beside none that is unreadable", ["1", "2", "*"], ["warning blank-withholds"]],
    [
      "beside an unreadable one, wherever it stands",
      ["1", "x", "*"],
      ["error count-unreadable", "warning blank-withholds"],
    ],
    ["in a third row", ["*", "2", "x"], ["error count-unreadable", "warning blank-withholds"]],
    ["and an unreadable one alone does not", ["1", "2", "x"], ["error count-unreadable"]],
    ["nor does a sum that is too large", ["9007199254740991", "1", "1"], ["error sum-too-large"]],
  ])("%s", async (_, cells, expected) => {
    const { problems } = await checkFiles(files(cells), { sources: ["pages.yaml"], data: ["2022-Q1"] });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`).sort()).toEqual(expected);
  });
});
