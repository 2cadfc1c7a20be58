import type { Words } from "../words/words.ts";
import { MONTHS, count, numbers } from "./phrases.ts";

export const words: Words = {
  decisions: {
    amendedBy: (document, issued, from) => `Amended by ${document} of ${issued}, from ${from} on`,
    changed: "changed:",
    added: "added:",
    withdrawn: "withdrawn:",
    without: (names) => `met without ${names}`,
    waiver: "Waived",
    waived: (until, reason, document) => `until the end of ${until}: ${reason} (${document})`,
  },
  language: "en",
  ...numbers,
  verdicts: {
    met: "met",
    missed: "missed",
    "no-data": "no data",
    "not-applicable": "not applicable",
    "not-scored": "not scored",
    invalid: "invalid",
  },
  reasons: {
    "not-reported": "not reported",
    "none-arising": "none arising",
    "keys-needed": "keys needed",
    incomplete: "incomplete",
    "over-100": "numerator exceeds denominator",
    negative: "negative count",
    "untrusted-data": "errors in the data",
    "outside-scope": "outside its scope",
    withdrawn: "withdrawn",
  },
  flags: {
    provisional: "provisional",
    interim: "not yet due",
    waived: "waived",
    advisory: "advisory",
    "low-base": "low base",
  },
  states: { done: "done", "in-progress": "in progress", "not-started": "not started" },
  operators: { "at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", exactly: "=", between: "" },
  severities: { error: "error", warning: "warning", note: "note" },
  exits: {
    bug: "a bug in chitieu",
    "wrong-usage": "the command, the plan, a source or the config is not valid",
    "untrusted-data": "the data cannot be trusted",
    missed: "a target is missed",
    "nothing-assessed": "nothing could be assessed",
    "no-data": "an indicator has no data",
    warning: "there are warnings",
    "misses-tolerated": "targets are missed, but none that decides it",
    "none-missed": "no target is missed",
    "errors-tolerated": "the data have errors, and that was to be tolerated",
    "no-errors": "no errors in the data",
  },
  columns: {
    indicator: "Indicator",
    level: "Level",
    counts: "Counts",
    rate: "Rate",
    target: "Target",
    gap: "Gap",
    verdict: "Verdict",
  },
  period(period) {
    const [year = "", part] = period.split("-");
    if (part === undefined) return year;
    if (part === "9M") return `Nine months of ${year}`;
    const number = Number(part.replace(/\D/, ""));
    if (part.startsWith("Q")) return `Quarter ${ROMAN[number - 1]}/${year}`;
    return part.startsWith("H")
      ? `${number === 1 ? "First" : "Second"} half of ${year}`
      : `${MONTHS[number - 1]} ${year}`;
  },
  date: (date) => date,
  dateInText(date) {
    const [year, month, day] = date.split("-").map(Number);
    return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
  },
  yearToDate: "year to date",
  periodAlone: "the period alone",
  latest: "latest with data",
  plan: "Plan",
  over: (by) => `${by} over`,
  tasks: "tasks",
  task: "task",
  taskUnreported: "not reported",
  total: "Total",
  whole: "whole",
  provisional: "Provisional",
  missing: (missing, of, basis) =>
    basis === "whole"
      ? "figures of the whole are missing"
      : `figures are missing from ${missing} of ${of} ${basis === "roster" ? "agencies of the roster" : "agencies that report"}`,
  more: (more) => `and ${more} more`,
  exitCode: (code, why) => `Exit code ${code}: ${why}.`,
  notAssessed: "Not assessed",
  counts: (errors, warnings) =>
    `${count(errors)} ${errors === 1 ? "error" : "errors"}, ${count(warnings)} ${warnings === 1 ? "warning" : "warnings"}`,
  read: (files, rows) =>
    `${count(files)} ${files === 1 ? "file" : "files"}, ${count(rows)} ${rows === 1 ? "row" : "rows"}`,
  rows: (rows) => `${count(rows)} rows`,
  seeAlso: "see also",
};

const ROMAN = ["I", "II", "III", "IV"];
