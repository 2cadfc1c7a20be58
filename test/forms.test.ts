import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { check, loadPlan, loadSource, renderReport } from "../src/index.ts";
import type { Assessment, Encoding } from "../src/index.ts";
import { brief, checkFiles, resultOf } from "./helpers/check-files.ts";
import { LEVELS, planYaml } from "./helpers/plan-yaml.ts";
import { encoded } from "./read/encoded.ts";
import { rowsOf, workbookOf } from "./read/workbook-writer.ts";

const FORMS = "fixtures/forms";
const PLAN = await loadPlan(`${FORMS}/plan.yaml`);
const FORM = readFileSync(`${FORMS}/form/2022-Q1/bieu-ii-06a.csv`, "utf8");

function valuesOf(assessment: Assessment, indicator: string) {
  return resultOf(assessment, indicator).formula.values;
}

describe("two quarters of II.06a", () => {
  test("received adds up, carried over is the first quarter's, pending the last one's", async () => {
    const assessment = await check({ plan: PLAN, data: [`${FORMS}/form`] });
    expect(assessment.problems).toEqual([]);
    expect(valuesOf(assessment, "settled")).toEqual({
      "dossiers.settled": 12_225 + 13_085,
      "dossiers.carried": 630,
      "dossiers.received_online": 9_380 + 10_890,
      "dossiers.received_direct": 2_790 + 2_230,
    });
    expect(resultOf(assessment, "pending").value).toBe(610);
    expect(resultOf(assessment, "on-time", { level: "xa" })).toMatchObject({ denominator: 480 + 285 + 505 + 310 });
  });

  test("are the same as flat rows", async () => {
    const sources = [await loadSource(`${FORMS}/flat.source.yaml`)];
    const { inputs: _one, ...asForm } = await check({ plan: PLAN, data: [`${FORMS}/form`] });
    const { inputs: _other, ...flat } = await check({ plan: PLAN, data: [`${FORMS}/flat`], sources });
    expect(flat).toEqual(asForm);
  });

  const rowsOfCsv = (text: string) =>
    text
      .replace("\uFEFF", "")
      .trimEnd()
      .split("\r\n")
      .map((line) => line.replaceAll('"', "").split(";"));
  const numeric = (cell: string) => (/^\d+(?:\.\d{3})*$/.test(cell) ? Number(cell.replaceAll(".", "")) : cell);
  /** TCVN3 has capitals with tones only in fonts of its own. */
  const inLowerCase = (text: string) => text.replaceAll(/\p{Lu}{2,}/gu, (word) => word.toLowerCase());
  /** "Trực tiếp, dịch vụ bưu chính" is one cell in which the quotes hold no delimiter. */
  const asWorkbook = (text: string) =>
    workbookOf({ sheets: [{ name: "II.06a", rows: rowsOf(rowsOfCsv(text).map((row) => row.map(numeric))) }] });

  test.each<[string, string, (text: string) => Uint8Array, Encoding | null]>([
    ["as a workbook", "xlsx", asWorkbook, null],
    ["as windows-1258", "csv", (text) => encoded(text.replace("\uFEFF", ""), "windows-1258"), "windows-1258"],
    ["as TCVN3", "csv", (text) => encoded(inLowerCase(text.replace("\uFEFF", "")), "tcvn3"), "tcvn3"],
    ["as UTF-16", "txt", (text) => encoded(text, "utf-16le"), null],
    ["compressed", "csv.gz", (text) => gzipSync(text), null],
  ])("are the same %s, byte for byte apart from the inputs", async (_, extension, written, encoding) => {
    const files = Object.fromEntries(
      ["2022-Q1", "2022-Q2"].map((period) => {
        const text = readFileSync(`${FORMS}/form/${period}/bieu-ii-06a.csv`, "utf8");
        return [`data/${period}/bieu.${extension}`, written(text)];
      }),
    );
    const plan = readFileSync(`${FORMS}/plan.yaml`, "utf8");
    const assessment = await checkFiles({ "plan.yaml": plan, ...files }, { encoding });
    const json = async (one: Assessment) =>
      JSON.stringify({ ...JSON.parse(await renderReport(one, "json")), inputs: [] });
    expect(await json(assessment)).toBe(await json(await check({ plan: PLAN, data: [`${FORMS}/form`] })));
  });
});

