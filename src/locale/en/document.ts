import type { IsoDate } from "../../text/date.ts";
import { words } from "./words.ts";
import type { DocumentWords } from "../words/document.ts";
import { MONTHS } from "./phrases.ts";

export const document: DocumentWords = {
  labels: {
    title: "Report",
    scope: "What was assessed, and the overall result",
    results: "Results by indicator",
    missed: "Targets missed",
    tasks: "Tasks",
    coverage: "Provisional results and who did not report",
    problems: "Problems in the data",
    provenance: "Provenance of the data",
    row: "No.",
    inPeriod: "In the period",
    toDate: "Year to date",
    chart: "Chart: results and targets",
    task: "Task",
    state: "State",
    progress: "Progress",
    evidence: "Evidence",
    reported: "Reported in full",
    unreported: "Who lacks data (periods)",
    readings: "How the indicators were read",
    othersReported: "Indicators with valid data are reported in full.",
    otherIndicators: "Other indicators",
    otherTasks: "Other tasks",
    noneMissed: "No target is missed.",
    recipients: "Recipients:",
    signature: "OFFICE OF THE SIGNER",
    appendix: "Appendix",
    byAgency: "Results of each agency",
    inputs: "Files of data that were used",
    agency: "Agency",
    metOf: "Met / assessed",
    source: "Source",
    rows: "Rows",
    digest: "SHA-256",
    result: "Result",
    whole: "the whole",
  },
  republic: { name: "SOCIALIST REPUBLIC OF VIETNAM", motto: "Independence - Freedom - Happiness" },
  number: (number) => `No.: ${number ?? "……/BC-……"}`,
  signedAt: (place, date) => `${place ?? "…………"}, ${longDate(date)}`,
  planNamed: ({ number, title, issued, issuer }) =>
    [
      number === null ? `the plan “${title}”` : `plan ${number}`,
      issued === null ? "" : ` of ${longDate(issued)}`,
      issuer === null ? "" : `, ${issuer}`,
    ].join(""),
  subject: (plan, period) =>
    `Results by indicator${plan === null ? "" : ` of ${plan}`}${period === null ? "" : `: ${words.period(period)}`}`,
  planIs: (plan, title) => `What was assessed: ${plan}, “${title}”.`,
  periodIs: (period, isLatest, mode, window) =>
    `Period: ${words.period(period)}${isLatest ? " (the latest with data)" : ""}. ${mode === "period" ? "Assessed by the data of the period alone" : "Assessed by the data of the year to date"} (${window}).`,
  inputsAre: (files, rows) => `Data: ${files} files with ${rows} rows, listed in an appendix.`,
  headline: (targets, indicators, verdicts) =>
    `Of ${targets === indicators ? `${targets} indicators` : `${targets} targets of ${indicators} indicators`}: ${verdicts.join(", ")}.`,
  tasksAre: (tasks, states) => `Of ${tasks} tasks without a number to reach: ${states.join(", ")}.`,
  waivedAre: (waived) => `Of the misses, ${waived} are waived.`,
  troubled: (errors) =>
    `The data have errors (${errors}): whatever they could change is called invalid, and not assessed.`,
  missedBy: (rate, counts, target) => `result ${rate}${counts === "" ? "" : ` (${counts})`}, target ${target}`,
  chartNote: "Numbers are those of the tables above. A red bar is a result that misses its target.",
  provisionalAre: (results) =>
    `Provisional results: ${results}. Some agencies have not reported; what was reported is counted.`,
  problemsAre: (errors, warnings, notes) => `Errors: ${errors}; warnings: ${warnings}; notes: ${notes}.`,
  problemsCut: (shown, all) =>
    `The table holds ${shown} of ${all} problems, errors first; chitieu validate lists them all.`,
  origin: (version, planFile) =>
    `All results are computed exactly, from counts, by chitieu ${version}. SHA-256 of the plan’s file: ${planFile}. The files in the appendix and this plan always give the same results.`,
  closing: (subject) => `End of the report: ${subject}.`,
  attached: (number, date, agency) =>
    `(Attached to report ${number ?? "……/BC-……"} of ${longDate(date)}, ${agency ?? "……………………"})`,
  columnsAre: "Columns are numbered as the indicators are:",
  cellsAre:
    "Bold on grey: target missed. *: provisional. –: none arising. …: not reported or no data. !: invalid data. Blank: not applicable.",
  notAssessed: (why) => `Not assessed: ${why}. This report holds no results; what has to be put right is listed below.`,
};

/** "5 January 2023"; what is not known is left to fill in. */
function longDate(date: IsoDate | null): string {
  if (date === null) return "…… ………… ………";
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
