import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentOf } from "./docx-parts.ts";
import { sampleReport } from "./html-page.ts";

/** In CI a LibreOffice that is missing is a failure where it can be installed; elsewhere its tests are skipped. */
const isCi = process.env["CI"] === "true" && process.platform === "linux";
const hasOffice = isCi || (existsSync("/usr/bin/soffice") && existsSync("/usr/bin/pdftotext"));

describe.skipIf(!hasOffice)("the document, as LibreOffice prints it", () => {
  let folder: string;
  /** The text of each page, laid out as on paper. */
  const pages = new Map<string, readonly string[]>();

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "chitieu"));
    const report = await sampleReport();
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    for (const language of ["vi", "en"] as const) {
      const file = path.join(folder, `${language}.docx`);
      writeFileSync(file, await documentOf(report, { language }));
      execFileSync("soffice", [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, file], { stdio: "ignore" }); // prettier-ignore
      const text = execFileSync("pdftotext", ["-layout", path.join(folder, `${language}.pdf`), "-"], {
        encoding: "utf8",
      });
      pages.set(language, text.split("\f").slice(0, -1));
    }
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is on A4, upright but for the appendices, in letters as wide as Times New Roman", () => {
    const pdf = path.join(folder, "vi.pdf");
    const sizes = execFileSync("pdfinfo", ["-f", "1", "-l", "99", pdf], { encoding: "utf8" }).match(
      /size: +\S+ x \S+/g,
    );
    expect([...new Set(sizes)].map((size) => size.replaceAll(/\.\d+|size: +/g, ""))).toEqual([
      "595 x 841",
      "841 x 595",
    ]);
    const fonts = execFileSync("pdffonts", [pdf], { encoding: "utf8" }).split("\n").slice(2, -1);
    expect(fonts.every((font) => /LiberationSerif|TimesNewRoman/.test(font))).toBe(true);
  });

  test.each(["vi", "en"])("numbers its pages from the second on, and no page is empty (%s)", (language) => {
    const [first = "", second = ""] = pages.get(language) ?? [];
    expect(first.trim()).not.toMatch(/^1\n/);
    expect(second.trim()).toMatch(/^2\n/);
    for (const page of pages.get(language) ?? []) expect(page.trim().length).toBeGreaterThan(100);
  });

  test.each(["vi", "en"])("shows every figure of the chart and the tables in one piece (%s)", (language) => {
    const mark = language === "vi" ? "," : ".";
    const text = (pages.get(language) ?? []).join("\n");
    expect(text.match(new RegExp(`99\\${mark}996%`, "g"))?.length).toBeGreaterThanOrEqual(3);
    expect(text.match(new RegExp(`94\\${mark}996%`, "g"))?.length).toBeGreaterThanOrEqual(3);
  });

  test("keeps quốc hiệu and tiêu ngữ in one line each", () => {
    expect(pages.get("vi")?.[0]).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
    expect(pages.get("vi")?.[0]).toMatch(/Độc lập - Tự do - Hạnh phúc/);
  });
});