/** The first quarter's form, after a change to its text. */
function form(change: (text: string) => string = (text) => text, period = "2022-Q1") {
  const changed = change(FORM);
  const plan = readFileSync(`${FORMS}/plan.yaml`, "utf8");
  return checkFiles({ "plan.yaml": plan, [`data/${period}/form.csv`]: changed });
}

/** The counts of the first total with a label. */
function totalOf(text: string, label: string): string {
  return new RegExp(`^;;${label};(.*)\\r`, "m").exec(text)?.[1] ?? "";
}

const SAME = valuesOf(await form(), "settled");

describe("a form is read all the same", () => {
  const replaced = (one: string, other: string) => (text: string) => {
    expect(text).toContain(one);
    return text.replaceAll(one, other);
  };
  test.each<[string, (text: string) => string]>([
    [
      "with other labels",
      (text) => text.replace("Từ kỳ trước", "Số kỳ trước chuyển qua").replaceAll("Quá hạn", "Trễ hạn"),
    ],
    ["that says 'xử lý'", (text) => text.replace("đang giải quyết", "đang xử lý").replace("Trong hạn", "Chưa đến hạn")],
    ["that says 'Tiếp nhận'", replaced("Số hồ sơ nhận giải quyết", "Tiếp nhận")],
    ["with a label that nobody knows, by its number", replaced("Trực tiếp, dịch vụ bưu chính", "Nộp tại quầy")],
    ["without column numbers", (text) => text.replace(/\r\n;\(1\).*\r\n/, "\r\n")],
    [
      "with numbers without parentheses",
      (text) => text.replace(/\r\n;\(1\).*\r\n/, "\r\n;1;2;3;4;5;6;7;8;9;10;11;12;13\r\n"),
    ],
    [
      "with formulas in a row of their own",
      (text) =>
        text.replace(
          /(\r\n;\(1\)).*\r\n/,
          "$1;(2);(3);(4);(5);(6);(7);(8);(9);(10);(11);(12);(13)\r\n;;;3=4+5+6;;;;7=8+9+10;;;;11=12+13;;\r\n",
        ),
    ],
    ["without the empty first column", (text) => text.replaceAll(/^\uFEFF?;/gm, "")],
    [
      "with line breaks and tabs in header cells",
      (text) => text.replace("Số hồ sơ nhận giải quyết", '"Số hồ sơ\nnhận\tgiải quyết"'),
    ],
    ["decomposed", (text) => text.normalize("NFD")],
    ["with the Ð of another language", (text) => text.replaceAll("Đ", "\u00D0").replaceAll("đ", "\u00F0")],
    ["with the tone on the other vowel", replaced("Thuận Hòa", "Thuận Hoà")],
    ["with sections in another order", replaced("Huyện, thị xã, thành phố", "Thành phố, thị xã, huyện")],
    ["with Roman numbers before the heading", replaced("I;Sở, ban, ngành", "I. Sở, ban, ngành;")],
    ["without totals", (text) => text.replaceAll(/^;;T[^;]*;.*\r\n/gm, "")],
    [
      "with totals in the headings",
      (text) =>
        text.replace(/(;I;Sở, ban, ngành);+\r/, `$1;${totalOf(text, "Tổng số")}\r`).replace(/^;;Tổng số;.*\r\n/m, ""),
    ],
    [
      "with the total above",
      (text) => text.replace(/;I;.*\r\n/, (row) => `;;TỔNG CỘNG;${totalOf(text, "TỔNG CỘNG")}\r\n${row}`),
    ],
    [
      "with more titles",
      (text) =>
        `\uFEFF;Biểu số II.06a/VPCP/KSTT;;;;;;;;;;;;\r\n;Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21 tháng 10 năm 2020;;;;;;;;;;;;\r\n${text.slice(1)}`,
    ],
  ])("%s", async (_, change) => {
    const assessment = await form(change);
    expect(assessment.problems).toEqual([]);
    expect(valuesOf(assessment, "settled")).toEqual(SAME);
    expect(assessment.results).toHaveLength(6);
    expect(resultOf(assessment, "on-time", { level: "huyen" })).toMatchObject({ denominator: 7_150 });
  });
});

