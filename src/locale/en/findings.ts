import type { FindingWords } from "../words/findings.ts";

export const findings: FindingWords = {
  overview: "Overview",
  sender: "Agency or file",
  general: "In general",
  file: "File",
  sheet: "Sheet",
  cell: "Cell",
  lineColumn: "Line:column",
  place: "Cell or line:column",
  field: "Column",
  found: "What stands there",
  wrong: "What is wrong",
  hint: "What to do",
  severity: "Severity",
  code: "Code",
  errors: "Errors",
  warnings: "Warnings",
  notes: "Notes",
};
