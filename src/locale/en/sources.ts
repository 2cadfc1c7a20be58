import type { SourceWords } from "../words/sources.ts";

export const sources: SourceWords = {
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
};

function whereIn(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : ` where ${conditions.join(" and ")}`;
}
