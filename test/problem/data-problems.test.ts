import { describe, expect, test } from "vitest";
import { brief, checkFiles, resultOf } from "../helpers/check-files.ts";
import { marked } from "../helpers/marked.ts";
import { planYaml, ratioPlan } from "../helpers/plan-yaml.ts";

const SOURCE = `
format: chitieu/source@1
id: own
rows: record
columns:
  unit: { header: [Phòng] }
  code: { header: [Mã] }
  kind: { header: [Loại], values: { online: [Trực tuyến], direct: [Trực tiếp] } }
  day: { header: [Ngày], type: date }
  amount: { header: [Số], type: count }
key: code
measures:
  n: { sum: amount, where: { kind: online }, period: day }
  d: { sum: amount, period: day }
`;
const PLAN = ratioPlan({ "at-least": "50%" });
const HEADER = "Phòng;Mã;Loại;Ngày;Số";

/** A file whose first row is sound, and whose others are as given. */
function own(...rows: string[]): string {
  return [HEADER, "Huế;a1;Trực tuyến;1/2/2022;5", ...rows, ""].join("\r\n");
}

describe("what is wrong in records has its place, and leaves no verdicts", () => {
  test.each<[name: string, file: string, code: string, args: object, field: string | null]>([
    ["a decimal comma in a count", own("Huế;a2;Trực tiếp;1/2/2022;‸12,5"), "count-unreadable", { text: "12,5" }, "Số"],
    [
      "a point that groups no thousand",
      own("Huế;a2;Trực tiếp;1/2/2022;‸257.7575"),
      "count-unreadable",
      { text: "257.7575" },
      "Số",
    ],
    ["a count below zero", own("Huế;a2;Trực tiếp;1/2/2022;‸-3"), "count-unreadable", { text: "-3" }, "Số"],
    [
      "a dash that the source does not declare",
      own("Huế;a2;Trực tiếp;1/2/2022;‸-"),
      "count-unreadable",
      { text: "-" },
      "Số",
    ],
    ["no count", own("Huế;a2;Trực tiếp;1/2/2022;‸"), "count-missing", {}, "Số"],
    ["a cell too few", own("‸Huế;a2;Trực tiếp;1/2/2022"), "row-ragged", { found: 4, expected: 5 }, null],
    ["a cell too many", own("Huế;a2;Trực tiếp;1/2/2022;5;‸x"), "row-ragged", { found: 6, expected: 5 }, null],
    [
      "a quote that is not closed",
      own('Huế;‸"a2;Trực tiếp;1/2/2022;5', "Huế;a3;Trực tiếp;1/2/2022;5"),
      "quote-wrong",
      { detail: "not-closed" },
      null,
    ],
    [
      "text after a closing quote",
      own('Huế;‸"a2"x;Trực tiếp;1/2/2022;5'),
      "quote-wrong",
      { detail: "before-text" },
      null,
    ],
    [
      "a quote inside a field without quotes",
      own('Huế;‸a"2;Trực tiếp;1/2/2022;5'),
      "quote-wrong",
      { detail: "after-text" },
      null,
    ],
    [
      "an unknown category",
      own("Huế;a2;‸Qua mạng;1/2/2022;5"),
      "category-unknown",
      { text: "Qua mạng", allowed: ["Trực tuyến", "Trực tiếp"] },
      "Loại",
    ],
    ["a blank where a category is due", own("Huế;a2;‸;1/2/2022;5"), "category-unknown", { text: "" }, "Loại"],
    ["an unreadable date", own("Huế;a2;Trực tiếp;‸31/2/2022;5"), "date-unreadable", { text: "31/2/2022" }, "Ngày"],
    ["no date", own("Huế;a2;Trực tiếp;‸;5"), "cell-missing", {}, "Ngày"],
    ["no unit", own("‸;a2;Trực tiếp;1/2/2022;5"), "cell-missing", {}, "Phòng"],
    ["no key", own("Huế;‸;Trực tiếp;1/2/2022;5"), "cell-missing", {}, "Mã"],
    ["a record twice", own("Huế;‸a1;Trực tiếp;1/2/2022;5"), "record-twice", { key: "a1" }, "Mã"],
    [
      "a header that lacks a column",
      `‸${own().replace(";Số", "")}`,
      "source-unknown",
      { nearest: "own", missing: ["Số"] },
      null,
    ],
    [
      "a Vietnamese header of plain counts lacks a Vietnamese column",
      `‸Kỳ,Mã đơn vị,Số liệu\n2022-Q1,A,n\n`,
      "source-unknown",
      { nearest: "counts", missing: ["Số lượng"] },
      null,
    ],
    [
      "an English one an English column",
      `‸period,unit,measure\n2022-Q1,A,n\n`,
      "source-unknown",
      { nearest: "counts", missing: ["count"] },
      null,
    ],
    ["a header of nothing known", `‸a;b\n1;2\n`, "source-unknown", { nearest: null }, null],
    ["a header that names a column twice", own().replace(";Số", ";Số;‸SỐ"), "column-twice", { header: "SỐ" }, "SỐ"],
  ])("%s", async (_, file, code, args, field) => {
    const { text, place } = marked(file);
    const { problems, exit, results, tasks } = await checkFiles(
      { "plan.yaml": PLAN, "own.yaml": SOURCE, "data/a.csv": text },
      { sources: ["own.yaml"] },
    );
    expect(brief(problems)).toEqual([`error ${code} data/a.csv:${place}`]);
    expect(problems[0]?.args).toMatchObject(args);
    expect(problems[0]?.at).toMatchObject({ field });
    expect({ exit, results, tasks }).toEqual({ exit: { code: 3, reason: "untrusted-data" }, results: [], tasks: [] });
  });

  test("a byte that is no UTF-8", async () => {
    const { text, place } = marked(own("Huế;a2;‸!rực tiếp;1/2/2022;5"));
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf("!")] = 0xd0;
    const { problems, exit, results } = await checkFiles({
      "plan.yaml": PLAN,
      "own.yaml": SOURCE,
      "data/a.csv": bytes,
    });
    expect(brief(problems)).toEqual([`error encoding-invalid data/a.csv:${place}`]);
    expect(problems[0]?.args).toMatchObject({ byte: "0xD0" });
    expect(exit.code).toBe(3);
    expect(results).toEqual([]);
  });

  test("half a character in UTF-16", async () => {
    const { text, place } = marked(own("Huế;a2;‸!rực tiếp;1/2/2022;5"));
    const bytes = Buffer.from(`\uFEFF${text.replace("!", "\uD800")}`, "utf16le");
    const { problems, exit } = await checkFiles({ "plan.yaml": PLAN, "own.yaml": SOURCE, "data/a.csv": bytes });
    expect(brief(problems)).toEqual([`error encoding-invalid data/a.csv:${place}`]);
    expect(exit.code).toBe(3);
  });

  test("an empty file", async () => {
    const { problems, exit } = await checkFiles({ "plan.yaml": PLAN, "data/a.csv": "" });
    expect(brief(problems)).toEqual(["error file-empty data/a.csv"]);
    expect(exit.code).toBe(3);
  });

  test("every error of a run is listed, by file, line and column", async () => {
    const { problems } = await checkFiles(
      {
        "plan.yaml": PLAN,
        "own.yaml": SOURCE,
        "data/b.csv": own("Huế;b2;Qua mạng;1/2/2022;x", "Huế;b3;Trực tiếp;hôm qua;y").replace("a1", "b1"),
        "data/a.csv": own("Huế;a2;Trực tiếp;1/2/2022;x"),
      },
      { sources: ["own.yaml"] },
    );
    expect(brief(problems)).toEqual([
      "error count-unreadable data/a.csv:3:27",
      "error category-unknown data/b.csv:3:8",
      "error count-unreadable data/b.csv:3:26",
      "error date-unreadable data/b.csv:4:18",
      "error count-unreadable data/b.csv:4:26",
    ]);
  });

  test("a text that no category covers is one problem, with its first place and its rows", async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, i) => `Huế;b${i};${i % 2 === 0 ? "Qua mạng" : "Trực tiếp"};1/2/2022;5`,
    );
    const { problems } = await checkFiles(
      { "plan.yaml": PLAN, "own.yaml": SOURCE, "data/a.csv": own(...rows) },
      { sources: ["own.yaml"] },
    );
    expect(problems).toMatchObject([{ code: "category-unknown", rows: 500, at: { line: 3, column: 8 } }]);
  });
});

