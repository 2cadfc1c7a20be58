import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseAsked } from "../src/draft/parse-asked.ts";
import { slugOf, uniqueSlug } from "../src/text/slug.ts";
import { inFolder } from "./helpers/check-files.ts";
import type { Files } from "./helpers/check-files.ts";
import { LEVELS, ratioPlan } from "./helpers/plan-yaml.ts";
import { runCli } from "./helpers/run-cli.ts";

/** Writes a plan, and lints it where that worked. */
async function make(argv: readonly string[], files: Files = {}) {
  return inFolder({ "a.txt": "", ...files }, async (cwd) => {
    const run = await runCli(["plan", "new", ...argv, "--lang", "en"], { cwd });
    const written = run.stdout.split("\n").filter((line) => /\.(?:yaml|csv)$/.test(line));
    const texts = Object.fromEntries(written.map((file) => [file, readFileSync(path.join(cwd, file), "utf8")]));
    const [plan = ""] = written;
    const lint = plan === "" ? null : await runCli(["plan", "lint", plan, "-f", "json"], { cwd });
    const shown = plan === "" ? null : await runCli(["plan", "show", plan, "-f", "json"], { cwd });
    return { ...run, texts, lint, shown };
  });
}

describe("plan new", () => {
  test("from nothing: a plan that passes lint, and a form for its counts", async () => {
    const { texts, lint, exit } = await make(["ke-hoach-2026.yaml"]);
    expect(exit).toBe(0);
    expect(Object.keys(texts)).toEqual(["ke-hoach-2026.yaml", "ke-hoach-2026-so-lieu.csv"]);
    const { summary } = JSON.parse(lint?.stdout ?? "") as { summary: object };
    expect(summary).toMatchObject({ errors: 0, warnings: 0 });
    expect(texts["ke-hoach-2026-so-lieu.csv"]).toContain("2026-Q1;;;dossiers.settled;\r\n");
  });

  test("the form, filled in, is what the plan is checked with", async () => {
    await inFolder({ "a.txt": "" }, async (cwd) => {
      await runCli(["plan", "new", "k-2026.yaml"], { cwd });
      const form = readFileSync(path.join(cwd, "k-2026-so-lieu.csv"), "utf8").replaceAll(/;\r\n(?=2026|$)/g, ";10\r\n");
      const { writeFile } = await import("node:fs/promises");
      await writeFile(path.join(cwd, "filled.csv"), form);
      expect(await runCli(["check", "-p", "k-2026.yaml", "filled.csv"], { cwd })).toMatchObject({
        exit: 0,
        stderr: "",
      });
    });
  });

  test("next year's, from a shipped plan, with its comments and its roster", async () => {
    const { texts, lint, exit } = await make(["hue-2023.yaml", "--from", "thua-thien-hue-2022"]);
    expect(exit).toBe(0);
    const text = texts["hue-2023.yaml"] ?? "";
    expect(text).toContain("id: thua-thien-hue-2023");
    expect(text).toMatch(/label: "2023", starts: 2023-01-01/);
    expect(text).not.toMatch(/^(?:number|issued):/m);
    expect(text).toContain("# Flows run as sums");
    expect(Object.keys(texts)).toContain("thua-thien-hue.csv");
    expect(JSON.parse(lint?.stdout ?? "")).toMatchObject({ summary: { errors: 0, warnings: 0 } });
  });

  test("periods move with the year", async () => {
    const plan = ratioPlan(
      { "at-least": "80%", by: "2022-Q3", milestones: { "2022-Q2": "50%" } },
      { indicator: { applies: { from: "2022-Q2" } } },
    );
    const { texts } = await make(["p-2024.yaml", "--from", "plan.yaml", "--year", "2024"], { "plan.yaml": plan });
    expect(texts["p-2024.yaml"]).toContain("2024-Q3");
    expect(texts["p-2024.yaml"]).toContain("2024-Q2");
    expect(texts["p-2024.yaml"]).not.toContain("2022");
  });

  test("from a table of targets, with a target for each level", async () => {
    const table = [
      "STT;Chỉ tiêu;Tử số;Mẫu số;Mục tiêu;Mục tiêu cấp tỉnh;Mục tiêu cấp xã;Nguyên văn",
      "1;Hồ sơ trực tuyến;Hồ sơ giải quyết trực tuyến;Hồ sơ đã giải quyết;tối thiểu 80%;;;80% hồ sơ trực tuyến",
      "2;Hồ sơ quá hạn;Hồ sơ quá hạn;Hồ sơ đã giải quyết;không quá 3%;;;Quá hạn không quá 3%",
      "3;Hồ sơ công việc;Hồ sơ công việc trên mạng;Hồ sơ công việc;;95%;trên 80,5%;Tỉnh 95%, xã trên 80,5%",
      "4;Xã mẫu;Số xã mẫu;;≥ 9;;;Ít nhất 9 xã mẫu",
    ].join("\r\n");
    const { shown, lint, exit } = await make(["ke-hoach-2026.yaml", "--from", "bang.csv"], { "bang.csv": table });
    expect(exit).toBe(0);
    expect(JSON.parse(lint?.stdout ?? "")).toMatchObject({ summary: { errors: 0, warnings: 0 } });
    const { plan } = JSON.parse(shown?.stdout ?? "") as {
      plan: {
        indicators: Record<
          string,
          { denominator?: string; targets: { level: string; operator: string; value: string }[] }
        >;
      };
    };
    expect(Object.keys(plan.indicators)).toEqual(["ho-so-truc-tuyen", "ho-so-qua-han", "ho-so-cong-viec", "xa-mau"]);
    expect(plan.indicators["ho-so-qua-han"]).toMatchObject({
      denominator: "ho_so_da_giai_quyet",
      targets: [{ operator: "at-most", value: "3%" }],
    });
    expect(plan.indicators["ho-so-cong-viec"]?.targets).toMatchObject([
      { level: "tinh", operator: "at-least", value: "95%" },
      { level: "xa", operator: "more-than", value: "80.5%" },
    ]);
    expect(plan.indicators["xa-mau"]).toMatchObject({ targets: [{ value: "9" }] });
  });

  test("from a workbook what the same table gives as CSV; its percents are numbers to Excel", async () => {
    const cases = path.resolve(import.meta.dirname, "../fixtures/cases");
    const files = {
      "bang.csv": readFileSync(path.join(cases, "plan-new-table-vi/bang-chi-tieu.csv")),
      "bảng.xlsx": readFileSync(path.join(cases, "plan-new-workbook-vi/bảng chỉ tiêu.xlsx")),
    };
    const [csv, workbook] = [
      await make(["k-2026.yaml", "--from", "bang.csv"], files),
      await make(["k-2026.yaml", "--from", "bảng.xlsx"], files),
    ];
    expect(Object.keys(workbook.texts)).toEqual(["k-2026.yaml", "k-2026-so-lieu.csv"]);
    expect(workbook.texts).toEqual(csv.texts);
    expect(workbook.texts["k-2026.yaml"]).toContain("target: { tinh: { at-least: 95% }, xa: { more-than: 80.5% } }");
    expect(JSON.parse(workbook.lint?.stdout ?? "")).toMatchObject({ summary: { errors: 0, warnings: 0 } });
  });

  test("headings among the rows are groups, and columns are known by many names", async () => {
    const table = [
      "#;Indicator;Numerator;Denominator;Target 2026;Target 2025;Chỉ tiêu năm 2026 (cấp xã);Commune;Owner",
      "A;Citizens;;;;;;;",
      "1;Online;n;d;80%;70%;;;Office",
      "B;Government;;;;;;;",
      "2;Files;f;g;;;90%;85%;Office",
      ";;;;;;;;",
      "Source: the province;;;;;;;;",
    ].join("\n");
    const { texts, stderr, exit } = await make(["k-2026.yaml", "--from", "bang.csv"], { "bang.csv": table });
    expect(exit).toBe(0);
    const yaml = texts["k-2026.yaml"];
    expect(yaml).toContain("citizens: { vi: Citizens }\n  government: { vi: Government }");
    expect(yaml).toContain("target: { at-least: 80% }");
    expect(yaml).toContain("target: { xa: { at-least: 90% }, commune: { at-least: 85% } }");
    expect(stderr.match(/\[targets-unused\]/gu)).toHaveLength(2);
    expect(texts["k-2026-so-lieu.csv"]).toContain(
      "2026-Q1;;;n;\r\n2026-Q1;;;d;\r\n2026-Q1;;xa;f;\r\n2026-Q1;;commune;f;\r\n",
    );
  });

  test.each([
    ["a target that is none", "Chỉ tiêu,Tử số,Mẫu số,Mục tiêu\nA,a,b,nhiều\n", "bang.csv:2:7", "amount-unreadable"],
    [
      "a ratio's target without its %",
      "Chỉ tiêu,Tử số,Mẫu số,Mục tiêu\nA,a,b,80\n",
      "bang.csv:2:7",
      "amount-unreadable",
    ],
    ["no target at all", "Chỉ tiêu,Tử số,Mẫu số,Mục tiêu\nA,a,b,\n", "bang.csv:2:7", "cell-missing"],
    ["no numerator", "Chỉ tiêu,Tử số,Mẫu số,Mục tiêu\nA,,b,80%\n", "bang.csv:2:3", "cell-missing"],
    ["a figure without a name", "Chỉ tiêu,Tử số,Mẫu số,Mục tiêu\n,a,b,80%\n", "bang.csv:2:1", "cell-missing"],
    ["a name alone", "Chỉ tiêu,Tử số,Mẫu số,Mục tiêu\nA,,,\n", "bang.csv:2:3", "cell-missing"],
    ["a column twice", "Chỉ tiêu,Tử số,Mẫu số,Mục tiêu cấp xã,Xã,Cấp xã\n", "bang.csv:1:39", "column-twice"],
    ["targets of another year alone", "Chỉ tiêu,Tử số,Mẫu số,Kế hoạch 2025\nA,a,b,80%\n", "bang.csv:1", "key-missing"],
    ["a row that is longer than the header", "Chỉ tiêu,Tử số,Mục tiêu\nSố xã,xa,9,5\n", "bang.csv:2:1", "row-ragged"],
    ["no column of names", "Tử số,Mẫu số,Mục tiêu\na,b,80%\n", "bang.csv:1", "key-missing"],
  ])("a table with %s is refused, at its place", async (_, table, place, code) => {
    const { stderr, exit, texts } = await make(["k-2026.yaml", "--from", "bang.csv"], { "bang.csv": table });
    expect(stderr).toContain(place);
    expect(stderr).toContain(`[${code}]`);
    expect(exit).toBe(2);
    expect(texts).toEqual({});
  });

  test.each([
    ["80", "Write 80%."],
    ["≤ 3", "Write ≤ 3%."],
    ['"1.000,5%"', "Write 80%, "],
    ["≥ 97,4%", "Write 80%, "],
  ])("the advice on %s is what all of it means", async (cell, advice) => {
    const table = `Chỉ tiêu,Tử số,Mẫu số,Mục tiêu,Ghi chú\nA,a,b,${cell}\n`;
    const { stderr } = await make(["k-2026.yaml", "--from", "bang.csv"], { "bang.csv": table });
    expect(stderr).toContain(advice);
  });

  test("the form names whoever is there in its period, at the level of that time", async () => {
    const files = {
      "plan.yaml": ratioPlan({ xa: { "at-least": "80%" } }, { levels: LEVELS, units: "u.csv" }),
      "u.csv":
        "code,name,level,from,until\nE,Xã E,xa,,2022-Q4\nN,Xã N,xa,2023-Q3,\nC,Huyện C,huyen,,2022-Q4\n" +
        "C,Phường C,xa,2023-Q1,\nM,Huyện M,huyen,,2023-02\nM,Phường M,xa,2023-03,\n",
    };
    const { texts } = await make(["p-2023.yaml", "--from", "plan.yaml"], files);
    const rows = (texts["p-2023-so-lieu.csv"] ?? "").split("\r\n").filter((row) => row.includes(";n;"));
    expect(rows).toEqual(["2023-Q1;C;xa;n;", "2023-01;M;huyen;n;", "2023-02;M;huyen;n;", "2023-03;M;xa;n;"]);
  });

  test.each([
    ["the plan", "k-2026.yaml"],
    ["the form for its counts", "k-2026-so-lieu.csv"],
    ["the roster of the plan before", "thua-thien-hue.csv"],
  ])("writes nothing where %s is there already", async (_, file) => {
    await inFolder({ [file]: "own" }, async (cwd) => {
      const argv = ["plan", "new", "k-2026.yaml", "--from", "thua-thien-hue-2022", "--lang", "en"];
      const { stdout, stderr, exit } = await runCli(argv, { cwd });
      expect(stderr).toContain(`${file}: error`);
      expect([stdout, exit]).toEqual(["", 2]);
      expect(readdirSync(cwd)).toEqual([file]);
      expect(readFileSync(path.join(cwd, file), "utf8")).toBe("own");
    });
  });

  test("takes back the first file where the system refuses the second", async () => {
    // With what the form's name has beyond the plan's, and a temporary file's beyond both, it is too long.
    const name = "k".repeat(241 - ".yaml".length);
    await inFolder({ "a.txt": "" }, async (cwd) => {
      const { stderr, exit } = await runCli(["plan", "new", `${name}.yaml`, "--year", "2026"], { cwd });
      expect(stderr).toContain("ENAMETOOLONG");
      expect(exit).toBe(2);
      expect(readdirSync(cwd)).toEqual(["a.txt"]);
    });
  });

  test.each(["k-2026", "k-2026.csv", "bảng.xlsx"])("a plan is a YAML file: not %s", async (file) => {
    const { stderr, exit, texts } = await make([file, "--year", "2026"]);
    expect(stderr).toContain("[option-wrong]");
    expect(stderr).toContain(`${file.replace(/\..*/u, "")}.yaml`);
    expect([exit, texts]).toEqual([2, {}]);
  });

  test("what a decision of last year alone counted is left behind with it", async () => {
    const plan = ratioPlan(
      { "at-least": "80%" },
      {
        measures: { n: {}, d: {}, x: {}, w: {}, v: { accumulate: "distinct", within: "w" } },
        indicator: { numerator: "v" },
        amendments: [
          {
            number: "1/QĐ",
            issued: "2022-06-01",
            effective: "2022-Q3",
            added: { more: { numerator: "x", denominator: "n + d", target: { "at-least": "5%" } } },
          },
        ],
      },
    );
    const { texts, lint } = await make(["p-2023.yaml", "--from", "plan.yaml"], { "plan.yaml": plan });
    expect(Object.keys((parse(texts["p-2023.yaml"] ?? "") as { measures: object }).measures)).toEqual(["d", "w", "v"]);
    expect(lint?.stdout).not.toContain("declared-unused");
  });

  test("asks for the year that nothing says", async () => {
    expect(await make(["k.yaml"])).toMatchObject({ exit: 2, stderr: expect.stringContaining("--year") });
  });

  test("an own plan's roster stays where it is", async () => {
    const files = {
      "cu/plan.yaml": ratioPlan({ tinh: { "at-least": "80%" } }, { levels: LEVELS, units: "don-vi.csv" }),
      "cu/don-vi.csv": "code,name,level\nA,Sở A,tinh\n",
    };
    const { texts, lint } = await make(["p-2023.yaml", "--from", "cu/plan.yaml"], files);
    expect(texts["p-2023.yaml"]).toContain("cu/don-vi.csv");
    expect(texts["p-2023-so-lieu.csv"]).toContain("2023-Q1;A;tinh;n;");
    expect(lint?.exit).toBe(0);
  });
});

