import type { Report } from "../../model.ts";
import { writeWorkbook } from "../../workbook/write-workbook.ts";
import type { RenderContext } from "../formats.ts";
import { measuresSheet } from "./measures-sheet.ts";
import { problemsSheet } from "./problems-sheet.ts";
import { provenanceSheet } from "./provenance-sheet.ts";
import { byUnitSheet, resultsSheet } from "./results-sheet.ts";

/** A workbook to go on computing with. It has all its sheets even where nothing was assessed, and says so on each. */
export function render(report: Report, context: RenderContext): Uint8Array {
  const { locale } = context;
  return writeWorkbook([
    resultsSheet(report, locale),
    byUnitSheet(report, locale),
    measuresSheet(report, locale),
    problemsSheet(report.assessment, locale),
    provenanceSheet(report.assessment, context),
  ]);
}
