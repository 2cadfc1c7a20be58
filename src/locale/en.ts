import type { AskedShape } from "../model.ts";
import type { NameKind } from "../problem/problem.ts";
import type { IsoDate } from "../text/date.ts";
import { excelDamage } from "../text/excel-damage.ts";
import type { ExcelDamage } from "../text/excel-damage.ts";
import { formatCount, list, wording } from "./locale.ts";
import type { Locale } from "./locale.ts";

const ROMAN = ["I", "II", "III", "IV"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const numbers = { group: ",", decimal: "." };
const count = (value: number) => formatCount(value, numbers);
const agencies = (units: number) => (units === 1 ? "1 agency" : `${count(units)} agencies`);

const KINDS: Readonly<Record<NameKind, string>> = {
  level: "level",
  group: "group",
  measure: "measure",
  indicator: "indicator",
  task: "task",
  unit: "unit",
  column: "column",
  category: "category",
  source: "source",
  target: "indicator or task",
  table: "table",
};

/** The words by which the schemas name what they expect. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: "a text",
  text: "a text",
  output: "a file with an ending that is known, or with its format before it, such as report.docx or json:result",
  object: "a map of keys",
  record: "a map of keys",
  array: "a list",
  list: "a list that is not empty",
  target: "an operator with its value, such as { at-least: 80% }, or one for each level",
  ascending: "the lower end first",
  pair: "a list of two values",
  id: "an id: letters, digits, - and _, beginning with a letter",
  "measure-name": "a measure's name: letters, digits, _ and ., beginning with a letter",
  "column-name": "a column's name: letters, digits and _, beginning with a letter",
  "whole-number": "a whole number",
  date: "a date as YYYY-MM-DD",
  day: "a date (2025-07-01, 1/7/2025) or a period (2025-Q3)",
  names: "names, such as { vi: Cấp tỉnh, en: Province }",
  "year-map": "a label and a first day, such as { label: 2026, starts: 2026-01-01 }",
  applies: "what it applies to, such as { levels: [tinh, xa] }",
  "until-after-from": "a day after from",
  "day-28": "a date on a day from 1 to 28",
  year: "a year of four digits",
  roster: "a CSV file such as units.csv (in Excel: save as “CSV UTF-8”)",
  period: "a period such as 2022-Q3, 2022-H1 or 2022-03",
  "period-or-date": "a period such as 2022-Q3, or a date as YYYY-MM-DD",
  "database-url": "an address such as postgres://USER@HOST/DATABASE, without a password",
  "record-rule": "a rule such as { count: all } or { sum: column }",
  rate: "the ratio of two columns, or of sums in parentheses, such as online / received or (early + on_time) / settled",
  balance: "an equation of columns, such as total = online + direct, or carried = previous pending",
  "sum-of-columns": "a sum of columns, such as online + direct",
};

/** What stands where something else is due, if it is more than one text. */
const FOUND: Readonly<Record<string, string>> = { map: "a map of keys", list: "a list" };

const FORMULA: Readonly<Record<string, string>> = {
  operand: "a measure, a whole number or ( is expected here",
  operator: "+ or - is expected between two measures",
  ")": "a parenthesis is not closed",
  exact: "its constant is past 9,007,199,254,740,991",
  deep: "its parentheses are nested more than 100 deep; leave out those that change nothing",
};

const YAML: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "this key stands twice in the same map",
  TAB_AS_INDENT: "a tab is used for indentation; YAML allows spaces only",
  BAD_INDENT: "the indentation does not fit the lines above",
  BLOCK_AS_IMPLICIT_KEY: "a text with “: ” in it must be quoted",
  MULTILINE_IMPLICIT_KEY: "a key must stand on one line, with its colon",
  MISSING_CHAR: "a quote, bracket or brace is not closed",
  ALIAS_UNKNOWN: "an alias (*name) refers to an anchor (&name) that is not there",
  TOO_DEEP: "the file is nested too deeply",
  MULTIPLE_DOCS: "the file holds several documents (---); one is expected",
  BAD_SCALAR_START: "a text that begins with > | @ % or a backquote must be quoted",
  UNEXPECTED_TOKEN: "this does not belong here; compare the brackets, commas and quotes before it",
  ALIASES: "the file repeats aliases beyond measure",
};

/** What to do about the slips that have a way out of their own. */
const YAML_HINTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "Keep one of the two.",
  TAB_AS_INDENT: "Replace the tab by spaces.",
  MULTILINE_IMPLICIT_KEY: "Write the key on one line, with a space after its colon.",
  BLOCK_AS_IMPLICIT_KEY: 'Put the whole text between quotes: "…".',
  MISSING_CHAR: "Close the quote or bracket that is opened in this line or above.",
  BAD_SCALAR_START: 'Put the whole text between quotes: "…".',
  MULTIPLE_DOCS: "Keep one here, and give the others files of their own.",
};

/** What systems say of files, by their codes. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "permission is lacking",
  EEXIST: "there is a file of that name already",
  EPERM: "the system does not allow it",
  EBUSY: "another program is using it",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

const QUOTES = {
  "not-closed": "a quoted field is not closed before the end of the file",
  "after-text": "a quote stands inside a field that is not quoted",
  "before-text": "text follows a closing quote",
};
const DOUBLED = 'a quote inside quotes is written twice: "like ""this"" one"';

/** How a target is written that no cell of a table can say. */
const ASKED: Readonly<Record<AskedShape, (write: string) => string>> = {
  rank: (write) => `A rank is a number of its own: write ${write}, and leave the denominator empty.`,
  task: () => "It has no number: write one, or take the row out of the table and put it under tasks: in the plan.",
  several: () =>
    "One value to a cell: give each level a column of its own (“Target commune”), or write the last value and put the earlier ones under milestones: in the plan.",
  time: () =>
    "It says until when, and not how much: write how much (9, or 100% of a whole), and the time as by: in the plan.",
};

/** What commander finds wrong, by its codes. */
const USAGE: Readonly<Record<string, (name: string, value: string) => string>> = {
  "commander.unknownOption": (name) => `there is no option ${name}`,
  "commander.unknownCommand": (name) => `there is no command “${name}”`,
  "commander.optionMissingArgument": (name) => `the option ${name} needs a value`,
  "commander.invalidArgument": (name, value) => `the option ${name} cannot be “${value}”`,
  "argument-wrong": (name, value) => `the argument “${name}” cannot be “${value}”`,
  "commander.missingArgument": (name) => `the argument “${name}” is missing`,
  "commander.conflictingOption": (name, value) => `the options ${name} and ${value} exclude each other`,
  "commander.excessArguments": (name) => `there are too many arguments for ${name}`,
};

