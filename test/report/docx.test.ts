import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import sax from "sax";
import { beforeAll, describe, expect, test } from "vitest";
import { bareReport } from "../../src/model.ts";
import type { Report } from "../../src/model.ts";
import { inFolder } from "../helpers/check-files.ts";
import { countsCsv, ratioPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";
import { documentOf, linesOf, partsOf, rowsOf } from "./docx-parts.ts";
import { notAssessed, sampleReport, withFirst } from "./html-page.ts";

const MILLIMETRE = 1440 / 25.4;

describe("the report as a document", () => {
  let report: Report;
  let bytes: Uint8Array;

  beforeAll(async () => {
    report = await sampleReport();
    bytes = await documentOf(report);
  });

  test("is the same, byte by byte, every time", async () => {
    expect(Buffer.compare(await documentOf(report), bytes)).toBe(0);
  });

  test("has well-formed parts, and every relation leads to one", () => {
    const parts = unzipSync(bytes);
    for (const [name, xml] of Object.entries(partsOf(bytes))) {
      expect(() => sax.parser(true).write(xml).close(), name).not.toThrow();
      if (!name.endsWith(".rels")) continue;
      const folder = path.posix.join(path.posix.dirname(name), "..");
      for (const [, target = ""] of xml.matchAll(/Target="([^"]*)"/g))
        expect(Object.keys(parts)).toContain(path.posix.join(folder, target));
    }
  });

  test("has the head that Nghị định 30/2020/NĐ-CP asks for", () => {
    const lines = linesOf(bytes);
    expect(lines.slice(0, 9).filter((line) => line !== "")).toEqual([
      "UBND TỈNH THỪA THIÊN HUẾ",
      "SỞ THÔNG TIN VÀ",
      "TRUYỀN THÔNG",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Số: 125/BC-STTTT",
      "Thừa Thiên Huế, ngày 05 tháng 01 năm 2023",
    ]);
    expect(lines).toContain("BÁO CÁO");
    expect(lines.join(" ")).toContain(
      "Kết quả thực hiện các chỉ tiêu của Kế hoạch số 367/KH-UBND ngày 03 tháng 12 năm 2021 của UBND tỉnh Thừa Thiên Huế, quý IV/2022",
    );
  });

  test("has A4 pages with its margins, and numbers from the second on", () => {
    const [first = "", ...others] = partsOf(bytes)["word/document.xml"]?.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
    const of = (name: string) => Math.round(Number(new RegExp(`w:${name}="(\\d+)"`).exec(first)?.[1]) / MILLIMETRE);
    expect(["w", "h", "top", "bottom", "left", "right"].map(of)).toEqual([210, 297, 20, 20, 30, 15]);
    expect(first).toContain("<w:titlePg/>");
    expect(others).toHaveLength(3);
    expect(others.every((section) => section.includes('w:orient="landscape"'))).toBe(true);
    expect(partsOf(bytes)["word/header1.xml"]).toContain(" PAGE ");
  });

  test("says what was assessed, then the results, what is missed, tasks, who did not report, problems, provenance", () => {
    expect(linesOf(bytes).filter((line) => /^[IVX]+\. /.test(line))).toEqual([
      "I. NỘI DUNG ĐÁNH GIÁ VÀ KẾT QUẢ CHUNG",
      "II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
      "III. CÁC CHỈ TIÊU CHƯA ĐẠT",
      "IV. TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ",
      "V. KẾT QUẢ SƠ BỘ VÀ ĐƠN VỊ CHƯA BÁO CÁO",
      "VI. VẤN ĐỀ VỀ SỐ LIỆU",
      "VII. NGUỒN GỐC SỐ LIỆU",
    ]);
    expect(linesOf(bytes)).toContain(
      "Trong 21 mục tiêu của 19 chỉ tiêu: 12 đạt, 8 chưa đạt, 1 chưa có số liệu. Trong 20 nhiệm vụ không có mục tiêu bằng số: 8 đã hoàn thành, 11 đang thực hiện, 1 chưa thực hiện.",
    );
    expect(linesOf(bytes)).toContain(
      "5. Văn bản trao đổi giữa các CQNN dưới dạng điện tử: kết quả 99,996% (49.998/50.000), kế hoạch ≥\u00A0100%; cần thêm 2 ở tử số, với mẫu số như hiện nay (sơ bộ).",
    );
  });

  test("has the period beside the year to date, or the year to date alone", async () => {
    expect(rowsOf(bytes)).toContainEqual([
      "10",
      "Hồ sơ TTHC được giải quyết trực tuyến",
      "69,84% 44/63",
      "67,19% 170/253",
      "≥\u00A080%",
      "33",
      "chưa đạt",
    ]);
    const rows = rowsOf(await documentOf({ ...report, trend: null }));
    expect(rows).toContainEqual([
      "10",
      "Hồ sơ TTHC được giải quyết trực tuyến",
      "67,19% 170/253",
      "≥\u00A080%",
      "33",
      "chưa đạt",
    ]);
  });

  test("has a chart with its figures, as they are and as they are shown", () => {
    const chart = partsOf(bytes)["word/charts/chart1.xml"] ?? "";
    expect(chart).toContain("<c:v>99.996</c:v>");
    expect(chart).toContain("<a:t>99,996% (≥\u00A0100%)</a:t>");
    const workbook = unzipSync(unzipSync(bytes)["word/embeddings/figures1.xlsx"] ?? new Uint8Array());
    expect(strFromU8(workbook["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain("<v>99.996</v>");
  });

  test("is signed, and attaches the agencies and the files", () => {
    const lines = linesOf(bytes);
    expect(lines).toContain("GIÁM ĐỐC");
    expect(lines).toContain("Nguyễn Văn A");
    expect(lines).toContain("- Lưu: VT, CNTT.");
    expect(lines.filter((line) => line.startsWith("(Kèm theo Báo cáo số 125/BC-STTTT"))).toHaveLength(3);
    const row = rowsOf(bytes).find(([name]) => name === "UBND huyện A Lưới");
    expect(row?.slice(0, 3)).toEqual(["UBND huyện A Lưới", "81,82", ""]);
    expect(lines).toContain(report.assessment.inputs[0]?.sha256 ?? "");
  });

  test("leaves blank what nobody said, never today's date", async () => {
    const blank = await documentOf(report, { header: null });
    expect(linesOf(blank)).toContain("Số: ……/BC-……");
    expect(linesOf(blank)).toContain("…………, ngày …… tháng …… năm ………");
    expect(partsOf(blank)["docProps/core.xml"]).not.toContain("dcterms:created>");
  });

  test("has the same layout in English, below the Vietnamese head", async () => {
    const lines = linesOf(await documentOf(report, { language: "en" }));
    expect(lines).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(lines).toContain("SOCIALIST REPUBLIC OF VIETNAM");
    expect(lines).toContain("Thừa Thiên Huế, 5 January 2023");
    expect(lines).toContain("III. TARGETS MISSED");
  });

  test("says that nothing was assessed, with the problems, and has nothing to sign", async () => {
    const lines = linesOf(await documentOf(notAssessed(report)));
    expect(lines.join("\n")).toContain("Chưa đánh giá được: số liệu không đáng tin cậy.");
    expect(lines).toContain("“12,5” không phải là số đếm.");
    expect(lines).not.toContain("GIÁM ĐỐC");
    expect(lines).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    const { assessment } = notAssessed(report);
    const bare = bareReport({ ...assessment, plan: null, period: null, inputs: [] });
    expect(linesOf(await documentOf(bare)).join("\n")).toContain("Chưa đánh giá được");
  });

  test("holds any text as text", async () => {
    const name = { vi: 'A <b> & "c"\u0000\u0008\uFFFE\n]]>', en: "x" };
    const hostile = await documentOf(withFirst(report, { name }));
    for (const [part, xml] of Object.entries(partsOf(hostile)))
      expect(() => sax.parser(true).write(xml).close(), part).not.toThrow();
    expect(linesOf(hostile).join("\n")).toContain('A &lt;b&gt; &amp; "c"��� ]]&gt;');
  });

  test("breaks no figure, however large: letters become smaller first", async () => {
    const large = withFirst(report, {
      numerator: 9_007_199_254_740_990,
      denominator: 9_007_199_254_740_991,
      percent: "99.9999999999999889",
      gap: { fixed: 1, growing: null },
    });
    const rows = rowsOf(await documentOf(large));
    expect(rows.find(([number]) => number === "1")?.[4]).toContain("9.007.199.254.740.990/");
  });
});

test("check -o writes it, with the head that chitieu.yaml says", async () => {
  const files = {
    "chitieu.yaml": "plan: plan.yaml\ndata: [data]\nlanguage: vi\nreport: { agency: Sở Y tế, number: 7/BC-SYT }\n",
    "plan.yaml": ratioPlan({ "at-least": "50%" }),
    "data/q1.csv": countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,2"),
  };
  await inFolder(files, async (cwd) => {
    expect(await runCli(["check", "-o", "report.docx"], { cwd })).toMatchObject({ exit: 0 });
    const lines = linesOf(readFileSync(path.join(cwd, "report.docx")));
    expect(lines).toContain("SỞ Y TẾ");
    expect(lines).toContain("Số: 7/BC-SYT");
    expect(lines).toContain("Không có chỉ tiêu nào chưa đạt.");
  });
});
