import type { DatabaseColumn } from "../../model.ts";
import { MOST, NUMERIC, variantPattern } from "./dialect.ts";
import type { Dialect } from "./dialect.ts";

/** Two halves of a number, whose sums stay exact over four thousand million rows. */
const HALF = 2 ** 32;

/** ClickHouse, from 18.16 on. Every cell comes as text, NULL as an empty one. */
export const clickhouseDialect: Dialect = {
  identifier: (name) => `\`${escaped(name).replaceAll("`", "\\`")}\``,
  literal: (text) => `'${escaped(text).replaceAll("'", "\\'")}'`,
  cell: textOf,
  text: textOf,
  shown: textOf,
  trimmed: (column) => `replaceRegexpAll(${textOf(column)}, '^[[:space:]]+|[[:space:]]+$', '')`,
  isBlank: (column) => clickhouseDialect.matches(textOf(column), "^[[:space:]]*$"),
  hasVariants: (column) =>
    column.kind === "text"
      ? `(length(${textOf(column)}) != lengthUTF8(${textOf(column)}) AND ${clickhouseDialect.matches(textOf(column), VARIANTS)})`
      : "1 = 0",
  matches: (value, pattern) => `match(${value}, ${clickhouseDialect.literal(pattern)})`,
  count: (value) => `'${value}'`,
  day: (date) => `'${date}'`,
  // A day is that of the column's own time zone.
  isWithin: (column, { from, until }) =>
    `toDate(${nameOf(column)}) >= toDate('${from}') AND toDate(${nameOf(column)}) <= toDate('${until}')`,
  otherDays: (column, other) => `WHEN isNotNull(${nameOf(column)}) THEN '${other}' ELSE '' END`,
  isCount: (column) => {
    const sign = `${nameOf(column)} >= 0 AND ${nameOf(column)} <= ${MOST}`;
    const whole = column.kind === "integer" ? sign : `${sign} AND ${nameOf(column)} = floor(${nameOf(column)})`;
    return `ifNull(${whole}, 0)`;
  },
  value: (column, condition, marks) => {
    const digits = [...marks].reduce((value, mark) => `replaceAll(${value}, '${mark}', '')`, textOf(column));
    const number = NUMERIC.has(column.kind)
      ? `toUInt64(toInt64(assumeNotNull(${nameOf(column)})))`
      : `toUInt64OrZero(${digits})`;
    return `if(${condition}, ${number}, toUInt64(0))`;
  },
  sums: (value) => [`sum(intDiv(${value}, ${HALF}))`, `sum(${value} % ${HALF})`],
  totalOf: ([upper = "0", lower = "0"]) => BigInt(upper) * BigInt(HALF) + BigInt(lower),
  joined: (columns) => {
    const [first, ...more] = columns.map(textOf);
    return more.length === 0 ? (first ?? "''") : `concat(${[first, ...more].join(", ', ', ")})`;
  },
};

const VARIANTS = variantPattern((hexadecimal) => `\\x{${hexadecimal}}`);

function nameOf(column: DatabaseColumn): string {
  return clickhouseDialect.identifier(column.name);
}

function textOf(column: DatabaseColumn): string {
  return `ifNull(toString(${nameOf(column)}), '')`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\");
}
