import { describe, expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { planYaml } from "../helpers/plan-yaml.ts";

const RATE = { rate: { numerator: "n", denominator: "d", target: { "at-least": "50%" } } };
const plan = (measures: object = {}, more: object = {}) =>
  planYaml({ measures: { n: {}, d: {}, ...measures }, indicators: RATE, ...more });

describe("keys in plain counts", () => {
  const header = "period,unit,measure,count,key\n";

  test("of a measure that is a sum change nothing, and its rows are stated twice", async () => {
    const csv = `${header}2022-Q1,A,n,5,x1\n2022-Q1,A,n,7,x2\n2022-Q1,A,d,20,\n`;
    const { problems, exit } = await checkFiles({ "plan.yaml": plan(), "data/a.csv": csv });
    expect(brief(problems)).toEqual(["error figure-twice data/a.csv:3:1"]);
    expect(exit.code).toBe(3);
  });

  test.each([
    ["first", "2022-Q1,A,n,5,\n2022-Q1,A,n,1,k1\n"],
    ["last", "2022-Q1,A,n,1,k1\n2022-Q1,A,n,5,\n"],
  ])("beside a plain count that comes %s are an error", async (_, rows) => {
    const csv = `${header}${rows}2022-Q1,A,d,6,\n`;
    const { problems } = await checkFiles({ "plan.yaml": plan({ n: { accumulate: "distinct" } }), "data/a.csv": csv });
    expect(brief(problems)).toEqual(["error figure-twice data/a.csv:3:1"]);
  });
});

describe("a source of one's own", () => {
  const unitSource = (level: string) => `
format: chitieu/source@1
id: own
rows: unit
columns:
  unit: { header: [Phòng] }
  level: ${level}
  a: { header: [Đạt], type: count }
  b: { header: [Tổng], type: count }
measures: { n: a, d: b }
`;

  test("whose category does not know a text says so, in rows of units as well", async () => {
    const source = unitSource("{ header: [Cấp], values: { tinh: [Sở], xa: [Xã] } }");
    const levels = { tinh: { vi: "Tỉnh", en: "Province" }, xa: { vi: "Xã", en: "Commune" } };
    const files = { "plan.yaml": plan({}, { levels }), "own.yaml": source };
    const csv = "Phòng;Cấp;Đạt;Tổng\nA;Sở;5;10\nB;Huyện;6;10\n";
    const { problems, exit } = await checkFiles({ ...files, "data/2022-Q1/a.csv": csv }, { sources: ["own.yaml"] });
    expect(brief(problems)).toEqual(["error category-unknown data/2022-Q1/a.csv:3:3"]);
    expect(exit.code).toBe(3);
  });

  const recordSource = `
format: chitieu/source@1
id: own
rows: record
covers: all
columns:
  unit: { header: [Phòng] }
  channel: { header: [Kênh], values: { online: [online], direct: [direct] } }
  a: { header: [Số], type: count, missing: ["-"], optional: true }
  settled: { header: [Ngày], type: date }
measures:
  n: { count: { channel: online }, period: settled }
  d: { count: all, period: settled }
  s: { sum: a, period: settled }
`;

  test("that covers the roster counts units beyond it on both sides", async () => {
    const roster = "code,name,level\nA,Sở A,tinh\nB,Sở B,tinh\n";
    const levels = { tinh: { vi: "Tỉnh", en: "Province" } };
    const csv = "Phòng;Kênh;Ngày\nA;online;3/1/2022\nZ;direct;4/1/2022\nZ;direct;5/1/2022\n";
    const files = {
      "plan.yaml": plan({}, { levels, units: "units.csv" }),
      "units.csv": roster,
      "own.yaml": recordSource,
    };
    const assessment = await checkFiles({ ...files, "data/a.csv": csv }, { sources: ["own.yaml"] });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 1, denominator: 3 });
  });

  test("whose sum is declared missing reports nothing, not 0", async () => {
    const indicators = { sum: { value: "s", target: { "at-least": "1" } } };
    const files = { "plan.yaml": planYaml({ measures: { s: {} }, indicators }), "own.yaml": recordSource };
    const csv = "Phòng;Kênh;Số;Ngày\nA;online;-;3/1/2022\nB;online;4;3/1/2022\n";
    const assessment = await checkFiles({ ...files, "data/a.csv": csv }, { sources: ["own.yaml"], period: "2022-Q1" });
    expect(resultOf(assessment, "sum")).toMatchObject({
      value: 4,
      coverage: { missing: [{ unit: "A", periods: ["2022-Q1"] }] },
    });
  });

  test("one header of two columns is an error in the source", async () => {
    const source = unitSource("{ header: [Đạt], optional: true }");
    const files = { "plan.yaml": plan(), "own.yaml": source, "data/2022-Q1/a.csv": "Phòng;Đạt;Tổng\nA;1;2\n" };
    await expect(checkFiles(files, { sources: ["own.yaml"] })).rejects.toMatchObject({
      problems: [{ code: "name-twice" }],
    });
  });
});

test("a stock whose keys limit a union is needed: without it nothing is counted", async () => {
  const measures = { n: { accumulate: "distinct", within: "st" }, st: { accumulate: "last" } };
  const csv = "period,unit,measure,count,key\n2022-Q1,A,n,1,k1\n2022-Q1,A,n,1,k2\n2022-Q1,A,d,2,\n";
  const files = { "plan.yaml": plan(measures) };
  const unlimited = await checkFiles({ ...files, "data/a.csv": csv });
  expect(resultOf(unlimited, "rate")).toMatchObject({ verdict: "no-data", reason: "not-reported" });
  const limited = await checkFiles({ ...files, "data/a.csv": `${csv}2022-Q1,A,st,1,k1\n` });
  expect(resultOf(limited, "rate")).toMatchObject({ numerator: 1, denominator: 2 });
});

test("two counts of one stock on one day are an error, in whichever periods they are stated", async () => {
  const csv = "period,unit,measure,count\n2022-12,A,n,5\n2022-Q4,A,n,1\n2022-Q4,A,d,9\n";
  const { problems } = await checkFiles({ "plan.yaml": plan({ n: { accumulate: "last" } }), "data/a.csv": csv });
  expect(brief(problems)).toEqual(["error stock-twice data/a.csv:3:1"]);
});
