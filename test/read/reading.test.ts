import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Encoding } from "../../src/model.ts";
import { brief, checkFiles, inFolder, resultOf } from "../helpers/check-files.ts";
import { countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";
import { encoded } from "./encoded.ts";
import { rowsOf, workbookOf } from "./workbook-writer.ts";

const PLAN = ratioPlan({ "at-least": "50%" });
const TEXT = countsCsv("2022-Q1,Huế,,n,1234", "2022-Q1,Huế,,d,2000");

async function read(content: string | Uint8Array, name = "counts.csv", encoding: Encoding | null = null) {
  const assessment = await checkFiles({ "plan.yaml": PLAN, [`data/${name}`]: content }, { encoding });
  return { ...assessment, rate: assessment.results.length === 0 ? null : resultOf(assessment, "rate") };
}

function utf16(text: string, order: "le" | "be"): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

describe("the same table in other clothes has the same counts", () => {
  test.each<[string, string | Uint8Array]>([
    ["as it is", TEXT],
    ["with a byte order mark", `\uFEFF${TEXT}`],
    ["CRLF", TEXT.replaceAll("\n", "\r\n")],
    ["CR alone", TEXT.replaceAll("\n", "\r")],
    ["without a last newline", TEXT.trimEnd()],
    ["semicolons", TEXT.replaceAll(",", ";")],
    ["tabs", TEXT.replaceAll(",", "\t")],
    ["bars", TEXT.replaceAll(",", "|")],
    ["a sep= line", `sep=;\r\n${TEXT.replaceAll(",", ";")}`],
    ["a sep= line after a byte order mark", `\uFEFFsep=;\n${TEXT.replaceAll(",", ";")}`],
    ["UTF-16 LE with tabs, as Excel writes it", utf16(TEXT.replaceAll(",", "\t"), "le")],
    ["UTF-16 BE", utf16(TEXT, "be")],
    ["trailing empty columns", TEXT.replaceAll("\n", ",,\n")],
    ["empty lines", TEXT.replaceAll("\n", "\n\n")],
    ["lines of delimiters", TEXT.replaceAll("\n", "\n,,,,\n")],
    ["everything quoted", TEXT.replaceAll(/[^,\n]+/g, '"$&"')],
    ["decomposed letters", TEXT.normalize("NFD")],
    ["points in counts", TEXT.replaceAll(/,(\d)(\d{3})\n/g, ",$1.$2\n")],
    ["no-break spaces in counts", TEXT.replaceAll(/,(\d)(\d{3})\n/g, ",$1\u00A0$2\n")],
    ["Vietnamese headers", TEXT.replace("period,unit,level,measure,count", "Kỳ báo cáo,Đơn vị,Cấp,Số liệu,Số lượng")],
    [
      "headers in capitals and decomposed",
      TEXT.replace("period,unit,level,measure,count", "KỲ BÁO CÁO,ĐƠN VỊ,CẤP,SỐ LIỆU,SỐ LƯỢNG".normalize("NFD")),
    ],
    ["columns in another order", "count,measure,unit,period\n1234,n,Huế,2022-Q1\n2000,d,Huế,2022-Q1\n"],
    ["columns that nobody asked for", TEXT.replaceAll("\n", ",ghi chú\n")],
    ["a title above the header", `SỐ LIỆU QUÝ\n${TEXT}`],
    ["a title with a comma above a header with semicolons", `TÌNH HÌNH, KẾT QUẢ\n${TEXT.replaceAll(",", ";")}`],
  ])("%s", async (_, content) => {
    const { problems, rate } = await read(content);
    expect(brief(problems)).toEqual([]);
    expect(rate).toMatchObject({ verdict: "met", numerator: 1234, denominator: 2000 });
  });
});

describe("the same table in another format has the same counts", () => {
  const rows = TEXT.trim()
    .split("\n")
    .map((line) => line.split(",").map((cell) => (/^\d{4}$/.test(cell) ? Number(cell) : cell)));
  const page = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join("")}`).join("\n");

  test.each<[string, string, string | Uint8Array, Encoding?]>([
    ["a workbook", "counts.xlsx", workbookOf({ sheets: [{ name: "Số liệu", rows: rowsOf(rows) }] })],
    ["a page that is called a workbook", "counts.xls", `<html><table>${page}</table></html>`],
    ["text that is called a workbook", "counts.xls", TEXT.replaceAll(",", "\t")],
    ["gzip", "counts.csv.gz", gzipSync(TEXT)],
    ["a workbook in gzip", "counts.xlsx.gz", gzipSync(workbookOf({ sheets: [{ name: "S", rows: rowsOf(rows) }] }))],
    ["windows-1258", "counts.csv", encoded(TEXT, "windows-1258"), "windows-1258"],
    ["TCVN3", "counts.txt", encoded(TEXT, "tcvn3"), "tcvn3"],
    ["UTF-16 without a mark", "counts.txt", encoded(TEXT, "utf-16le"), "utf-16le"],
  ])("%s", async (_, name, content, encoding) => {
    const { problems, rate } = await read(content, name, encoding);
    expect(brief(problems)).toEqual([]);
    expect(rate).toMatchObject({ verdict: "met", numerator: 1234, denominator: 2000 });
  });

  test.each([
    [["--encoding", "tcvn3"], 0],
    [[], 3],
  ])("TCVN3 on standard input with %j", async (options, exit) => {
    const stdin = encoded(TEXT, "tcvn3");
    await inFolder({ "plan.yaml": PLAN }, async (cwd) => {
      const run = await runCli(["check", "-", "-p", "plan.yaml", "-f", "json", ...options], { cwd, stdin });
      expect(run.exit).toBe(exit);
      const { inputs } = JSON.parse(run.stdout) as { readonly inputs: readonly { readonly encoding: string }[] };
      expect(inputs[0]?.encoding).toBe(exit === 0 ? "tcvn3" : null);
    });
  });

  describe("files of one run may be encoded each its own way", () => {
    const files = {
      "plan.yaml": PLAN,
      "data/a.csv": encoded(TEXT, "tcvn3"),
      "data/old/b.csv": encoded(TEXT.replaceAll("2022-Q1", "2022-Q2"), "windows-1258"),
      "data/c.csv": TEXT.replaceAll("2022-Q1", "2022-Q3"),
    };
    const encodingsOf = async (config: string, ...options: readonly string[]) =>
      inFolder({ ...files, "chitieu.yaml": `plan: plan.yaml\n${config}` }, async (cwd) => {
        const { stdout, exit } = await runCli(["check", "data", "-f", "json", ...options], { cwd });
        const { inputs } = JSON.parse(stdout) as { readonly inputs: readonly { readonly encoding: string }[] };
        return [exit, ...inputs.map(({ encoding }) => encoding)];
      });
    const EACH = [0, "tcvn3", "utf-8", "windows-1258"];

    test("as the command says", async () => {
      const named = ["--encoding", "tcvn3=data/a.csv", "--encoding", "windows-1258=data/old/*.csv"];
      expect(await encodingsOf("", ...named)).toEqual(EACH);
    });

    test("what is said of a file holds before what is said of all", async () => {
      const named = ["--encoding", "utf-8=data/c.csv", "--encoding", "windows-1258=data/old", "--encoding", "tcvn3"];
      expect(await encodingsOf("", ...named)).toEqual(EACH);
    });

    test("as chitieu.yaml says, where the command says nothing", async () => {
      const config = "encoding: { tcvn3: data/a.csv, windows-1258: [data/old/*.csv] }\n";
      expect(await encodingsOf(config)).toEqual(EACH);
      expect(await encodingsOf(config, "--encoding", "tcvn3=data/a.csv")).toEqual([3, "tcvn3", "utf-8", null]);
    });

    test("one that nobody knows, or that names no file, is wrong usage", async () => {
      expect(await encodingsOf("", "--encoding", "tcvn=data/a.csv")).toEqual([2]);
      expect(await encodingsOf("", "--encoding", "tcvn3=data/z.csv")).toEqual([2]);
      expect(await encodingsOf("encoding: { tcvn: data/a.csv }\n")).toEqual([2]);
    });
  });

  test("a fraction in a workbook is no count, and named by its cell", async () => {
    const wrong = rows.map((row) => row.map((cell) => (cell === 1234 ? 1234.5 : cell)));
    const { problems } = await read(workbookOf({ sheets: [{ name: "Số liệu", rows: rowsOf(wrong) }] }), "a.xlsx");
    expect(problems).toMatchObject([
      {
        code: "count-unreadable",
        args: { text: "1234.5" },
        at: { in: "sheet", sheet: "Số liệu", line: 2, column: 5, cell: "E2", field: "count" },
        excerpt: { line: "2022-Q1 | Huế |  | n | 1234.5" },
      },
    ]);
  });
});

describe("which files of a folder are read", () => {
  test("names that begin with ~$, . or _ are skipped and listed", async () => {
    const { inputs, problems } = await checkFiles({
      "plan.yaml": PLAN,
      "data/a.csv": TEXT,
      "data/~$a.csv": "x",
      "data/.hidden.csv": "x",
      "data/_old/b.csv": "x",
      "data/notes.md": "x",
    });
    expect(inputs.map(({ file }) => file)).toEqual(["data/a.csv"]);
    expect(brief(problems)).toEqual([
      "note file-skipped data/.hidden.csv",
      "note file-skipped data/_old/b.csv",
      "note file-skipped data/~$a.csv",
    ]);
  });

  test.each(["data/nothing.csv", "data/*.tsv", "none"])(
    "%s matches nothing, which is wrong usage",
    async (argument) => {
      const run = checkFiles({ "plan.yaml": PLAN, "data/a.csv": TEXT }, { data: ["data/a.csv", argument] });
      await expect(run).rejects.toMatchObject({ problems: [{ code: "data-not-found", args: { argument } }] });
    },
  );

  test("a folder without exports is wrong usage", async () => {
    const run = checkFiles({ "plan.yaml": PLAN, "data/a.md": TEXT });
    await expect(run).rejects.toMatchObject({ problems: [{ code: "data-empty", args: { argument: "data" } }] });
  });

  test("a glob is expanded, with ** over folders", async () => {
    const files = {
      "plan.yaml": PLAN,
      "data/q1/a.csv": TEXT,
      "data/q1/b.txt": "x",
      "data/c.csv": TEXT.replaceAll("Q1", "Q2"),
    };
    const { inputs } = await checkFiles(files, { data: ["data/**/*.csv"] });
    expect(inputs.map(({ file }) => file)).toEqual(["data/c.csv", "data/q1/a.csv"]);
  });

  test("standard input", async () => {
    const assessment = await checkFiles(
      { "plan.yaml": PLAN },
      { data: ["-"], readStandardInput: () => Promise.resolve(Buffer.from(TEXT)) },
    );
    expect(assessment.inputs).toMatchObject([{ file: "-", bytes: Buffer.byteLength(TEXT), source: "counts" }]);
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 1234 });
  });
});

describe("the period of a file", () => {
  const csv =
    "Đơn vị;Báo cáo định kỳ phải gửi;Báo cáo có nội dung mật;Gửi qua Hệ thống thông tin báo cáo quốc gia\nA;5;0;4\n";
  const plan = ratioPlan(
    { "at-least": "50%" },
    {
      measures: { "reports.due": {}, "reports.sent_national": {} },
      indicator: { numerator: "reports.sent_national", denominator: "reports.due" },
    },
  );
  const periods = async (name: string, request: object = {}) => {
    const { inputs, problems } = await checkFiles({ "plan.yaml": plan, [`data/${name}`]: csv }, request);
    return [inputs[0]?.period ?? null, ...brief(problems)];
  };

  test.each([
    ["2022-Q1/bao-cao.csv", "2022-Q1"],
    ["bao-cao_quy-2-2022.csv", "2022-Q2"],
    ["2022/Quý III/../bao-cao_quy_iii_2022.csv", "2022-Q3"],
    ["2022/2022-Q4/thang-12-2022.csv", "2022-12"],
    ["Năm 2022/bao-cao.csv", "2022"],
    ["6 tháng đầu năm 2022/bao-cao.csv", "2022-H1"],
    ["Báo cáo 9 tháng năm 2022.csv", "2022-9M"],
    ["Báo cáo quý I năm 2022 (bản 2).csv", "2022-Q1"],
    ["bao-cao_thang-6-nam-2022.csv", "2022-06"],
  ])("%s", async (name, period) => expect(await periods(name)).toEqual([period]));

  test("that nothing states is an error", async () => {
    expect(await periods("bao-cao.csv")).toEqual([null, "error period-unknown data/bao-cao.csv"]);
  });

  test.each(["2022-Q1/bao-cao_quy-2-2022.csv", "2022-Q1/2022-H2/bao-cao.csv", "bao-cao_2022-Q1_2022-Q2.csv"])(
    "%s states two, which is an error",
    async (name) => expect(await periods(name)).toEqual([null, `error period-disagrees data/${name}`]),
  );

  test("that the user names wins", async () => {
    const request = { periodOf: [{ period: "2022-Q3", file: "data/**/*.csv" }] };
    expect(await periods("2022-Q1/bao-cao_quy-2-2022.csv", request)).toEqual(["2022-Q3"]);
  });

  test("in a column must lie within what the name states", async () => {
    const { problems } = await checkFiles({ "plan.yaml": PLAN, "data/2022-Q2/counts.csv": TEXT });
    expect(brief(problems)).toEqual(["error period-disagrees data/2022-Q2/counts.csv:2:1"]);
    const within = await checkFiles({ "plan.yaml": PLAN, "data/2022-H1/counts.csv": TEXT });
    expect(brief(within.problems)).toEqual([]);
  });
});

describe("which source a file is", () => {
  const OWN = `
format: chitieu/source@1
id: own
rows: unit
columns:
  unit: { header: [Phòng] }
  n: { header: [Đạt], type: count, missing: ["-"], zero: [không] }
  d: { header: [Tổng], type: count }
measures: { n: n, d: d }
`;
  const files = {
    "plan.yaml": PLAN,
    "own.yaml": OWN,
    "data/2022-Q1/a.csv": "Phòng,Đạt,Tổng\nA,6,10\nB,Không,5\nC,-,9\n",
  };

  test("by its header, among the user's own sources", async () => {
    const assessment = await checkFiles(files, { sources: ["own.yaml"] });
    expect(assessment.inputs).toMatchObject([{ source: "own", rows: 3, period: "2022-Q1" }]);
    expect(resultOf(assessment, "rate")).toMatchObject({
      numerator: 6,
      denominator: 15,
      coverage: { missing: [{ unit: "C", periods: ["2022-Q1"] }] },
    });
  });

  test("as the user says", async () => {
    const assessment = await checkFiles(files, { data: [], sourceOf: [{ source: "own.yaml", file: "data/**/*.csv" }] });
    expect(assessment.inputs).toMatchObject([{ file: "data/2022-Q1/a.csv", source: "own" }]);
  });

  test("unknown is an error that names the nearest and what it lacks", async () => {
    const documents = "Đơn vị,Tổng số văn bản trao đổi,Văn bản mật\nA,1,0\n";
    const { problems, exit } = await checkFiles({ "plan.yaml": PLAN, "data/2022-Q1/a.csv": documents });
    expect(brief(problems)).toEqual(["error source-unknown data/2022-Q1/a.csv:1:1"]);
    expect(problems[0]?.args).toEqual({ nearest: "documents", missing: ["Văn bản điện tử"] });
    expect(exit.code).toBe(3);
  });

  test("that the user names but that does not fit is an error", async () => {
    const { problems } = await checkFiles(files, { sourceOf: [{ source: "documents", file: "data/2022-Q1/a.csv" }] });
    expect(brief(problems)).toEqual(["error source-misfit data/2022-Q1/a.csv:1:1"]);
  });

  test("that the user names for a workbook has all its sheets that have most of its columns", async () => {
    const named = {
      name: "2022-Q1",
      rows: rowsOf([
        ["Phòng", "Đạt", "Tổng"],
        ["A", 6, 10],
      ]),
    };
    const other = {
      name: "Khác",
      rows: rowsOf([
        ["Phòng", "Đạt"],
        ["B", 6],
      ]),
    };
    const { problems } = await checkFiles(
      { "plan.yaml": PLAN, "own.yaml": OWN, "data/a.xlsx": workbookOf({ sheets: [named, other] }) },
      { sourceOf: [{ source: "own.yaml", file: "data/a.xlsx" }] },
    );
    expect(brief(problems)).toEqual(["error source-misfit data/a.xlsx:1:1"]);
  });

  test("that two fit is an error that names both", async () => {
    const other = OWN.replace("id: own", "id: other");
    const { problems } = await checkFiles({ ...files, "other.yaml": other }, { sources: ["own.yaml", "other.yaml"] });
    expect(problems).toMatchObject([{ code: "source-ambiguous", args: { sources: ["own", "other"] } }]);
  });

  test("a column that stands twice is an error at the second", async () => {
    const twice = { ...files, "data/2022-Q1/a.csv": "Phòng,Đạt,Tổng,ĐẠT\nA,6,10,7\n" };
    const { problems } = await checkFiles(twice, { sources: ["own.yaml"] });
    expect(brief(problems)).toEqual(["error column-twice data/2022-Q1/a.csv:1:16"]);
  });
});

describe("a sheet that no source fits, in a workbook of which another is read", () => {
  const sheet = (name: string, ...header: string[]) => ({ name, rows: rowsOf([header, header.map(() => "?")]) });
  const USED = {
    name: "2022-Q1",
    rows: rowsOf(
      TEXT.trim()
        .split("\n")
        .map((line) => line.split(",")),
    ),
  };

  test.each([
    ["notes", sheet("Ghi chú", "Người lập", "Ngày"), "note sheet-unused"],
    ["half of a source's columns", sheet("Danh mục", "measure", "Tên"), "note sheet-unused"],
    [
      "most of a source's columns",
      sheet("Khác", "Cơ quan báo cáo", "Hồ sơ giải quyết qua hệ thống một cửa"),
      "error source-unknown",
    ],
    ["the name of a period and no column", sheet("Biểu đồ 2022-Q2", "a", "b"), "note sheet-unused"],
    ["the name of a period and a column", sheet("2022-Q2", "measure", "Tên"), "error source-unknown"],
  ])("with %s", async (_, other, expected) => {
    const { problems } = await read(workbookOf({ sheets: [USED, other] }), "a.xlsx");
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([expected]);
  });
});