describe("what is wrong in plain counts has its place", () => {
  const counts = (...rows: string[]) =>
    ["period,unit,level,measure,count", "2022-Q1,A,,n,1", "2022-Q1,A,,d,2", ...rows, ""].join("\n");

  test.each<[name: string, file: string, problem: string]>([
    ["no period", counts("‸,B,,n,1"), "error cell-missing"],
    ["a period that is none", counts("‸quý 5/2022,B,,n,1"), "error period-unreadable"],
    ["no measure", counts("2022-Q1,B,,‸,1"), "error cell-missing"],
    ["an unknown measure", counts("2022-Q1,B,,‸m,1"), "warning measure-unknown"],
    ["no count", counts("2022-Q1,B,,n,‸"), "error count-missing"],
    ["a figure twice", counts("‸2022-Q1,A,,n,1"), "error figure-twice"],
  ])("%s", async (_, file, problem) => {
    const { text, place } = marked(file);
    const { problems, exit, results } = await checkFiles({ "plan.yaml": PLAN, "data/counts.csv": text });
    expect(brief(problems)).toEqual([`${problem} data/counts.csv:${place}`]);
    const isError = problem.startsWith("error");
    expect(exit.code).toBe(isError ? 3 : 0);
    expect(results).toHaveLength(isError ? 0 : 1);
  });
});

