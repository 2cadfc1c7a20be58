import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadSource, validate } from "../src/index.ts";
import type { Validation } from "../src/index.ts";
import { brief, inFolder } from "./helpers/check-files.ts";
import type { Files } from "./helpers/check-files.ts";
import { countsCsv } from "./helpers/plan-yaml.ts";

/** Validates the files in `data/` for no plan. */
async function validateFiles(files: Files, sources: readonly string[] = []): Promise<Validation> {
  return inFolder(files, async (cwd) =>
    validate({ data: ["data"], cwd, sources: await Promise.all(sources.map((file) => loadSource(file, { cwd }))) }),
  );
}

const briefly = async (files: Files, sources?: readonly string[]) =>
  brief((await validateFiles(files, sources)).problems);

describe("without a plan, what only a plan can know is no problem", () => {
  test("periods that overlap: a measure may be a stock", async () => {
    const counts = countsCsv("2022-H1,A,,n,1", "2022-Q1,A,,n,2", "2022-03,A,,n,3");
    expect(await briefly({ "data/a.csv": counts })).toEqual([]);
  });

  test("years beside each other, in paths, columns and dates", async () => {
    const source = `
      format: chitieu/source@1
      id: s
      rows: record
      columns: { unit: { header: [U] }, day: { header: [Day], type: date } }
      measures: { records: { count: all, period: day } }`;
    const files = {
      "source.yaml": source,
      "data/2021-Q4/a.csv": "U,Day\nA,2021-12-31\n",
      "data/2022-Q1/a.csv": "U,Day\nA,2022-01-01\n",
      "data/counts.csv": countsCsv("2019-Q1,A,,n,1", "2023-Q1,A,,n,1"),
    };
    expect(await briefly(files, ["source.yaml"])).toEqual([]);
  });

  test("two sources for one measure, two names of one level", async () => {
    const source = `
      format: chitieu/source@1
      id: s
      rows: unit
      columns: { unit: { header: [U] }, level: { header: [Level] }, n: { header: [N], type: count } }
      measures: { n: n }`;
    const files = {
      "source.yaml": source,
      "data/2022-Q1/a.csv": "U,Level,N\nA,Cấp tỉnh,1\n",
      "data/counts.csv": countsCsv("2022-Q1,A,tinh,n,1"),
    };
    expect(await briefly(files, ["source.yaml"])).toEqual([]);
  });

  test("counts of levels, and keys of what is counted once", async () => {
    const levels = countsCsv("2022-Q1,,tinh,n,1", "2022-Q1,,huyen,n,2", "2022-Q1,,,n,3");
    const keys = "period,unit,measure,count,key\n2022-Q1,A,m,1,K1\n2022-Q1,A,m,1,K2\n";
    expect(await briefly({ "data/levels.csv": levels, "data/keys.csv": keys })).toEqual([]);
  });

  test("tasks, whatever they are called", async () => {
    const tasks = "Nhiệm vụ,Tình trạng thực hiện\nGì đó,Đã hoàn thành\n";
    expect(await briefly({ "data/2022-Q1/a.csv": tasks })).toEqual([]);
  });
});

describe("without a plan, a title's days are a period of their own calendar", () => {
  const form = (from: string, until: string) =>
    `Từ ngày ${from} đến ngày ${until}\nCơ quan báo cáo,${LABELS}\nSở Y tế,1,0\n`;
  const LABELS = "Hồ sơ giải quyết qua hệ thống một cửa,Hồ sơ giải quyết ngoài hệ thống một cửa";

  test.each([
    ["01/01/2022", "31/03/2022", "2022-Q1"],
    ["15/12/2021", "14/3/2022", "2022-Q1"],
    ["1/12/2019", "29/2/2020", "2020-Q1"],
    ["15/9/2022", "14/12/2022", "2022-Q4"],
    ["15/12/2021", "14/12/2022", "2022"],
    ["01/12/2021", "31/12/2021", "2021-12"],
  ])("from %s until %s is %s", async (from, until, period) => {
    const { inputs, problems } = await validateFiles({ "data/a.csv": form(from, until) });
    expect(brief(problems)).toEqual([]);
    expect(inputs.map((input) => input.period)).toEqual([period]);
  });

  test("whichever year and calendar another file is of", async () => {
    const files = { "data/a.csv": form("15/12/2020", "14/3/2021"), "data/b.csv": form("01/04/2022", "30/06/2022") };
    const { inputs } = await validateFiles(files);
    expect(inputs.map(({ period }) => period)).toEqual(["2021-Q1", "2022-Q2"]);
  });

  test("but no period at all is a problem at the title", async () => {
    const { problems } = await validateFiles({ "data/a.csv": form("01/01/2022", "20/03/2022") });
    expect(brief(problems)).toEqual(["error period-unknown data/a.csv:1:1"]);
    expect(problems[0]?.args).toEqual({ from: "2022-01-01", until: "2022-03-20", starts: null });
  });

  test("and a title that says both is right, however its days are counted", async () => {
    const files = { "data/a.csv": `Quý I/2022\n${form("15/12/2021", "14/3/2022")}` };
    expect(await briefly(files)).toEqual([]);
  });
});

