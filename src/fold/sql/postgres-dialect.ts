import type { DatabaseColumn } from "../../model.ts";
import { dayAfter } from "../../text/date.ts";
import { MOST, NUMERIC, variantPattern } from "./dialect.ts";
import type { Dialect } from "./dialect.ts";

/**
 * PostgreSQL. No cast that goes through text, and no function that depends on settings, stands in what groups and sums
 * columns of types of their own: postgres_fdw would not send it to the node that has the rows.
 */
export const postgresDialect: Dialect = {
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  // A backslash means itself only while standard_conforming_strings is on; with E it is always doubled.
  literal: (text) => {
    const quoted = `'${text.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
    return text.includes("\\") ? `E${quoted}` : quoted;
  },
  cell,
  text: (column) => (column.kind === "text" ? cell(column) : `${cell(column)}::text`),
  shown: (column) => (column.kind === "zoned-time" ? `${cell(column)}::timestamp` : cell(column)),
  trimmed: (column) => (column.kind === "text" ? `btrim(${cell(column)}, ' \t\r\n')` : cell(column)),
  isBlank: (column) => {
    const isNull = `${cell(column)} IS NULL`;
    return column.kind === "text" ? `(${isNull} OR ${postgresDialect.trimmed(column)} = '')` : isNull;
  },
  // In a database of another encoding nothing matches, and nothing is refused.
  hasVariants: (column) =>
    column.kind === "text"
      ? `(octet_length(${cell(column)}) <> char_length(${cell(column)}) AND ${postgresDialect.matches(cell(column), VARIANTS)})`
      : "1 = 0",
  matches: (text, pattern) => `${text} ~ ${postgresDialect.literal(pattern)}`,
  count: (value, { kind }) => (NUMERIC.has(kind) ? String(value) : `'${value}'`),
  day: (date) => `DATE '${date}'`,
  isWithin: (column, { from, until }) => {
    const type = { date: "DATE", time: "TIMESTAMP", "zoned-time": "TIMESTAMPTZ" }[column.kind as "date"] ?? "DATE";
    return `${cell(column)} >= ${type} '${from}' AND ${cell(column)} < ${type} '${dayAfter(until)}'`;
  },
  otherDays: (column, other) =>
    `WHEN isfinite(${cell(column)}) THEN DATE '${other}' WHEN ${cell(column)} IS NOT NULL THEN DATE 'infinity' END`,
  isCount: (column) => {
    const sign = `${cell(column)} >= 0 AND ${cell(column)} <= ${MOST}`;
    return column.kind === "integer" ? sign : `${sign} AND ${cell(column)} = trunc(${cell(column)})`;
  },
  value: (column, condition, marks) => {
    const number =
      column.kind === "integer" || column.kind === "decimal"
        ? cell(column)
        : column.kind === "float"
          ? `${cell(column)}::numeric`
          : `translate(${postgresDialect.text(column)}, '${marks}', '')::numeric`;
    return `CASE WHEN ${condition} THEN ${number} ELSE 0 END`;
  },
  sums: (value) => [`sum(${value})`],
  totalOf: ([sum = "0"]) => BigInt(sum.replace(/\.0*$/, "")),
  joined: (columns) => {
    const [first, ...more] = columns;
    if (first !== undefined && more.length === 0) return first.kind === "other" ? `${cell(first)}::text` : cell(first);
    return columns
      .map((column) => `CASE WHEN ${cell(column)} IS NULL THEN '' ELSE ${postgresDialect.text(column)} END`)
      .join(" || ', ' || ");
  },
};

const VARIANTS = variantPattern((hexadecimal) => `\\u${hexadecimal}`);

function cell({ name }: DatabaseColumn): string {
  return postgresDialect.identifier(name);
}