describe("what a form says twice is compared", () => {
  test.each<[string, (text: string) => string, string[]]>([
    [
      "a label and a number that disagree",
      (text) => text.replace("(4);(5);(6);(7)", "(5);(4);(6);(7)"),
      [
        "error column-number-wrong data/2022-Q1/form.csv:10:26",
        "error column-number-wrong data/2022-Q1/form.csv:10:30",
      ],
    ],
    [
      "a section's total",
      (text) => text.replace(";;Tổng số;4.500", ";;Tổng số;4.501"),
      [
        "warning balance-mismatch data/2022-Q1/form.csv:16:11",
        "warning balance-mismatch data/2022-Q1/form.csv:16:11",
        "warning total-mismatch data/2022-Q1/form.csv:16:11",
      ],
    ],
    [
      "the whole's total",
      (text) => text.replace("2.790;630;12.225", "2.791;630;12.225"),
      ["warning balance-mismatch data/2022-Q1/form.csv:25:13", "warning total-mismatch data/2022-Q1/form.csv:25:26"],
    ],
    [
      "the whole's total under a section that has none",
      (text) => text.replace(/;;Tổng số;800;.*\r\n/, "").replace("2.790;630;12.225", "2.791;630;12.225"),
      ["warning balance-mismatch data/2022-Q1/form.csv:24:13", "warning total-mismatch data/2022-Q1/form.csv:24:26"],
    ],
    [
      "an equation of columns",
      (text) => text.replace("1;Sở Công Thương;2.000;1.900;60;40", "1;Sở Công Thương;2.000;1.900;61;40"),
      [
        "warning balance-mismatch data/2022-Q1/form.csv:12:19",
        "warning total-mismatch data/2022-Q1/form.csv:16:23",
        "warning total-mismatch data/2022-Q1/form.csv:25:26",
      ],
    ],
    [
      "a heading that nobody knows",
      (text) => text.replace("II;Huyện, thị xã, thành phố", "II;Đơn vị sự nghiệp"),
      [
        "error section-unknown data/2022-Q1/form.csv:17:5",
        "error level-missing data/2022-Q1/form.csv:18:1",
        "error level-missing data/2022-Q1/form.csv:19:1",
      ],
    ],
    [
      "dates that are longer than the period",
      (text) => text.replace("01/01/2022 đến ngày 31/3/2022", "01/01/2022 đến ngày 30/6/2022"),
      ["error title-dates-longer data/2022-Q1/form.csv:5:2"],
    ],
    [
      "dates of another calendar",
      (text) => text.replace("01/01/2022 đến ngày 31/3/2022", "15/12/2021 đến ngày 14/3/2022"),
      ["warning title-dates-differ data/2022-Q1/form.csv:5:2"],
    ],
    [
      "a title and a folder that disagree",
      (text) => text.replace("Quý I/2022", "Quý II/2022"),
      ["error period-disagrees data/2022-Q1/form.csv"],
    ],
    [
      "a count that cannot be read",
      (text) => text.replace("1.900;60", "1.9oo;60"),
      ["error count-unreadable data/2022-Q1/form.csv:12:25"],
    ],
    ["a ragged row", (text) => text.replace("45;5\r", "45;5;7\r"), ["error row-ragged data/2022-Q1/form.csv:12:1"]],
    [
      "a total that nobody listed",
      (text) => text.replace(";;TỔNG CỘNG;", ";;Tổng cộng (I+II+III);"),
      ["error row-unclear data/2022-Q1/form.csv:25:3"],
    ],
    [
      "a heading with counts that nobody knows",
      (text) => text.replace("II;Huyện, thị xã, thành phố;;", "II;Đơn vị cấp huyện;7.500;5.100"),
      [
        "error section-unknown data/2022-Q1/form.csv:17:5",
        "error level-missing data/2022-Q1/form.csv:18:1",
        "error level-missing data/2022-Q1/form.csv:19:1",
      ],
    ],
    [
      "a heading that is missing",
      (text) => text.replace(/;II;Huyện.*\r\n/, ""),
      [
        "error level-missing data/2022-Q1/form.csv:17:1",
        "error row-unclear data/2022-Q1/form.csv:17:4",
        "error level-missing data/2022-Q1/form.csv:18:1",
      ],
    ],
    [
      "a part that does not say so",
      (text) => text.replace(";;Trong đó: Chi cục Dân số", ";2.1;Chi cục Dân số"),
      ["error row-unclear data/2022-Q1/form.csv:14:6"],
    ],
    [
      "a row without a number among numbered ones",
      (text) => text.replace(";3;Sở Tư pháp", ";;Sở Tư pháp"),
      ["error row-unclear data/2022-Q1/form.csv:15:3"],
    ],
    [
      "a heading with counts that is known, whose counts are compared",
      (text) => text.replace("II;Huyện, thị xã, thành phố;;", "II;UBND cấp huyện;7.501;"),
      ["warning total-mismatch data/2022-Q1/form.csv:17:20"],
    ],
    [
      "titles and header said again at the top of a page",
      (text) => text.replace(";II;Huyện", `${text.slice(1, text.indexOf(";I;"))};II;Huyện`),
      [],
    ],
    ["column numbers that Excel has made negative", (text) => text.replaceAll(/(?<=;)\((\d+)\)(?=[;\r])/g, "-$1"), []],
    [
      "the form of another quarter below",
      (text) => text.replace(";II;Huyện", ";Kỳ báo cáo: Quý II/2022;;;;;;;;;;;;\r\n;II;Huyện"),
      ["error row-unclear data/2022-Q1/form.csv:17:2"],
    ],
    [
      "dates of another quarter",
      (text) => text.replace("01/01/2022 đến ngày 31/3/2022", "01/7/2022 đến ngày 30/9/2022"),
      ["error period-disagrees data/2022-Q1/form.csv:5:2"],
    ],
  ])("%s", async (_, change, expected) => {
    const { problems } = await form(change);
    expect(brief(problems)).toEqual(expected);
  });

  test.each([
    ["as it stands", (row: string) => row],
    ["with other counts", (row: string) => row.replace("1.500;1.100;300", "1.501;1.101;300")],
  ])("a unit twice, %s, is one error that says of which measures", async (_, second) => {
    const { problems } = await form((text) =>
      text.replace(/;3;Sở Tư pháp.*\r\n/, (row) => `${row}${second(row).replace(";3;", ";4;")}`),
    );
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([{ code: "figure-twice", at: { line: 16 }, related: [{ line: 15 }] }]);
    expect(errors[0]?.args).toMatchObject({ unit: "Sở Tư pháp", period: "2022-Q1", measures: { length: 6 } });
    expect(problems.filter(({ code }) => code === "total-mismatch")).toEqual([]);
  });

  test("what is carried over, with what was pending", async () => {
    const second = readFileSync(`${FORMS}/form/2022-Q2/bieu-ii-06a.csv`, "utf8");
    const { problems } = await checkFiles({
      "plan.yaml": readFileSync(`${FORMS}/plan.yaml`, "utf8"),
      "data/2022-Q1/form.csv": FORM.replace(";50;45;5", ";51;46;5"),
      "data/2022-Q2/form.csv": second,
    });
    expect(problems.find(({ code }) => code === "carried-mismatch")).toMatchObject({
      args: { unit: "Sở Công Thương", carried: 50, pending: 51, period: "2022-Q2", before: "2022-Q1" },
      at: { file: "data/2022-Q2/form.csv", line: 12, field: "Từ kỳ trước" },
      related: [{ file: "data/2022-Q1/form.csv", line: 12 }],
    });
  });
});