describe("what a cell asks", () => {
  test.each([
    ["80%", true, "{ at-least: 80% }"],
    ["≥ 97,4 %", true, "{ at-least: 97.4% }"],
    ["Trên 70%", true, "{ more-than: 70% }"],
    ["dưới 5%", true, "{ less-than: 5% }"],
    ["tối đa 3%", true, "{ at-most: 3% }"],
    ["8,3 - 8,5%", true, "{ between: [8.3%, 8.5%] }"],
    ["at most 3%", true, "{ at-most: 3% }"],
    ["More than 70%", true, "{ more-than: 70% }"],
    ["982", false, "{ at-least: 982 }"],
    ["1.000", false, "{ at-least: 1000 }"],
    ["trên 12.500", false, "{ more-than: 12500 }"],
    ["1,000,000", false, "{ at-least: 1000000 }"],
    ["2,5", false, "{ at-least: 2.5 }"],
    ["1.000,5%", true, null],
    ["80", true, null],
    ["80%", false, null],
    ["30/63", false, null],
    ["càng nhiều càng tốt", true, null],
  ])("%s", (text, isRatio, asked) => {
    expect(parseAsked(text, isRatio)).toBe(asked);
  });
});

test("ids from Vietnamese names", () => {
  expect(slugOf("Hồ sơ giải quyết đúng hạn")).toBe("ho-so-giai-quyet-dung-han");
  expect(slugOf("ĐẶNG Đình Đường", { separator: "_" })).toBe("dang_dinh_duong");
  expect(slugOf("Hoà".normalize("NFD"))).toBe("hoa");
  expect(slugOf("100% văn bản")).toBe("n-100-van-ban");
  expect(slugOf("…")).toBe("");
  expect(slugOf("Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng").length).toBeLessThanOrEqual(40);
  expect(uniqueSlug("Hồ sơ", new Set(["ho-so", "ho-so-2"]), { fallback: "x" })).toBe("ho-so-3");
  expect(uniqueSlug("…", new Set(), { fallback: "chi-tieu" })).toBe("chi-tieu");
});