/** A stretch of days, either end of which may be open. */
function termOf({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  if (from === null) return until === null ? "always" : `until ${until}`;
  return until === null ? `from ${from}` : `from ${from} until ${until}`;
}

function expected(words: string): string {
  return words
    .split(" | ")
    .map((word) => EXPECTED[word] ?? word)
    .join(" or ");
}

function suggestion(nearest: string | null): string | null {
  return nearest === null ? null : `Did you mean “${nearest}”?`;
}

function ofUnit(unit: string | null): string {
  return unit === null ? "" : ` of ${unit}`;
}

/** One measure, or how many there are and the first of them. */
function measuresOf(measures: readonly string[], unit: string | null): string {
  const [first = ""] = measures;
  if (measures.length === 1) return `${first}${ofUnit(unit)}`;
  const named = `${list(measures.slice(0, 3))}${measures.length > 3 ? ", …" : ""}`;
  return `${measures.length} measures${ofUnit(unit)} (${named})`;
}

/** Cells that Excel has changed, and no longer holds as they were typed. */
const DAMAGE: Readonly<Record<ExcelDamage, string | null>> = {
  "short-date": "Excel has made a date of what was typed: format the column as Text, then type it again.",
  date: "This is a date: either the columns have slipped, or Excel has made it of what was typed; then format the column as Text and type it again.",
  "day-number": null,
  scientific:
    "Excel has written it with an exponent, which drops digits: in the original workbook, format the column as Number without decimals and save again.",
  formula: "This is the error of a formula: correct the formula in the original workbook and save again.",
  width: "The column in Excel is too narrow for its value: widen it and save again.",
};

const DATE_DAMAGE: typeof DAMAGE = {
  ...DAMAGE,
  "short-date": "Excel shows this date in short: format the column as dd/mm/yyyy and save again.",
  date: null,
  "day-number": "This is the number that Excel has for a day: format the column as dd/mm/yyyy and save again.",
};

function damage(text: string, hints = DAMAGE): string | null {
  const kind = excelDamage(text);
  return kind === null ? null : hints[kind];
}

/** What Excel has done to a cell, if anything, before what may be written there. */
function damageThen(text: string, hint: string): string {
  const done = damage(text);
  return done === null ? hint : `${done} ${hint}`;
}

/** How counts are written, for one that is not. */
function countHint(text: string): string {
  const done = damage(text);
  if (done !== null) return done;
  if (/^\d{1,3}(?:,\d{3})+$/.test(text.trim()))
    return "A count is written 1234, 1.234 or 1 234; 1,234 only where the source says thousands: “,”.";
  if (/^\d{1,3}\.\d{1,3}$/.test(text.trim()))
    return "A count has no fraction. If 1.900 became 1.9, a program has taken the point for a decimal mark, and 2.000 became 2 unnoticed: go back to the original, and have the columns read as Text.";
  return "A count is a whole number, 0 or more, written 1234, 1.234 or 1 234.";
}

/** Why the system does not read or write a file. */
function systemSays(detail: string): string {
  const words = SYSTEM[detail];
  return words === undefined ? detail : `${words} (${detail})`;
}

function whereIn(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : ` where ${conditions.join(" and ")}`;
}

function difference(one: number, other: number): string {
  return `${count(Math.abs(one - other))} too ${one > other ? "many" : "few"}`;
}

/** "5 January 2023"; what is not known is left to fill in. */
function longDate(date: IsoDate | null): string {
  if (date === null) return "…… ………… ………";
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

function countOf(number: number, what: string): string {
  return `${count(number)} ${what}${number === 1 ? "" : "s"}`;
}

export const en: Locale = {
  decisions: {
    amendedBy: (document, issued, from) => `Amended by ${document} of ${issued}, from ${from} on`,
    changed: "changed:",
    added: "added:",
    withdrawn: "withdrawn:",
    without: (names) => `met without ${names}`,
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
  findings: {
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
  },
  roster: {
    likeness: {
      marks: "the same but for accents",
      "short-form": "a short form",
      spelling: "a letter or two apart",
    },
    onRoster: "on the roster",
    namedIn: (sources) => `in ${sources.join(", ")}`,
    perhaps: (name, likeness) => `perhaps the same as “${name}”: ${likeness}`,
    found: (all, fresh) =>
      fresh === all ? agencies(all) : `${agencies(all)}, ${count(fresh)} of them not on the roster yet`,
    withoutLevel: (units) => `Nothing states the level of ${agencies(units)}: fill in the column.`,
    pairs: (pairs) => (pairs === 1 ? "One pair may be one agency:" : `${pairs} pairs may be one agency each:`),
    decide: "Where it is one, put the one name into the aliases of the other and remove its row.",
  },
  settings: {
    noFile: "There is no chitieu.yaml here or in a folder above.",
    nothing: "–",
    unsaid: {
      period: "the latest with data",
      "as-of": "the last day of the window",
      encoding: "the file's own, the source's, then utf-8",
      language: "the plan's, then the system's",
    },
    origins: { argument: "command line", default: "default" },
  },
  plans: {
    labels: {
      id: "Id",
      issuer: "Issued by",
      issued: "Issued on",
      year: "Year",
      levels: "Levels",
      units: "Agencies",
      measures: "Measures",
      asks: "Asks for",
      indicator: "Indicator",
      task: "Task",
      text: "The plan's words",
      formula: "Formula",
      target: "Target",
      note: "Note",
      cites: "Cites",
      excludes: "Leaves out",
      applies: "Applies to",
      lowBase: "Low base below a denominator of",
      advisory: "Advisory: never decides the exit code",
      over100: "May exceed 100%",
      fixed: "Fixed",
      noGroup: "In no group",
    },
    sizes: (indicators, tasks) =>
      `${count(indicators)} ${indicators === 1 ? "indicator" : "indicators"}, ${count(tasks)} ${tasks === 1 ? "task" : "tasks"}`,
    due: (period) => `by the end of ${period}`,
    milestone: (until, value) => `${value} until the end of ${until}`,
    accumulate: {
      sum: "added up over the periods",
      first: "as the year opens",
      last: "as in the last period",
      distinct: "counted once in the year",
    },
    scope: (levels, units, from, until) =>
      [
        ...(levels.length > 0 ? [`levels ${levels.join(", ")}`] : []),
        ...(units.length > 0 ? [`agencies ${units.join(", ")}`] : []),
        ...(from === null ? [] : [`from ${from}`]),
        ...(until === null ? [] : [`until the end of ${until}`]),
      ].join("; "),
    linted: (plans) => `${count(plans)} ${plans === 1 ? "plan" : "plans"}`,
    counted: (errors, warnings, notes) =>
      `${count(errors)} ${errors === 1 ? "error" : "errors"}, ${count(warnings)} ${warnings === 1 ? "warning" : "warnings"}, ${count(notes)} ${notes === 1 ? "note" : "notes"}`,
    exits: {
      "wrong-usage": "a plan or the command is not valid",
      warning: "there are warnings",
      "errors-tolerated": "a plan has errors, and that was to be tolerated",
      "no-errors": "no errors in the plan",
    },
  },
  sources: {
    rows: {
      unit: "a row is one agency",
      count: "a row is one count",
      record: "a row is one record",
      task: "a row is one task",
    },
    types: { text: "text", count: "count", percent: "percent", date: "date" },
    labels: {
      system: "System",
      form: "Form",
      columns: "Columns",
      optional: "may be left out",
      missing: "nothing reported",
      zero: "none",
      blank: "a blank cell",
      rate: "compared with",
      key: "A record is named by",
      sections: "Headings that set the level of the rows below",
      totals: "Rows of totals, compared and never added",
      ignore: "Rows that repeat a part of the row above begin with",
      balance: "Has to be equal",
      level: "Level of every agency",
      cumulative: "Each file holds the year up to the end of its period.",
      coversAll: "Agencies without a row have none of what it lists.",
      unitOfFile: "Each file is of one agency, which a title, the file's name or its folder names.",
      encoding: "Encoding",
      thousands: "Counts are written 1,234.",
      measures: "Measures",
      anyMeasure: "those that its rows name",
      period: "Period",
      noPeriod: "by the dates in its rows",
      notRecognised: "not recognised",
    },
    number: (number) => `number ${number} of the form`,
    periodFrom: {
      option: "by --period-of",
      column: "each row says its own",
      name: "by the name of the file, its folder or its sheet",
      title: "by a title",
    },
    counted: (where) => `number of rows${whereIn(where)}`,
    summed: (column, where) => `sum of “${column}”${where.length === 0 ? "" : ` in rows${whereIn(where)}`}`,
    distinct: (column, where) =>
      `number of different “${column}”${where.length === 0 ? "" : ` in rows${whereIn(where)}`}`,
    isOneOf: (column, values) => `“${column}” is ${values.join(" or ")}`,
    byDate: (column) => `by the date in “${column}”`,
  },
  document: {
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
      `Results by indicator${plan === null ? "" : ` of ${plan}`}${period === null ? "" : `: ${en.period(period)}`}`,
    planIs: (plan, title) => `What was assessed: ${plan}, “${title}”.`,
    periodIs: (period, isLatest, mode, window) =>
      `Period: ${en.period(period)}${isLatest ? " (the latest with data)" : ""}. ${mode === "period" ? "Assessed by the data of the period alone" : "Assessed by the data of the year to date"} (${window}).`,
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
    notAssessed: (why) =>
      `Not assessed: ${why}. This report holds no results; what has to be put right is listed below.`,
  },
  html: {
    labels: {
      title: "Results against the plan's targets",
      skip: "Skip to the targets",
      contents: "Contents",
      targets: "Results by target",
      breakdown: "By level and agency",
      trend: "Course of the year and projection",
      course: "Course of the year",
      missing: "Who did not report in full",
      problems: "Problems found",
      provenance: "Provenance",
      number: "No.",
      chart: "Against the target",
      periods: "Periods",
      missingPeriods: "Periods missing",
      unit: "Agency",
      state: "State",
      done: "Done",
      evidence: "Evidence",
      open: "Formula and figures",
      formula: "Formula",
      figures: "Counts in the formula",
      figure: "Count",
      measure: "Measure",
      text: "The plan says",
      note: "How it is read",
      excludes: "Left out",
      waiver: "Waived",
      due: "Due",
      document: "Document",
      coverage: "Reported",
      gap: "Gap",
      headroom: "Headroom",
      byUnit: "Result of each level and agency",
      places: "Files and lines",
      placesMany: "Where several rows add up, the first is named.",
      period: "Period",
      line: "Line:column or cell",
      filter: "Find a target",
      filterUnits: "Find an agency",
      filterProblems: "Find in the list",
      onlyMissed: "Only what is missed",
      sortHint:
        "Select a column's heading to sort; a third time restores the plan's order. Names are found without accents.",
      legend: "Legend",
      closeToTarget: "under 5 points short",
      far: "5 to under 20 points short",
      veryFar: "20 points short or more",
      noLevel: "Of no level",
      noUnit: "Whole",
      projection: "Projection",
      needed: "The rest of the year needs",
      withinReach: "within reach",
      outOfReach: "out of reach",
      everyoneReported: "Everyone reported in full.",
      noProblems: "No problems were found in the data.",
      source: "Source",
      rows: "Rows",
      size: "Size",
      planFile: "Plan's file",
      madeBy: "Made by",
      window: "Window",
      asOf: "Due dates judged on",
      result: "Outcome",
      fullName: "The number above a column is the target's number in the table of results",
      scrolls: "Wide table, scrolls sideways",
    },
    date(date) {
      const [year, month, day] = date.split("-").map(Number);
      return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
    },
    headline: (met, of) => `${count(met)} of ${count(of)} ${of === 1 ? "target" : "targets"} met`,
    shown: (shown, of) => `${shown} of ${of} rows shown`,
    agencies: (units) => `${units} agencies`,
    placesSummed: (most, indicator) =>
      `Of more than ${most} agencies the sums stand here; the line of each is in the workbook (sheet “Measures”) and in: chitieu explain ${indicator} --all.`,
    otherUnits: (others) =>
      `Those that lack most; ${others} more stand under “By level and agency”, and with their counts in the workbook.`,
    against: (rate, target) => `Result ${rate}, target ${target}`,
    gapFixed: (by) => `${by} more in the numerator, with the denominator as it is`,
    gapGrowing: (by) => `${by} more, where each addition counts in the denominator as well`,
    excessFixed: (by) => `${by} too many in the numerator, with the denominator as it is`,
    headroom: (by) => `the numerator may change by ${by} and still meet the target`,
    reported: (reported, due, basis) =>
      basis === "whole"
        ? "figures of the whole"
        : `${reported} of ${due} ${basis === "roster" ? "agencies of the roster" : "agencies that report"} reported in full`,
    waived: (until, reason, document) => `until the end of ${until}: ${reason} (${document})`,
    bytes: (bytes) => `${bytes} bytes`,
    unprojected: {
      "too-few-periods": "too few periods for a projection",
      "no-flow": "no projection: its counts do not add up over the year",
      "none-arising": "no projection: none arising",
      "too-large": "no projection: the figures are too large",
      "year-over": "the year is over",
    },
  },
  reports: {
    labels: {
      results: "Results",
      missed: "Targets missed",
      coverage: "Who did not report in full",
      byUnit: "By unit",
      measures: "Measures",
      problems: "Problems in the data",
      provenance: "Provenance",
      group: "Group",
      unit: "Unit",
      numerator: "Numerator",
      denominator: "Denominator",
      value: "Count",
      due: "Due",
      gapFixed: "Gap (denominator as it is)",
      gapGrowing: "Gap (denominator growing with it)",
      headroom: "Headroom",
      remarks: "Remarks",
      expected: "Units expected",
      reported: "Reported in full",
      measure: "Measure",
      measureId: "Measure's id",
      period: "Period",
      count: "Count",
      source: "Source",
      rows: "Rows",
      bytes: "Size (bytes)",
      encoding: "Encoding",
      planFile: "Plan's file",
      window: "Window",
      accumulation: "How periods combine",
      noRow: "no row: the file speaks for all",
    },
    short: (fixed, growing) =>
      `${fixed} short with the denominator as it is${growing === null ? "" : `, ${growing} where it grows with the numerator`}`,
    tooMany: (fixed) => `${fixed} too many with the denominator as it is`,
    shortCount: (fixed) => `${fixed} short`,
    tooManyCount: (fixed) => `${fixed} too many`,
  },
  trend: {
    title: "Period by period",
    inPeriod: "in period",
    toDate: "to date",
    line: "line",
    shortPeriod(period) {
      const [year = "", part] = period.split("-");
      if (part === undefined) return year;
      if (part === "9M") return "9 months";
      return /^[QH]/.test(part) ? part : (MONTHS[Number(part) - 1] ?? part).slice(0, 3);
    },
    projection: "Projection for the year",
    methods: { "average-of-periods": "average of the periods so far × periods of the year" },
    projectionNote: (method) => `≈ Projection for the year: ${method}. For information; it touches no verdict.`,
    wouldBe: { met: "would be met", missed: "would be missed" },
    unprojected: {
      "too-few-periods": "fewer than two periods with complete data",
      "no-flow": "the formula has measures that do not add up over the periods",
      "year-over": "the plan's year is over",
      "none-arising": "none arising",
      "too-large": "a number past 9,007,199,254,740,991",
    },
    unprojectedCount: (targets, why) => `No projection for ${targets} ${targets === 1 ? "target" : "targets"}: ${why}.`,
    neededTitle: "Needed from now on",
    needed: (percent) => `the periods left need at least ${percent}%`,
    unreachable: (percent) => `out of reach: the periods left would need ${percent}%`,
    neededNote:
      "What the periods left need: until the target is due, if each brings as much in the denominator as the average so far; rounded up.",
    provisionalNote: "* Provisional: figures are missing from some agencies.",
    hidden: (periods) => `No room for ${periods}; -f json and -f csv have every period.`,
    noPeriods: "No period has data.",
  },
  explain: {
    labels: {
      says: "The plan says",
      note: "How it is read",
      cites: "Other documents",
      excludes: "Leaves out",
      formula: "Formula",
      target: "Target",
      gap: "To meet it",
      headroom: "Headroom",
      figures: "Figures by agency and period",
      lacking: "Figures missing",
      leftOut: "Not counted, and why",
      evidence: "Cells",
      total: "Total",
      union: "Union",
      reports: "Reports",
      noEvidence: "no evidence named",
      applies: "Applies only to",
      from: "from",
      until: "until the end of",
    },
    or: "or",
    accumulate: {
      sum: "added up over the periods",
      first: "the first period's",
      last: "the last period's",
      distinct: "union of the periods, each item once",
    },
    within: (stock) => `only items still among ${stock} in the last period`,
    due: (date) => `due ${date}`,
    nearMiss: (rounded, exact, against, isExact) =>
      `Rounded it is ${rounded}; ${isExact ? "exactly" : "more closely"} ${exact} ${against}`,
    lacksFixed: (more, numerator, denominator) => `${more} more ${numerator} among the ${denominator} there are`,
    lacksGrowing: (more, numerator, denominator) => `${more} new ${denominator}, all of them ${numerator}`,
    lacksCount: (more, value) => `${more} more ${value}`,
    exceedsFixed: (less, numerator, denominator) => `${less} fewer ${numerator}, with the ${denominator} there are`,
    exceedsGrowing: (more, numerator, denominator) => `${more} new ${denominator}, none of them ${numerator}`,
    exceedsCount: (less, value) => `${less} fewer ${value}`,
    neverFixed: "out of reach with the denominator as it is",
    neverGrowing: "no number of new ones is enough",
    mayLose: (most, numerator) =>
      most === "0"
        ? `none, one fewer ${numerator} would miss the target`
        : `${numerator} may fall by ${most} and still meet the target`,
    mayGain: (most, numerator) =>
      most === "0"
        ? `none, one more ${numerator} would miss the target`
        : `${numerator} may rise by ${most} and still meet the target`,
    fixed: (measure, fixed, because) =>
      `${measure}: the plan fixes it at ${fixed}${because === null ? "" : `, because ${because}`}`,
    leftOut: {
      "outside-scope": (figures) => `${countOf(figures, "figure")} to which the indicator does not apply`,
      "outside-window": (figures) => `${countOf(figures, "figure")} outside the time looked at`,
      lacking: (figures) => `${countOf(figures, "figure")} with a part that is not reported`,
      unpaired: (figures) => `${countOf(figures, "figure")} without what goes with it in the period`,
      superseded: (figures) => `${countOf(figures, "cumulative figure")} that a later one includes`,
      "other-period": (figures) => `${countOf(figures, "figure")} of other periods`,
    },
    uncounted: {
      total: (rows) => `${countOf(rows, "total")}, compared and never added`,
      "not-reported": (rows) => `${countOf(rows, "row")} not reporting it`,
      unmatched: (rows) => `${countOf(rows, "row")} not matching`,
      undated: (rows) => `${countOf(rows, "row")} without a date`,
      "other-year": (rows) => `${countOf(rows, "row")} dated outside the plan's year`,
      "not-within": (rows) => `${countOf(rows, "row")} naming what is gone by the last period`,
    },
    entered: (rows) => `${countOf(rows, "row")} counted`,
    moreRows: (rows) => `… and ${countOf(rows, "more row")} (all of them: --all)`,
    none: (who) => `0, since no row counts: ${who}`,
    notOf: (who) => `This indicator does not apply to ${who}.`,
  },
  diff: {
    title: "Comparison",
    nothing: "none",
    none: "Nothing differs.",
    notCompared: "Not compared",
    sections: {
      about: "What is assessed",
      restated: "Restated: figures of the same time",
      inputs: "Files",
      units: "Agencies",
      tasks: "Tasks",
      problemsNew: "New problems in the data",
      problemsGone: "Problems gone from the data",
    },
    results: {
      "missed-to-met": "Missed → met",
      "met-to-missed": "Met → missed",
      verdict: "Other verdicts that change",
      new: "New results",
      gone: "Results that are gone",
      counts: "Counts that change, and no verdict",
      target: "Targets that change, and no verdict",
      formula: "Formulas that change, and no verdict",
      flags: "Remarks on verdicts that change",
      coverage: "How many reported",
    },
    changes: { new: "new", gone: "gone", renamed: "renamed", restated: "restated", changed: "changed" },
    parts: {
      plan: "Plan",
      level: "Levels",
      group: "Groups",
      measure: "Measures",
      indicator: "Indicators",
      target: "Targets",
      task: "Tasks",
      amendment: "Later decisions",
      waiver: "Waivers",
      unit: "Agencies",
    },
    fields: {
      effective: "takes effect",
      changed: "changed",
      added: "added",
      withdrawn: "withdrawn",
      until: "until",
      reason: "reason",
      "plan-amendments": "later decisions",
      id: "id",
      number: "number",
      title: "title",
      issuer: "issuer",
      issued: "date of issue",
      language: "language",
      "year-label": "year",
      "year-starts": "start of the year",
      vi: "Vietnamese name",
      en: "English name",
      name: "name",
      aliases: "other names",
      accumulate: "how it accumulates",
      within: "within",
      source: "source",
      constant: "fixed value",
      group: "group",
      text: "the document's words",
      note: "note",
      cites: "cites",
      excludes: "excludes",
      numerator: "numerator",
      denominator: "denominator",
      "applies-levels": "applies to levels",
      "applies-units": "applies to agencies",
      "applies-from": "applies from",
      "applies-until": "applies until",
      "low-base": "low base below",
      advisory: "advisory",
      "over-100": "may exceed 100%",
      operator: "comparison",
      amount: "value",
      by: "due",
      milestones: "milestones",
      "level-of": "level",
      terms: "validity",
      "plan-id": "plan's id",
      "plan-number": "plan's number",
      "plan-title": "plan's title",
      "plan-sha256": "content of the plan's file",
      period: "period",
      "window-mode": "window",
      "window-periods": "periods in the window",
      "broken-down-by": "broken down by",
      incomplete: "incomplete results",
      "keep-going": "keep going",
      "as-of": "as of",
      "fail-on": "fail on",
      rows: "rows",
    },
    target: "target",
    formula: "formula",
    reported: (before, after) => `reported ${before} → ${after}`,
    exits: { differences: "something differs", "no-differences": "nothing differs" },
  },
  progress: {
    opening: (file) => `opening ${file}`,
    folding: (file) => `reading ${file}`,
    rate: (megabytes) => `${megabytes} MB/s`,
    left: (seconds) => (seconds < 100 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`),
  },
  problems: {
    "option-wrong": ({ option, value, allowed }) =>
      wording(`${option} cannot be “${value}”`, `Write it like: ${list(allowed)}.`),
    usage: ({ kind, detail, names: [name = "", value = ""], allowed, nearest }) =>
      wording(
        USAGE[kind]?.(name, value) ?? detail,
        suggestion(nearest) ??
          (allowed.length > 0 ? `Allowed: ${list(allowed)}.` : "chitieu --help lists the commands and options."),
      ),
    "plan-not-named": ({ by, shipped }) =>
      wording(
        "no plan is named",
        `Name one ${by === "option" ? "with --plan" : "behind the command"}, or as plan: in chitieu.yaml: a shipped one (${list(shipped)}) or a file of your own.`,
      ),
    "plan-not-found": ({ plan, shipped, nearest }) =>
      wording(
        `there is no plan “${plan}”: neither a shipped one nor a file`,
        suggestion(nearest) ?? `Shipped: ${list(shipped)}.`,
      ),
    "source-not-found": ({ source, shipped, nearest }) =>
      wording(
        `there is no source “${source}”: neither a shipped one nor a file`,
        suggestion(nearest) ?? `Shipped: ${list(shipped)}.`,
      ),
    "indicator-not-yet": ({ indicator, effective, document }) =>
      wording(
        `the indicator “${indicator}” was not yet part of the plan in this period: ${document} adds it from ${effective} on`,
        `Ask for ${effective} or a later period with --period.`,
      ),
    "data-not-named": () =>
      wording(
        "no data are named",
        "Name files or folders after the command, or as data: in chitieu.yaml; - is standard input.",
      ),
    "data-not-found": ({ argument, nearest }) =>
      wording(
        `nothing was found at “${argument}”`,
        suggestion(nearest) ?? "Name a file, a folder, a pattern such as exports/**/*.csv, or - for standard input.",
      ),
    "file-not-read": ({ option, file, nearest }) =>
      wording(
        `${option} names “${file}”, which is not read in this run`,
        suggestion(nearest) ??
          "It says something of a file only: name the file among the exports as well, or leave the option out.",
      ),
    "data-empty": ({ argument }) =>
      wording(
        `there is no export in the folder “${argument}”`,
        "Exports end in .csv, .tsv, .txt, .xlsx or .gz; names that begin with ~$, . or _ are skipped.",
      ),
    "assessment-wrong": ({ what, found, path }) =>
      wording(
        what === "json"
          ? "the file is no JSON"
          : what === "format"
            ? `an assessment, chitieu/assessment@1, is needed, and this file ${found === "" ? "states no format" : `is “${found}”`}`
            : `the assessment is not built as it should be${path === "" ? "" : `, at ${path}`}`,
        "Make it again with this version: chitieu check … -o FILE.json.",
      ),
    "not-comparable": ({ what }) =>
      wording(
        `${what === "folder" ? "this is a folder" : "this is an export"}, and only plans and assessments can be compared`,
        "Assess each of the two first: chitieu check DATA -o before.json, and so on; then compare the JSON files. Over exports, two plans are compared: chitieu diff PLAN PLAN DATA.",
      ),
    "kinds-differ": ({ plan, assessment }) =>
      wording(
        `“${plan}” is a plan and “${assessment}” an assessment`,
        "Compare two plans with each other, or two assessments.",
      ),
    "exports-not-needed": ({ assessment }) =>
      wording(
        `“${assessment}” is an assessment, and has its verdicts already; exports change nothing in it`,
        "Leave the exports and --period out, or compare two plans over them.",
      ),
    "address-wrong": ({ address }) =>
      wording(
        `“${address}” is no address of a database`,
        "Write it like: postgres://USER@HOST:5432/DATABASE, clickhouse://HOST/DATABASE. In a user, a password or a database write / as %2F, ? as %3F, # as %23, @ as %40 and % as %25; PGPASSWORD and CLICKHOUSE_PASSWORD hold a password as it is.",
      ),
    "table-not-named": ({ database }) =>
      wording(
        `which table of ${database} holds the export is not said`,
        "Name it with --table, or in chitieu.yaml under databases.",
      ),
    "password-not-set": ({ variable }) =>
      wording(
        `the environment has no ${variable}, which should hold the password`,
        `Set ${variable} before the command; a password belongs into no file.`,
      ),
    "output-unwritable": ({ detail }) =>
      wording(
        `the file cannot be written: ${systemSays(detail)}; an older one, if there is one, stays as it was`,
        detail === "ENOENT"
          ? "Make the folder first, or choose another one."
          : detail === "EEXIST"
            ? "Choose another name, or remove the file that is there."
            : "Close it where it is open in Excel or Word, check permissions and free space, or choose another name.",
      ),
    "output-twice": ({ formats }) =>
      wording(
        `-o names this file ${formats.length} times${new Set(formats).size === 1 ? "" : ` (${list(formats)})`}`,
        new Set(formats).size === 1 ? "Name it once." : "A file holds one format: give each a file of its own.",
      ),
    "output-is-input": () => wording("the output would overwrite a file that is read", "Choose another name for it."),
    "yaml-syntax": ({ kind, detail }) =>
      wording(
        `this is not valid YAML: ${YAML[kind] ?? detail}`,
        YAML_HINTS[kind] ?? "Compare the indentation and quotes with the lines around it.",
      ),
    "key-unknown": ({ key, allowed, nearest }) =>
      wording(`the key “${key}” is not known here`, suggestion(nearest) ?? `Known: ${list(allowed)}.`),
    "key-missing": ({ key, example }) =>
      wording(`the key “${key}” is missing here`, example === undefined ? "Add it." : `Add it, such as ${example}.`),
    "value-wrong": ({ found, expected: words }) =>
      wording(`${FOUND[found] ?? `“${found}”`} is not what is expected here`, `Expected: ${expected(words)}.`),
    "name-unknown": ({ kind, name, allowed, nearest }) =>
      wording(
        name === ""
          ? `a ${KINDS[kind]} is missing here`
          : `the ${KINDS[kind]} “${name}” is not ${kind === "table" ? "there" : "declared"}`,
        suggestion(nearest) ??
          (allowed.length === 0
            ? `No ${KINDS[kind]} is ${kind === "table" ? "there, or none that you may see" : "declared"}.`
            : `${kind === "table" ? "There are" : "Declared"}: ${list(allowed)}.`),
      ),
    "formula-wrong": ({ text, expected: what }) =>
      wording(
        `the formula “${text}” cannot be read: ${FORMULA[what] ?? what}`,
        "Join measures and whole numbers by + and -, such as documents.exchanged - documents.secret.",
      ),
    "amount-unreadable": ({ text, write, shape }) =>
      wording(`the target “${text}” cannot be read`, shape === null ? `Write ${write}.` : ASKED[shape](write)),
    "percent-sign-missing": ({ text, write }) =>
      wording(`“${text}” is the target of a ratio and lacks its %`, `Write ${write}.`),
    "percent-sign-unexpected": ({ text, write }) =>
      wording(
        `“${text}” is the target of a count, and a count has no %`,
        `Write ${write}, or give a numerator and a denominator instead of a value.`,
      ),
    "operator-count": ({ found, allowed }) =>
      wording(
        found.length === 0 ? "this target has no operator" : `this target has several operators: ${list(found)}`,
        `Give one of: ${list(allowed)}.`,
      ),
    "value-beside-ratio": ({ key }) =>
      wording(`“${key}” cannot stand beside “value”`, "A count has value; a ratio has numerator and denominator."),
    "milestone-order": ({ until, other, due }) =>
      other === null
        ? wording(
            `the milestone ${until} does not end before the target is due, on ${due}`,
            "Take it away, or say with by: when the target itself is due.",
          )
        : wording(`the milestones ${other} and ${until} end on the same day`, "Keep one of the two."),
    "indicator-twice": ({ id }) =>
      wording(
        `the plan has the indicator “${id}” already`,
        "Put what the decision changes of it under changed: instead, or give the new one another id.",
      ),
    "level-beside-unit": () =>
      wording("a waiver is of a level or of a unit, not of both", "Keep one of the two, or make two waivers."),
    "name-twice": ({ name, first, of }) =>
      wording(
        `“${name}” is already a spelling of “${first}”`,
        {
          unit: "Where one agency takes the place of the other, give the first its `until` and the second its `from`. Where both exist, add a word to one of their names; exports may have its code, or the name with that word.",
          column:
            "A header can belong to one column only: take it out of one of them, or say more of its path (“Tiếp nhận > Tổng số”).",
          category: "A value can belong to one category only: take it out of one of them.",
        }[of],
      ),
    "unit-twice": ({ unit }) =>
      wording(
        `“${unit}” has two rows that hold at the same time`,
        "If it changes during the year, give the first row its `until` and the second its `from`; otherwise remove one.",
      ),
    "parent-wrong": ({ unit, parent, why, periods }) =>
      why === "gone"
        ? wording(
            `“${unit}” stands below “${parent}”, which does not exist in ${list(periods)}`,
            "Give it a row of its own for that time with another parent, or none.",
          )
        : wording(`“${unit}” stands below “${parent}”, which stands below “${unit}”`, "Correct one of the two."),
    "quote-missing": ({ kind, name }) =>
      wording(
        `the ${KINDS[kind]} “${name}” has none of the plan's own words`,
        "Quote them in text:, so that a reader can hold the two against each other, or say in note: why they are not quoted.",
      ),
    "quote-without-target": ({ value, quoted }) =>
      wording(
        `the target is ${value}, but the quoted text says ${list(quoted)}`,
        "Mend the number; what a later decision asks is quoted in its own text:, and a target that is a reading of your own is named in note:.",
      ),
    "name-missing": ({ kind, name }) =>
      wording(
        `the ${KINDS[kind]} “${name}” has no name, so reports show this id`,
        "Give it a name with vi: and, if you can, with en:.",
      ),
    "names-untranslated": ({ language, names, first }) =>
      wording(
        `${names === 1 ? "1 name has" : `${names} names have`} no ${language === "en" ? "English" : "Vietnamese"}, the first is that of “${first}”`,
        `Reports in ${language === "en" ? "English" : "Vietnamese"} will use the other language's; add it with ${language}:.`,
      ),
    "declared-unused": ({ kind, name }) =>
      wording(
        `the ${KINDS[kind]} “${name}” is declared, and used nowhere`,
        "Take it away, or see whether it is missing somewhere under another name.",
      ),
    "level-unreported": ({ level, reported }) =>
      wording(
        `the roster has no agency at the level “${level}”, so nobody will report for it`,
        reported.length > 0
          ? `Levels with agencies: ${list(reported)}.`
          : "Add agencies to the roster, or take the level away.",
      ),
    "source-lacks-measure": ({ source, measure, nearest }) =>
      wording(
        `the source “${source}” does not supply the measure “${measure}”`,
        suggestion(nearest) ?? `chitieu source show ${source} lists what it supplies.`,
      ),
    "measures-without-source": ({ measures }) =>
      wording(
        `no source supplies ${list(measures)}`,
        "They can be given as plain counts (period, unit, level, measure, count), or describe a source of your own in sources:.",
      ),
    "target-unreachable": ({ target }) =>
      wording(
        `no figures can meet the target “${target}”`,
        "A rate lies between 0 and 100%; where the numerator may exceed the denominator, say over-100: true.",
      ),
    "target-always-met": ({ target }) =>
      wording(`any figures meet the target “${target}”`, "Look at its number and its operator again."),
    "milestone-harder": ({ until, value, next, following }) =>
      wording(
        `the milestone until the end of ${until} (${value}) is harder to meet than what follows (${next}: ${following})`,
        "Look at the numbers again: what is asked mostly becomes harder until the target is due.",
      ),
    "waivers-overlap": ({ indicator, level, unit, until, document, other, lasts }) =>
      wording(
        `the waiver ${document} of ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} until ${until} adds nothing: ${other} covers the same until ${lasts}`,
        "Reports name the one that lasts longest. Where it was extended, keep one with the later until: and both numbers in document:; otherwise correct its level, unit or until.",
      ),
    "ratio-constant": ({ formula }) =>
      wording(
        `numerator and denominator are both “${formula}”, so the rate is always 100%`,
        "Look at the numerator or the denominator again.",
      ),
    "natures-mixed": ({ numerator, denominator, flow }) =>
      wording(
        `this ratio holds what came during the year against what is there at its end (“${numerator}” and “${denominator}”)`,
        `“${flow}” is added up over the periods; if it is a stock, say accumulate: last.`,
      ),
    "indicators-alike": ({ indicator, other }) =>
      wording(
        `“${indicator}” has the same formula and target as “${other}”`,
        "Take one of them away, or mend the formula that was copied.",
      ),
    "shares-over-100": ({ indicators, sum }) =>
      wording(
        `${list(indicators)} are separate parts of one denominator, and their targets add up to ${sum}%`,
        "They cannot all be met: most likely each has a denominator of its own.",
      ),
    "file-unreadable": ({ detail }) =>
      wording(
        `the file cannot be read: ${systemSays(detail)}`,
        "Check its name, whether another program has it open, and whether you may read it.",
      ),
    "file-empty": () => wording("the file is empty", "Fill it, or take it away."),
    "file-skipped": ({ why }) =>
      wording(
        {
          name: "skipped: files and folders whose names begin with ~$, . or _ are not read",
          output: "skipped: chitieu wrote this file",
          format: "skipped: files of this kind are not read; if it holds figures, save it as .xlsx or CSV UTF-8",
        }[why],
      ),
    "format-unsupported": ({ extension }) =>
      wording(
        `files of this kind (${extension}) cannot be read`,
        "Open it in Excel and save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”; or begin its name with _ to leave it out.",
      ),
    "encoding-invalid": ({ byte, encoding }) =>
      wording(
        `this is not valid ${encoding.toUpperCase()}: ${byte}`,
        byte === "0x00"
          ? "Text has no zero bytes. UTF-16 without its mark has: try --encoding utf-16le, or save it as “CSV UTF-8” in Excel; what is no text cannot be read."
          : encoding === "utf-8"
            ? "Save it as “CSV UTF-8” in Excel, or export it in Unicode; where an old system wrote it, name its encoding: --encoding tcvn3 or windows-1258; of this file alone, --encoding tcvn3=FILE."
            : "Is that its encoding? Name the right one with --encoding, or save it as “CSV UTF-8” in Excel.",
      ),
    "encoding-suspect": ({ text, encoding, meant }) =>
      wording(
        `“${text}” looks like ${encoding.toUpperCase()} that was read in another encoding; it means “${meant}”`,
        encoding === "utf-8"
          ? "Go back to the original, open it as UTF-8, and save it as “CSV UTF-8”."
          : `Export it again in Unicode, or convert it from ${encoding.toUpperCase()} (with UniKey, say); where --encoding or the source names another encoding, name ${encoding}.`,
      ),
    "archive-wrong": ({ detail }) =>
      wording(
        `the compressed file is damaged (${detail})`,
        "Download or export it again; open an .xlsx in Excel and save it anew.",
      ),
    "archive-too-large": ({ what, most }) =>
      wording(
        {
          entries: `the compressed file has more than ${count(most)} entries`,
          bytes: `the compressed file unpacks to more than ${count(most)} bytes`,
          ratio: `the compressed file unpacks to more than ${count(most)} times its size`,
          run: `the workbooks of this run unpack to more than ${count(most)} bytes together, and there is no room for this one`,
        }[what],
        "No ordinary export is like that; if this is one, unpack it first, or save it as CSV.",
      ),
    "workbook-binary": () =>
      wording(
        "this is a workbook in Excel's old binary format, which is not read",
        "Open it in Excel and choose Save As: “Excel Workbook (.xlsx)” or “CSV UTF-8”.",
      ),
    "workbook-encrypted": () =>
      wording(
        "this workbook is protected by a password",
        "Open it in Excel, remove the password (File > Info > Protect Workbook) and save it again.",
      ),
    "quote-wrong": ({ detail }) =>
      wording(
        QUOTES[detail],
        detail === "not-closed"
          ? `Close it, or take this quote away; ${DOUBLED}.`
          : `Put the whole field between quotes; ${DOUBLED}.`,
      ),
    "row-ragged": ({ found, expected: cells }) =>
      wording(
        `this row has ${found} cells where the header has ${cells}`,
        "A cell with a delimiter in it must stand in quotes; a cell without a value must still be there, empty.",
      ),
    "source-unknown": ({ nearest, missing }) =>
      wording(
        "no known source has such a header",
        nearest === null
          ? "Name its source with --source SOURCE=FILE, or begin the file's name with _ to leave it out."
          : `The nearest is ${nearest}, which also needs the columns: ${list(missing)}. Correct the header, or describe this format in a source of your own (--source SOURCE=FILE).`,
      ),
    "source-ambiguous": ({ sources }) =>
      wording(
        `several sources fit this header: ${list(sources)}`,
        `Name one: --source ${sources[0] ?? "SOURCE"}=FILE, with the path of its file where it is a source of your own.`,
      ),
    "source-misfit": ({ source, missing }) =>
      wording(
        `the file does not fit the source ${source}: columns are missing`,
        `Missing: ${list(missing)}. Correct the header, or add its spelling to the column in the source.`,
      ),
    "export-unused": ({ source, nearest, missing }) =>
      wording(
        `the plan uses nothing in this table: it was taken for ${source}`,
        `It nearly fits ${nearest}, which the plan uses, and lacks the columns: ${list(missing)}. Correct the header, or add its spelling to the column in the source.`,
      ),
    "sheet-hidden": () =>
      wording(
        "this sheet is hidden in its workbook, and its figures count like those of any other",
        "Unhide it in Excel to see them (right-click a sheet's tab, Unhide); delete it if it is not meant to count.",
      ),
    "targets-unused": ({ what, name }) =>
      what === "column"
        ? wording(
            `the column “${name}” goes into no plan`,
            "If it holds the targets of a level, call it “Target …”, such as “Target commune”.",
          )
        : wording(`the sheet “${name}” goes into no plan`, "The first sheet with a column “Indicator” is read alone."),
    "sheet-unused": ({ nearest, missing }) =>
      wording(
        "no source fits this sheet, and it is not used",
        nearest === null ? null : `The nearest is ${nearest}, which also needs the columns: ${list(missing)}.`,
      ),
    "column-number-wrong": ({ header, found, expected: number }) =>
      wording(
        `the column “${header}” bears the number (${found}), and in the form it is (${number})`,
        "Its label or its number has slipped: correct the file, or the column's header and number in the source.",
      ),
    "row-unclear": ({ text, why }) =>
      wording(
        {
          total: `“${text}” reads like a total, and the source does not list that spelling`,
          unnumbered: `“${text}” has no number as the other rows have: it may be a total, a heading or a part of the row above`,
          part: `“${text}” reads like a part of the row above, and could be counted twice`,
          second: `“${text}” stands within the table: the file holds the reports of two agencies`,
          period: `“${text}” stands within the table: the file holds the reports of two periods`,
          restart: `numbers begin again at 1 with “${text}” and no heading says why: its level is not known`,
        }[why],
        {
          total: "Add the spelling to totals in the source, or write it in the file as the source does.",
          unnumbered: "Number it if it is a unit; else add it to totals, ignore or sections in the source.",
          part: "Begin it with “Trong đó: …”, add it to ignore in the source, or give it a whole number if it is a unit of its own.",
          second: "Part it into two files, one for each agency.",
          period: "Part it into two files, one for each period.",
          restart: "Add the heading (such as “Huyện, thị xã, thành phố”), or go on numbering if the level is the same.",
        }[why],
      ),
    "section-unknown": ({ text, allowed }) =>
      wording(
        `“${text}” looks like the heading of a section, and the source has no such section`,
        `Its sections: ${list(allowed)}. Add the spelling under sections; a unit needs a number as the other rows have, and its counts.`,
      ),
    "column-twice": ({ header }) =>
      wording(
        `the column “${header}” stands twice, under this or another spelling`,
        "Remove or rename one of the two.",
      ),
    "form-in-database": ({ source }) =>
      wording(
        `“${source}” is a form, whose sections and totals stand in an order, and the rows of a database have none`,
        "Check the form as a file, or name a source of flat rows with --source.",
      ),
    "database-unread": ({ why, host, detail }) =>
      wording(
        {
          unreachable: `${host} cannot be reached or does not let you in: ${systemSays(detail)}`,
          lost: `the connection to ${host} ended before the answer was whole: ${detail}`,
          refused: `${host} refuses the query: ${detail}`,
          "read-only": `${host} lets this user change no setting, not even that an answer has to be whole: ${detail}`,
          "too-slow": `${host} gave no answer within ${detail} seconds, and the query was ended`,
          repeats: "too many records stand in the table more than once to compare them all",
        }[why],
        {
          unreachable: "Check the address, the port, the user and the password, and whether the server is running.",
          lost: "Nothing was taken from it. Run the command again once all servers are up.",
          refused: "Check whether the user may read the table, and what its columns hold.",
          "read-only":
            "Give the user a profile with readonly = 2: it still only reads, and may say how it is answered.",
          "too-slow": "Allow more with --timeout SECONDS, or see docs/databases.md on how a table is laid out.",
          repeats: "Find them by GROUP BY the key HAVING count(*) > 1, and count each record once.",
        }[why],
      ),
    "file-twice": ({ other }) =>
      wording(
        `this file has the same content as ${other}, for the same period`,
        "Remove one of the two: otherwise their figures would count twice.",
      ),
    "period-unknown": ({ from, until, starts }) =>
      wording(
        from === null
          ? "nothing says which period this file is for"
          : `the title says from ${from} until ${until}, and that is no month, quarter, half or nine months of ${starts === null ? "a year" : `the plan's year, which starts on ${starts}`}`,
        `Put it into a folder such as 2022-Q1, name the period in its file name (…_quy-1-2022.csv), or use --period-of 2022-Q1=FILE.${starts === null ? "" : " If periods do close on the days in the title, say so in the plan, in year: { starts }."}`,
      ),
    "period-unreadable": ({ text }) =>
      wording(
        `“${text}” is not a period`,
        damageThen(text, "Write it like 2022-Q3, 2022-H1, 2022-9M, 2022-03, 2022 or “Quý 3/2022”."),
      ),
    "period-disagrees": ({ one, other }) =>
      wording(
        `two statements of the period disagree: ${one} and ${other}`,
        "Correct one of them, or decide with --period-of PERIOD=FILE.",
      ),
    "title-dates-longer": ({ from, until, period }) =>
      wording(
        `the title says from ${from} until ${until}, which is longer than ${period}`,
        "Correct the dates or the period; if every file holds the year to date, the source says cumulative: true.",
      ),
    "title-dates-differ": ({ from, until, period, starts, ends }) =>
      wording(
        `the title says from ${from} until ${until}, and the plan's ${period} is from ${starts} until ${ends}`,
        "If periods do close on the days in the title, say so in the plan, in year: { starts }; otherwise correct the title.",
      ),
    "count-unreadable": ({ text }) => wording(`“${text}” is not a count`, countHint(text)),
    "count-missing": () =>
      wording(
        "a count is missing here",
        'Write 0 for none. Where nothing was reported, leave the row out, or let the source say missing: [""].',
      ),
    "count-too-large": ({ text }) =>
      wording(`“${text}” is too large: counts are exact up to 9,007,199,254,740,991`, "Check the number of digits."),
    "sum-too-large": ({ of }) =>
      wording(`the sum of “${of}” is past 9,007,199,254,740,991`, "Look for a count with too many digits."),
    "date-unreadable": ({ text }) =>
      wording(
        `“${text}” is not a date`,
        damage(text, DATE_DAMAGE) ?? "A date is written 31/3/2022 or 2022-03-31, and must be in the calendar.",
      ),
    "percent-unreadable": ({ text }) =>
      wording(
        `“${text}” is not a percent from 0% to 100%`,
        damageThen(text, "Write it with its sign: 60%, 95,5% or 95.5%."),
      ),
    "category-unknown": ({ text, allowed }) =>
      wording(
        text === "" ? "a value is missing here" : `the value “${text}” is not declared for this column`,
        damageThen(text, `Declared: ${list(allowed)}. Another one is added in the source, under values.`),
      ),
    "cell-missing": () => wording("this cell must not be empty", "Fill it in, or correct the export."),
    "measure-unknown": ({ text, nearest }) =>
      wording(
        `the plan has no measure “${text}”; its rows are not used`,
        damage(text) ??
          suggestion(nearest) ??
          "If the plan needs it, declare it there under measures; otherwise the rows may stay.",
      ),
    "task-unknown": ({ text, nearest }) =>
      wording(
        `the plan has no task “${text}”`,
        damage(text) ?? suggestion(nearest) ?? "Write the task's id or its name, as the plan has it.",
      ),
    "level-unknown": ({ text, allowed }) =>
      wording(`the plan has no level “${text}”`, damageThen(text, `Its levels: ${list(allowed)}.`)),
    "level-missing": ({ unit, allowed, nearest }) =>
      wording(
        `nothing says at which level “${unit}” is`,
        suggestion(nearest) ?? `Add a level column (${list(allowed)}), or put the unit on the plan's roster.`,
      ),
    "level-disagrees": ({ unit, one, other }) =>
      wording(`“${unit}” is stated at two levels: ${one} and ${other}`, "Correct the export or the roster."),
    "unit-outside-term": ({ unit, period, terms }) =>
      wording(
        `“${unit}” reports for ${period}, when it does not exist: the roster has it ${terms.map(termOf).join(", ")}`,
        "Correct from or until in the roster; or report the figure under the unit that took over, or for an earlier period.",
      ),
    "figure-across-levels": ({ unit, period, levels }) =>
      wording(
        `the figure of “${unit}” for ${period} reaches over a change of its level (${levels.join(" → ")})`,
        "The plan asks each level for its own: report the time before and after the change apart.",
      ),
    "unit-ambiguous": ({ text, period, units }) =>
      wording(
        `“${text}” is the name of several agencies${period === null ? "" : ` in ${period}`}: ${units.map(({ unit, terms }) => `${unit} (${terms.map(termOf).join(", ")})`).join(", ")}`,
        `Write the code, such as “${units.at(-1)?.unit}”, instead of the name${period === null ? "." : ", or report the time of each apart."}`,
      ),
    "unit-unknown": ({ text, nearest }) =>
      wording(
        `“${text}” is not on the plan's roster; it counts as a unit of its own`,
        damage(text) ?? suggestion(nearest) ?? "Add it to the roster, or as an alias of a unit there.",
      ),
    "blank-withholds": ({ measure, unit }) =>
      wording(
        `this cell is blank, so that ${measure}${ofUnit(unit)} counts as not reported`,
        "Write 0 if there were none, or fill in what is missing.",
      ),
    "text-lost": ({ text }) =>
      wording(
        `“${text}” has characters that a wrong decoder has lost`,
        "Export the original again as Unicode: they cannot be recovered.",
      ),
    "unit-damaged": ({ text }) => wording(`“${text}” is an error of Excel, and no name of a unit`, damage(text)),
    "unit-unnamed": () =>
      wording(
        "nothing says which unit this file is of",
        "Write “Đơn vị: …” in a title row; if the plan has a roster (units), the file or its folder may be named by the code or name of the unit instead.",
      ),
    "figure-twice": ({ measures, unit, period }) =>
      wording(
        `${measuresOf(measures, unit)} in ${period} ${measures.length === 1 ? "is" : "are"} stated twice`,
        "Remove one of the two rows or files. Where each is a part of the figures, add them up in one row.",
      ),
    "period-overlap": ({ measures, unit, one, other }) =>
      wording(
        `${measuresOf(measures, unit)} ${measures.length === 1 ? "is" : "are"} stated for ${one} and for ${other}, which overlap`,
        "Keep one of the two, so that each month counts once.",
      ),
    "whole-beside-units": ({ measure, period, unit }) =>
      wording(
        `${measure} in ${period} is stated for the whole and also for parts of it (${unit})`,
        "Keep either the figure of the whole or those of its parts.",
      ),
    "measure-two-sources": ({ measure, one, other }) =>
      wording(
        `two sources supply ${measure}: ${one} and ${other}`,
        `Name the one that counts in the plan: ${measure}: { source: ${one} }.`,
      ),
    "record-twice": ({ key, measure, period }) =>
      wording(`the record “${key}” would count twice for ${measure} in ${period}`, "Remove one of the two rows."),
    "total-mismatch": ({ of, scope, period, stated, sum }) =>
      wording(
        `the total ${scope === null ? "" : `of ${scope} `}in “${of}” for ${period} says ${count(stated)}, and its parts add up to ${count(sum)}: ${difference(stated, sum)}`,
        "The parts are what is used. Ask the sender which is right.",
      ),
    "balance-mismatch": ({ equation, left, right }) =>
      wording(
        `${equation}: ${count(left)} on the left, ${count(right)} on the right, ${difference(left, right)}`,
        "Each count is used as it stands. Ask the sender which is right.",
      ),
    "rate-mismatch": ({ printed, exact, numerator, denominator }) =>
      wording(
        `the printed rate is ${printed}, and ${count(numerator)}/${count(denominator)} is ${exact}%`,
        "A printed rate is never used; the result comes from the two counts. Check which of the three is wrong.",
      ),
    "carried-mismatch": ({ unit, carried, pending, period, before }) =>
      wording(
        `${unit === null ? "" : `${unit}: `}${count(carried)} were carried over into ${period}, and ${count(pending)} were pending at the end of ${before}: ${difference(carried, pending)}`,
        "Ask the sender why the end of one period is not the start of the next.",
      ),
    "cumulative-shrinks": ({ measure, unit, one, other, before, after }) =>
      wording(
        `${measure}${ofUnit(unit)}, summed from the start of the year, is ${count(after)} in ${other} and was ${count(before)} in ${one}: ${count(before - after)} too few`,
        "Such a sum cannot shrink; the later one is used. Check both files.",
      ),
    "numerator-over-denominator": ({ indicator, numerator, denominator }) =>
      wording(
        `${indicator}: the numerator ${count(numerator)} exceeds the denominator ${count(denominator)}`,
        "Check both counts; where more than 100% is right, the plan says over-100: true.",
      ),
    "side-negative": ({ indicator, numerator, denominator }) =>
      wording(
        `${indicator}: a side of the formula is below zero (${count(numerator)}${denominator === null ? "" : ` / ${count(denominator)}`})`,
        "Check the counts that the formula subtracts.",
      ),
    "unit-over-denominator": ({ indicator, unit, numerator, denominator }) =>
      wording(
        `${indicator}: at ${unit} the numerator ${count(numerator)} exceeds the denominator ${count(denominator)}`,
        "Check both counts of this unit; where more than 100% is right, the plan says over-100: true.",
      ),
    "period-of-other-year": ({ period, year }) =>
      wording(
        `${period} is not in the plan's year ${year}`,
        `Ask for a period such as ${year}-Q1, ${year}-H1 or ${year}.`,
      ),
    "other-year": ({ period, year }) =>
      wording(
        `${period} is not in the plan's year ${year}; its rows are not used`,
        "Correct the period, or take these rows to the plan of their year.",
      ),
    "stock-twice": ({ measures, unit, one, other }) =>
      wording(
        `${measuresOf(measures, unit)} ${measures.length === 1 ? "has" : "have"} two different counts at the end of ${one} and of ${other}, which is the same day`,
        "Keep the one that is right.",
      ),
    "dates-elsewhere": ({ stated, found }) =>
      wording(
        `the file is for ${stated}, and none of its dates is: this one falls into ${found}`,
        "Is it in the wrong folder? The dates decide.",
      ),
    "dates-outside": ({ year }) => wording(`dates outside the plan's year ${year}: these records do not count by them`),
    "file-without-rows": () =>
      wording("the file has a header and no rows", "Export it again; or, if there really was nothing, leave it."),
    "measure-unsupplied": ({ indicator, measure, other }) =>
      wording(
        `${indicator}: no file supplies ${measure}, while ${other} is there`,
        "Look for a missing export, or a measure's name that is misspelt in the source.",
      ),
    "waiver-expired": ({ indicator, level, unit, until, document }) =>
      wording(
        `the waiver ${document} of ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} ended with ${until}: the miss counts again`,
        "Give the waiver a later period in until: if it was extended; otherwise take it away.",
      ),
    "nothing-in-window": ({ period, periods }) =>
      wording(`no data fall into ${period}`, `The data are for: ${list(periods)}.`),
  },
};