describe("II.06a by field of work is of one unit", () => {
  const FIELDS = readFileSync(`${FORMS}/fields/2022-Q1/06a-linh-vuc.csv`, "utf8");
  const roster = "code,name,level,aliases\nH57.19,Sở Y tế,tinh,\nH57.02,Sở Công Thương,tinh,\n";
  const plan = planYaml({
    levels: LEVELS,
    units: "units.csv",
    measures: { "dossiers.settled": {}, "dossiers.settled_late": {} },
    indicators: {
      late: { numerator: "dossiers.settled_late", denominator: "dossiers.settled", target: { "at-most": "3%" } },
    },
  });
  const anonymous = FIELDS.replace("Đơn vị báo cáo: Sở Y tế", "");

  test.each([
    ["that a title names", "data/2022-Q1/06a.csv", FIELDS, "H57.19"],
    ["that the file's name names by its code", "data/2022-Q1/06a_H57.02.csv", anonymous, "H57.02"],
    ["that the folder names", "data/So-Cong-Thuong/2022-Q1/06a.csv", anonymous, "H57.02"],
  ])("%s", async (_, file, text, unit) => {
    const { problems, results } = await checkFiles(
      { "plan.yaml": plan, "units.csv": roster, [file]: text },
      { by: "unit" },
    );
    expect(brief(problems)).toEqual([]);
    expect(results.find((one) => one.unit === unit)).toMatchObject({ numerator: 20, denominator: 960 });
  });

  test("of which two files would count its dossiers twice", async () => {
    const { problems } = await checkFiles({
      "plan.yaml": plan,
      "units.csv": roster,
      "data/2022-Q1/06a.csv": FIELDS,
      "data/2022-Q1/06a (sua).csv": FIELDS.replace("700;600", "701;601"),
    });
    expect(new Set(problems.filter(({ severity }) => severity === "error").map(({ code }) => code))).toEqual(
      new Set(["record-twice", "figure-twice"]),
    );
  });

  test("and of one period: another one below is no part of it", async () => {
    const second = FIELDS.replace("Quý I/", "Quý II/").replace("Dược", "Mỹ").replace("Khám, chữa", "Phòng");
    const { problems } = await checkFiles({
      "plan.yaml": plan,
      "units.csv": roster,
      "data/2022-Q1/06a.csv": FIELDS + second,
    });
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "row-unclear", args: { text: "Kỳ báo cáo: Quý II/2022", why: "period" }, at: { line: 11, column: 2 } },
    ]);
  });

  test("and totals are no field, however many there are", async () => {
    const { problems } = await checkFiles({
      "plan.yaml": plan,
      "units.csv": roster,
      "data/2022-Q1/06a.csv": `${FIELDS};;Tổng số;1.000;820;140;40;960;700;240;20;40;38;2\r\n`,
    });
    expect(brief(problems)).toEqual([]);
  });

  test("a blank row is nothing, and a blank cell is named", async () => {
    const files = (text: string) => ({ "plan.yaml": plan, "units.csv": roster, "data/2022-Q1/06a.csv": text });
    const blankRow = await checkFiles(
      files(FIELDS.replace(";;Tổng số;1.000", ";3;Thi đua;;;;;;;;;;;\r\n;;Tổng số;1.000")),
    );
    expect(brief(blankRow.problems)).toEqual([]);
    const blankCell = await checkFiles(files(FIELDS.replace(";290;200;80;10;", ";;200;80;10;")));
    expect(blankCell.problems.find(({ code }) => code === "blank-withholds")).toMatchObject({
      at: { line: 8, field: "Đã giải quyết > Tổng số" },
      args: { measure: "dossiers.settled", unit: "H57.19" },
    });
  });

  test("and without a name it is an error", async () => {
    const { problems } = await checkFiles({
      "plan.yaml": plan,
      "units.csv": roster,
      "data/2022-Q1/06a.csv": anonymous,
    });
    expect(brief(problems)).toEqual(["error unit-unnamed data/2022-Q1/06a.csv"]);
  });
});

