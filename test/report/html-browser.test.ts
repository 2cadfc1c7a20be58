import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model.ts";
import { hasBrowser, launchBrowser } from "./chromium.ts";
import { notAssessed, pageOf, sampleReport } from "./html-page.ts";

const PHONE = { viewport: { width: 360, height: 740 } } as const;
const FULL = "vi.html";
const ENGLISH = "en.html";
/** The same with fewer rows in its tables: what axe looks for is the same in each of them, and it is slow. */
const SHORT = "vi-short.html";
const SHORT_ENGLISH = "en-short.html";
const NOTHING = "nothing.html";

describe.skipIf(!hasBrowser)("in Chromium", () => {
  let report: Report;
  let browser: Browser;
  let folder: string;
  let complaints: string[] = [];
  let requests: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "chitieu"));
    report = await sampleReport();
    writeFileSync(path.join(folder, FULL), await pageOf(report));
    writeFileSync(path.join(folder, ENGLISH), await pageOf(report, "en"));
    writeFileSync(path.join(folder, SHORT), await pageOf(shortened(report)));
    writeFileSync(path.join(folder, SHORT_ENGLISH), await pageOf(shortened(report), "en"));
    writeFileSync(path.join(folder, NOTHING), await pageOf(notAssessed(report)));
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // Whatever a test did: nothing left the page, and the browser found nothing to complain of.
  afterEach(async () => {
    const [seen, sent] = [complaints, requests.filter((url) => !url.startsWith("file:"))];
    [complaints, requests] = [[], []];
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(seen).toEqual([]);
    expect(sent).toEqual([]);
  });

  /** Opens a page that is watched: every request, every message and every violation of its policy. */
  async function open(file: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    await page.addInitScript(
      "addEventListener('securitypolicyviolation', (event) => console.log('violated: ' + event.violatedDirective))",
    );
    await page.goto(pathToFileURL(path.join(folder, file)).href);
    return page;
  }

  /** The names in the first column that are to be seen. */
  async function namesIn(page: Page, table: string): Promise<string[]> {
    return page.locator(`#${table} tr[data-item]:visible > th > bdi`).allTextContents();
  }

  /** The shown texts of a column of figures. */
  async function columnIn(page: Page, label: string): Promise<string[]> {
    return page.locator(`#results > .item:visible > tr:first-child > td[data-label="${label}"]`).allTextContents();
  }

  describe("finding", () => {
    test("an agency without its accents", async () => {
      const page = await open(FULL);
      await page.getByLabel("Tìm cơ quan, đơn vị").fill("so y te");
      expect(await namesIn(page, "units")).toEqual(["Sở Y tế"]);
      const tools = page.locator(".tools[data-for=units]");
      expect(await tools.getByRole("status").textContent()).toBe("Hiện 1/39 dòng");
      await page.getByLabel("Tìm cơ quan, đơn vị").fill("");
      expect(await tools.getByRole("status").textContent()).toBe("Hiện 39/39 dòng");
    });

    test("dak lak finds Đắk Lắk, whichever way it is composed", async () => {
      const units = new Map(report.assessment.units);
      const [code, unit] = [...units][0] ?? [];
      if (code === undefined || unit === undefined) throw new Error("no units");
      units.set(code, { ...unit, name: "Văn phòng UBND tỉnh Đắk Lắk".normalize("NFD") });
      writeFileSync(
        path.join(folder, "dak-lak.html"),
        await pageOf({ ...report, assessment: { ...report.assessment, units } }),
      );
      const page = await open("dak-lak.html");
      for (const asked of ["dak lak", "ĐẮK LẮK", "Đắk Lắk".normalize("NFD")]) {
        await page.getByLabel("Tìm cơ quan, đơn vị").fill(asked);
        expect(await namesIn(page, "units")).toEqual(["Văn phòng UBND tỉnh Đắk Lắk"]);
      }
    });

    test("a target by its name, its group or its verdict; headings stay while something is below them", async () => {
      const page = await open(FULL);
      const field = page.getByLabel("Tìm chỉ tiêu");
      await field.fill("ho so cong viec");
      expect(await columnIn(page, "Kế hoạch")).toEqual(["≥ 95%", "≥ 90%", "≥ 80%"]);
      expect(await page.locator("#results .group:visible").allTextContents()).toEqual(["Chính quyền điện tử"]);
      await field.fill("ha tang cntt");
      expect(await columnIn(page, "Kế hoạch")).toHaveLength(4);
      await field.fill("khong phat sinh");
      expect(await columnIn(page, "Kế hoạch")).toEqual(["≥ 100%"]);
      await field.fill("no such thing");
      expect(await page.locator("#results .group:visible").count()).toBe(0);
    });

    test("only what is missed", async () => {
      const page = await open(ENGLISH);
      await page.locator(".tools[data-for=results]").getByLabel("Only what is missed").check();
      expect(await page.locator("#results > .item:visible").count()).toBe(8);
      expect(await page.locator("#results > .item.met:visible").count()).toBe(0);
      await page.locator(".tools[data-for=units]").getByLabel("Only what is missed").check();
      expect(await namesIn(page, "units")).not.toContain("Văn phòng UBND tỉnh Đắk Lắk");
      expect(await page.locator("#units [data-item]:visible:not([data-missed])").count()).toBe(0);
    });
  });

  describe("sorting", () => {
    test("by the gap, largest first; then smallest first; then as the plan has it", async () => {
      const page = await open(FULL);
      const heading = page.locator("#results > thead th", { hasText: "Còn thiếu" });
      const asPlanned = await columnIn(page, "Còn thiếu");
      expect(await heading.getAttribute("aria-sort")).toBe("none");
      await heading.getByRole("button").click();
      expect(await heading.getAttribute("aria-sort")).toBe("descending");
      expect((await columnIn(page, "Còn thiếu")).slice(0, 9)).toEqual(["33", "10", "9", "4", "2", "2", "1", "1", ""]);
      expect(await page.locator("#results .group:visible").count()).toBe(0);
      await heading.getByRole("button").click();
      expect(await heading.getAttribute("aria-sort")).toBe("ascending");
      expect((await columnIn(page, "Còn thiếu")).slice(0, 3)).toEqual(["1", "1", "2"]);
      await heading.getByRole("button").click();
      expect(await columnIn(page, "Còn thiếu")).toEqual(asPlanned);
      expect(await page.locator("#results .group:visible").count()).toBe(3);
    });

    test("by keyboard, and agencies within their level", async () => {
      const page = await open(FULL);
      const heading = page.locator("#units thead th").first();
      await heading.getByRole("button").focus();
      await page.keyboard.press("Enter");
      expect(await heading.getAttribute("aria-sort")).toBe("ascending");
      expect(await page.locator("#units .level th").allTextContents()).toEqual(["Cấp tỉnh", "Cấp huyện", "Cấp xã"]);
      const first = page.locator("#units tbody").first().locator("tr").nth(1).locator("th");
      expect(await first.textContent()).toBe("Ban Dân tộc");
    });
  });

  test("a figure opens to its formula, its counts, and the files and lines they come from", async () => {
    const page = await open(FULL);
    const item = page.locator("#results > .item", { hasText: "Hồ sơ TTHC được giải quyết trực tuyến" });
    const details = item.locator(".details");
    expect(await details.isVisible()).toBe(false);
    await item.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await details.isVisible()).toBe(true);
    const text = (await details.textContent())?.replaceAll(/\s+/g, " ") ?? "";
    expect(text).toContain("dossiers.settled_online÷ dossiers.settled");
    expect(text).toContain("170 ÷ 253 = 67,19%");
    expect(text).toContain("cần thêm 33 ở tử số");
    expect(text).toContain("fixtures/thua-thien-hue-2022/2022-Q1/");
    const places = details.locator("table", { hasText: "2022-Q1" }).last().locator("tbody tr");
    expect(await places.first().locator("td").last().textContent()).toMatch(/^\d+:\d+$/);
  });

  test("without scripts everything can be read and opened, and no control is there that does nothing", async () => {
    const page = await open(FULL, { javaScriptEnabled: false });
    expect(await page.locator(".tools:visible, thead button").count()).toBe(0);
    expect(await page.locator("#results > .item:visible").count()).toBe(21);
    await page.locator("#results summary").first().click();
    expect(await page.locator("#results .details").first().isVisible()).toBe(true);
  });

  test("the first stop of the keyboard leads to the targets", async () => {
    const page = await open(FULL);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Đến bảng chỉ tiêu");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#targets$/);
  });

  test("prints on A4, as far as it is opened", async () => {
    const page = await open(FULL, { colorScheme: "dark" });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const boxes = pdf.toString("latin1").match(/\/MediaBox ?\[[^\]]*\]/g) ?? [];
    expect(boxes.length).toBeGreaterThan(3);
    expect(new Set(boxes.map((box) => sidesOf(box)))).toEqual(new Set(["210×297", "297×210"]));
  });

  test.each([
    ["in light", SHORT, {}],
    ["in dark", SHORT_ENGLISH, { colorScheme: "dark" }],
    ["on a phone", SHORT_ENGLISH, PHONE],
    ["on a phone in dark", SHORT, { ...PHONE, colorScheme: "dark" }],
    ["without verdicts", NOTHING, {}],
    ["without verdicts, on a phone in dark", NOTHING, { ...PHONE, colorScheme: "dark" }],
  ] as const)("%s: no barrier that axe knows, and the page never scrolls sideways", async (_, file, options) => {
    const page = await open(file, options);
    for (const summary of (await page.locator("#results summary").all()).slice(0, 2)) await summary.click();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
    const [wide, room] = await page.evaluate<[number, number]>("[document.documentElement.scrollWidth, innerWidth]");
    expect(wide).toBeLessThanOrEqual(room);
  });
});

function shortened(report: Report): Report {
  const units = new Set([...report.assessment.units.keys()].slice(0, 12));
  return {
    ...report,
    assessment: { ...report.assessment, inputs: report.assessment.inputs.slice(0, 4) },
    byUnit: report.byUnit.filter(({ unit }) => unit !== null && units.has(unit)),
    contributions: new Map([...report.contributions].slice(0, 1)),
  };
}

/** Points as whole millimetres. */
function sidesOf(box: string): string {
  const [, , width = 0, height = 0] = (box.match(/[\d.]+/g) ?? []).map((side) =>
    Math.round((Number(side) * 25.4) / 72),
  );
  return `${width}×${height}`;
}
