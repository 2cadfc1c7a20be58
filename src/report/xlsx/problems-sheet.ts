import type { Locale } from "../../locale/locale.ts";
import type { Assessment } from "../../model.ts";
import { PROBLEM_COLUMNS, problemCells } from "../../problem/problem-cells.ts";
import type { WorkbookSheet } from "../../workbook/workbook.ts";
import { titleLines } from "./title-lines.ts";

/** What is wrong with the data, or why there are no verdicts. */
export function problemsSheet(assessment: Assessment, locale: Locale): WorkbookSheet {
  const column = PROBLEM_COLUMNS.findIndex(({ name }) => name === "severity");
  return {
    name: locale.reports.labels.problems,
    columns: PROBLEM_COLUMNS,
    titles: titleLines(assessment, locale),
    header: [PROBLEM_COLUMNS.map(({ name }) => locale.findings[name])],
    rows: assessment.problems.map((one) => problemCells(one, locale)),
    rules: [
      { column, equals: locale.severities.error, tone: "bad" },
      { column, equals: locale.severities.warning, tone: "doubtful" },
    ],
  };
}