test("the portal's table by service level: its percents hold, and its settled dossiers do not add up", async () => {
  const plan = planYaml({
    measures: { "portal.settled_late": {}, "portal.processed": {} },
    indicators: {
      late: { numerator: "portal.settled_late", denominator: "portal.processed", target: { "at-most": "3%" } },
    },
  });
  const text = readFileSync(`${FORMS}/portal/cong-dich-vu-cong.csv`, "utf8");
  const checked = (csv: string) => checkFiles({ "plan.yaml": plan, "data/2022/portal.csv": csv });
  const { problems, results } = await checked(text);
  expect(problems.map(({ code, args, at }) => ({ code, args, at }))).toMatchObject(
    [
      { left: 257_141, right: 247_529 },
      { left: 61_827, right: 59_560 },
      { left: 1_611, right: 1_608 },
    ].map((args, index) => ({
      code: "balance-mismatch",
      args,
      at: { line: index + 3, column: [17, 13, 12][index] },
    })),
  );
  expect(results).toMatchObject([{ numerator: 24_451, denominator: 320_579 }]);
  const other = await checked(text.replace("48,6%", "48,5%").replace("70,3%", "70,1%"));
  expect(other.problems.filter(({ code }) => code === "rate-mismatch")).toMatchObject([
    { args: { printed: "70,1%", exact: "70.25", numerator: 43_434, denominator: 61_827 }, at: { line: 4 } },
  ]);
});