describe("without a plan, what is wrong in any case is a problem", () => {
  test("a figure that is stated twice", async () => {
    expect(await briefly({ "data/a.csv": countsCsv("2022-Q1,A,,n,1", "2022-Q1,A,,n,1") })).toEqual([
      "error figure-twice data/a.csv:3:1",
    ]);
    const tasks = "Nhiệm vụ,Tình trạng thực hiện\nGì đó,Đã hoàn thành\nGÌ  đó,Chưa thực hiện\n";
    expect(await briefly({ "data/2022-Q1/a.csv": tasks })).toEqual(["error figure-twice data/2022-Q1/a.csv:3:1"]);
  });

  test("a record that would be counted twice, whichever year it is of", async () => {
    const dossiers =
      "Mã đơn vị,Số hồ sơ,Hệ thống một cửa,Kênh tiếp nhận,Ngày tiếp nhận,Ngày giải quyết\n" +
      "A,1,Cấp tỉnh,Trực tuyến,1/2/2022,2/2/2022\n".repeat(2);
    expect(await briefly({ "data/a.csv": dossiers })).toEqual(["error record-twice data/a.csv:3:3"]);
  });

  test("a total that its parts do not add up to", async () => {
    expect(
      await briefly({ "data/a.csv": countsCsv("2022-Q1,,tinh,n,1", "2022-Q1,,huyen,n,2", "2022-Q1,,,n,4") }),
    ).toEqual(["warning total-mismatch data/a.csv:4:1"]);
  });

  test("a figure of the whole beside figures of its units", async () => {
    expect(await briefly({ "data/a.csv": countsCsv("2022-Q1,A,,n,1", "2022-Q1,,,n,2") })).toEqual([
      "error whole-beside-units data/a.csv:3:1",
    ]);
  });

  test("everything, sorted by place, and nothing more than once", async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `2022-Q1,U${index},,n,x${index}`);
    const { problems } = await validateFiles({ "data/b.csv": countsCsv(...lines), "data/a.csv": "?" });
    expect(brief(problems)).toEqual([
      "error source-unknown data/a.csv:1:1",
      ...lines.map(
        (line, index) => `error count-unreadable data/b.csv:${index + 2}:${line.length - `x${index}`.length + 1}`,
      ),
    ]);
  });
});

test("who sent it is told by the row, by the file it is in, or not at all", async () => {
  const files = {
    "data/2022-Q1/a.csv":
      "Cơ quan báo cáo;Hồ sơ giải quyết qua hệ thống một cửa;Hồ sơ giải quyết ngoài hệ thống một cửa\nA;x;1\nTổng cộng;y;1\n#REF!;1;z\nTổng cộng (I+II);1;2\n",
    "data/b.csv": "?",
  };
  const { problems, senders } = await inFolder(files, (cwd) => validate({ data: ["data"], cwd, senders: true }));
  expect(problems.map((one) => [one.code, senders.get(one) ?? null])).toEqual([
    ["count-unreadable", "A"],
    ["count-unreadable", null],
    ["unit-damaged", null],
    ["count-unreadable", null],
    ["row-unclear", null],
    ["source-unknown", null],
  ]);
});

test("of a form that is of one agency, it is the one that is counted", async () => {
  const form = readFileSync("fixtures/forms/fields/2022-Q1/06a-linh-vuc.csv", "utf8").replace("28;2", "28;x");
  const files = { "data/2022-Q1/a.csv": form };
  const { problems, senders } = await inFolder(files, (cwd) => validate({ data: ["data"], cwd, senders: true }));
  expect(problems.map(({ code }) => code)).toEqual(["count-unreadable"]);
  expect([...senders.values()]).toEqual(["Sở Y tế"]);
});
