import process from "node:process";
import { calculate } from "../../src/check.ts";
import { loadPlan } from "../../src/load.ts";
import { loadLocale } from "../../src/locale/locale.ts";
import type { Language } from "../../src/locale/locale.ts";
import { bareReport } from "../../src/model.ts";
import type { Report } from "../../src/model.ts";
import { problem } from "../../src/problem/problem.ts";
import { reportOf } from "../../src/report-of.ts";
import { render } from "../../src/report/html/html.ts";
import { loadPaint } from "../../src/report/paint.ts";

/** The report of the sample year, whole or up to a period. */
export async function sampleReport(period: string | null = null): Promise<Report> {
  const cwd = process.cwd();
  const plan = await loadPlan("thua-thien-hue-2022", { cwd });
  return reportOf(await calculate({ plan, data: ["fixtures/thua-thien-hue-2022"], cwd, digests: true, period }));
}

/** A report as the page that it becomes. */
export async function pageOf(report: Report, language: Language = "vi"): Promise<string> {
  const [locale, paint] = await Promise.all([loadLocale(language), loadPaint(false)]);
  return render(report, { locale, paint, width: 100, version: "1.2.3", header: null, isFile: true });
}

/** The same year where an error in the data stopped every verdict. */
export function notAssessed({ assessment }: Report): Report {
  const at = { in: "text", file: "data/one.csv", line: 12, column: 9, field: "Tổng số" } as const;
  return bareReport({
    ...assessment,
    results: [],
    exit: { code: 3, reason: "untrusted-data" },
    problems: [problem("count-unreadable", { text: "12,5" }, { at })],
  });
}

/** The first of the results, with something else in it. */
export function withFirst(report: Report, changed: Partial<Report["assessment"]["results"][number]>): Report {
  const [first, ...others] = report.assessment.results;
  if (first === undefined) throw new Error("no results");
  return { ...report, assessment: { ...report.assessment, results: [{ ...first, ...changed }, ...others] } };
}