describe("a printed rate may be one of sums", () => {
  const source = (rate: string) =>
    JSON.stringify({
      format: "chitieu/source@1",
      id: "dung-han",
      rows: "unit",
      columns: {
        unit: { header: ["Đơn vị"] },
        early: { header: ["Trước hạn"], type: "count", missing: "" },
        on_time: { header: ["Đúng hạn"], type: "count" },
        late: { header: ["Trễ hạn"], type: "count" },
        rate: { header: ["Tỷ lệ"], type: "percent", rate },
      },
      measures: { early: "early" },
    });
  const plan = planYaml({
    measures: { early: {} },
    indicators: { count: { value: "early", target: { "at-least": "1" } } },
  });
  const checked = async (rate: string, ...rows: string[]) => {
    const csv = ["Đơn vị;Trước hạn;Đúng hạn;Trễ hạn;Tỷ lệ", ...rows, ""].join("\n");
    return checkFiles(
      { "plan.yaml": plan, "s.yaml": source(rate), "data/2022-Q1/a.csv": csv },
      { sources: ["s.yaml"] },
    );
  };
  const RATE = "(early + on_time) / (early + on_time + late)";

  test("and is held against them, a blank part being nothing", async () => {
    const { problems } = await checked(
      RATE,
      "A;30;60;10;90%",
      "B;2;;1;66,7%",
      "C;;2;1;66,6%",
      "D;0;0;0;0%",
      "E;1;1;2;51%",
    );
    expect(problems.filter(({ code }) => code === "rate-mismatch")).toMatchObject([
      { args: { printed: "51%", exact: "50.0", numerator: 2, denominator: 4 }, at: { line: 6, column: 9 } },
    ]);
    expect(problems.find(({ code }) => code === "rate-mismatch")?.related).toHaveLength(5);
  });

  test.each(["early + on_time / late", "early / on_time / late", "early /", "(early) / ", "early - late"])(
    "that is written in one way only: %s is an error",
    async (rate) => {
      await expect(checked(rate, "A;30;60;10;90%")).rejects.toMatchObject({ problems: [{ code: "value-wrong" }] });
    },
  );
});