describe("--keep-going assesses the indicators that no error could change", () => {
  const plan = planYaml({
    measures: { n: {}, d: {}, "reports.due": {}, "reports.sent_national": {} },
    indicators: {
      rate: { numerator: "n", denominator: "d", target: { "at-least": "50%" } },
      reports: { numerator: "reports.sent_national", denominator: "reports.due", target: { "at-least": "50%" } },
    },
  });
  const reports = "Đơn vị;Báo cáo định kỳ phải gửi;Báo cáo có nội dung mật;Gửi qua Hệ thống thông tin báo cáo quốc gia";
  const counts = "period,measure,count\n2022-Q1,n,1\n2022-Q1,d,2\n";
  const verdicts = async (files: Readonly<Record<string, string>>, planText: string = plan) => {
    const assessment = await checkFiles(
      { "plan.yaml": planText, "own.yaml": SOURCE, ...files },
      { keepGoing: true, sources: ["own.yaml"] },
    );
    const { exit, results, problems } = assessment;
    expect(exit).toEqual({ code: 3, reason: "untrusted-data" });
    expect(problems.map(({ severity }) => severity)).toContain("error");
    return Object.fromEntries(results.map(({ indicator, verdict, reason }) => [indicator, reason ?? verdict]));
  };

  test("an error in a file concerns what its source measures", async () => {
    const files = { "data/2022-Q1/bao-cao.csv": `${reports}\nA;x;0;4\n`, "data/counts.csv": counts };
    expect(await verdicts(files)).toEqual({ rate: "met", reports: "untrusted-data" });
  });

  test("an error in plain counts concerns what its row measures", async () => {
    const rows = "2022-Q1,reports.due,4\n2022-Q1,reports.sent_national,4.5\n";
    expect(await verdicts({ "data/counts.csv": counts + rows })).toEqual({ rate: "met", reports: "untrusted-data" });
  });

  test("an error in a file of no known source concerns everything", async () => {
    const files = { "data/a.csv": "x;y\n1;2\n", "data/counts.csv": counts };
    expect(await verdicts(files)).toEqual({ rate: "untrusted-data", reports: "untrusted-data" });
  });

  test("a text that is wrong in rows of two measures concerns both", async () => {
    const rows = "2022-Q9,n,5\n2022-Q9,reports.due,5\n2022-Q1,reports.due,4\n2022-Q1,reports.sent_national,4\n";
    expect(await verdicts({ "data/counts.csv": counts + rows })).toEqual({
      rate: "untrusted-data",
      reports: "untrusted-data",
    });
  });

  test("a record that two measures count twice concerns both", async () => {
    const both = planYaml({
      indicators: { n: { value: "n", target: { "at-least": "1" } }, d: { value: "d", target: { "at-least": "1" } } },
    });
    const files = { "data/a.csv": own("Huế;a1;Trực tuyến;2/2/2022;5") };
    expect(await verdicts(files, both)).toEqual({ n: "untrusted-data", d: "untrusted-data" });
  });

  test("a unit that two files state at two levels concerns what both measure", async () => {
    const levels = { tinh: { vi: "Cấp tỉnh", en: "Province" }, xa: { vi: "Cấp xã", en: "Commune" } };
    const byLevel = planYaml({
      levels,
      measures: { "work_files.total": {}, "agencies.total": {} },
      indicators: {
        files: { value: "work_files.total", target: { tinh: { "at-least": "1" } } },
        agencies: { value: "agencies.total", target: { tinh: { "at-least": "1" } } },
      },
    });
    const files = {
      "data/2022-Q1/a.csv":
        "Đơn vị;Cấp;Tổng số hồ sơ công việc;Hồ sơ công việc xử lý trên môi trường mạng\nA;Cấp tỉnh;5;4\n",
      "data/2022-Q1/b.csv": "Cơ quan;Cấp;Kết nối Mạng truyền số liệu chuyên dùng\nA;Cấp xã;Có\n",
    };
    expect(await verdicts(files, byLevel)).toEqual({ files: "untrusted-data", agencies: "untrusted-data" });
  });

  test("without it there are no verdicts at all", async () => {
    const files = { "plan.yaml": plan, "data/2022-Q1/bao-cao.csv": `${reports}\nA;x;0;4\n`, "data/counts.csv": counts };
    const { results, summary, exit } = await checkFiles(files);
    expect(results).toEqual([]);
    expect(Object.values(summary).every((count) => count === 0)).toBe(true);
    expect(exit.code).toBe(3);
  });

  test("an invalid result keeps no figure that could be taken for one", async () => {
    const files = { "plan.yaml": plan, "data/counts.csv": counts.replace("d,2", "d,x") };
    expect(resultOf(await checkFiles(files, { keepGoing: true }), "rate")).toMatchObject({
      verdict: "invalid",
      numerator: null,
      denominator: null,
      percent: null,
      formula: { values: {} },
    });
  });
});