describe("files from the start of the year on", () => {
  const source = JSON.stringify({
    format: "chitieu/source@1",
    id: "tich-luy",
    rows: "unit",
    cumulative: true,
    columns: { unit: { header: ["Đơn vị"] }, n: { header: ["Lũy kế"], type: "count" } },
    measures: { n: "n" },
  });
  const plan = planYaml({ measures: { n: {} }, indicators: { count: { value: "n", target: { "at-least": "1" } } } });
  const files = (...lines: string[]) => ({
    "plan.yaml": plan,
    "source.yaml": source,
    ...Object.fromEntries(lines.map((line, index) => [`data/2022-Q${index + 1}/a.csv`, `Đơn vị;Lũy kế\n${line}\n`])),
  });

  test("the latest counts alone", async () => {
    const assessment = await checkFiles(files("A;5", "A;9", "A;20"), { sources: ["source.yaml"] });
    expect(assessment.problems).toEqual([]);
    expect(resultOf(assessment, "count")).toMatchObject({ value: 20, flags: ["interim"] });
    const earlier = await checkFiles(files("A;5", "A;9", "A;20"), { sources: ["source.yaml"], period: "2022-Q2" });
    expect(resultOf(earlier, "count").value).toBe(9);
  });

  test("one that shrinks is a warning", async () => {
    const assessment = await checkFiles(files("A;5", "A;4"), { sources: ["source.yaml"] });
    expect(brief(assessment.problems)).toEqual(["warning cumulative-shrinks data/2022-Q2/a.csv:2:1"]);
    expect(resultOf(assessment, "count").value).toBe(4);
  });

  test("a unit that the latest lacks is listed as missing", async () => {
    const assessment = await checkFiles(files("A;5\nB;1", "A;9"), { sources: ["source.yaml"] });
    expect(resultOf(assessment, "count")).toMatchObject({
      value: 10,
      flags: ["provisional", "interim"],
      coverage: { missing: [{ unit: "B", periods: ["2022-Q2"] }] },
    });
  });
});

describe("a list of one agency's records, which has no column of counts", () => {
  const source = `format: chitieu/source@1
id: own
name: { vi: a, en: a }
rows: record
unit-of: file
columns:
  ordinal: { header: [TT], optional: true }
  code: { header: [Mã hồ sơ] }
  settled: { header: [Ngày trả], type: date, missing: [""] }
key: code
measures:
  d: { count: all }
  n: { count: all, period: settled }
`;
  const PLAN_OF_LIST = planYaml({
    levels: LEVELS,
    units: "units.csv",
    indicators: { rate: { numerator: "n", denominator: "d", target: { "at-least": "50%" } } },
  });
  const files = (...lines: string[]) => ({
    "plan.yaml": PLAN_OF_LIST,
    "units.csv": "code,name,level\nA,Sở Y tế,tinh\n",
    "own.yaml": source,
    "data/2022-Q2/so-y-te.csv": `Sở Y tế${";".repeat((lines[0]?.split(";").length ?? 1) - 1)}\n${lines.join("\n")}\n`,
  });

  test.each([
    ["numbered", ["TT;Mã hồ sơ;Ngày trả", "1;HS-1;2/6/2022", "2;HS-2;", ";HS-3;3/6/2022"]],
    ["without numbers", ["Mã hồ sơ;Ngày trả", "HS-1;2/6/2022", "HS-2;", "3;3/6/2022"]],
  ])("has every row of it counted: %s", async (_, lines) => {
    const assessment = await checkFiles(files(...lines), { sources: ["own.yaml"] });
    expect(brief(assessment.problems)).toEqual([]);
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 2, denominator: 3 });
  });

  test("ends where notes and signatures begin", async () => {
    const lines = ["TT;Mã hồ sơ;Ngày trả", "1;HS-1;2/6/2022", "2;HS-2;", ";Người lập biểu;", ";Nguyễn Văn A;"];
    const assessment = await checkFiles(files(...lines), { sources: ["own.yaml"] });
    expect(resultOf(assessment, "rate")).toMatchObject({ numerator: 1, denominator: 2 });
  });
});
