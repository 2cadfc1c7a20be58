import type {
  ClassColumn,
  CountTest,
  CountTokens,
  DatabaseColumn,
  DatabaseTable,
  DateBounds,
  FoldSpec,
} from "../../model.ts";
import { ANY_DATE, datePattern } from "./date-pattern.ts";
import { DATED, NUMERIC } from "./dialect.ts";
import type { Dialect } from "./dialect.ts";

/** What rows are grouped by: an expression that gives one text for all that certainly mean the same. */
export interface GroupCell {
  readonly sql: string;
  /** Its text is that of a number, which has no grammar: 1.234 is no count. */
  readonly isNumber: boolean;
}

/**
 * SQL puts together only what certainly means the same, by a text that stands for all of it: the first day of a period
 * for its dates, a zero for every count that is summed. Any other text stays itself and is interpreted once it is here,
 * by the rules of every export, so that meaning stays in one place.
 */
export function groupCells(spec: FoldSpec, table: DatabaseTable, dialect: Dialect): GroupCell[] {
  const cellOf = (index: number, write: (column: DatabaseColumn) => string): GroupCell => {
    const column = columnAt(table, index);
    return { sql: write(column), isNumber: NUMERIC.has(column.kind) };
  };
  return [
    ...spec.classes.map((one) => {
      const cell = cellOf(one.index, (column) => classCell(one, column, dialect));
      return one.classing.kind === "tests" ? cell : { ...cell, isNumber: false };
    }),
    ...spec.sums.map(({ index, numbers }) => cellOf(index, (column) => restCell(column, numbers, dialect))),
  ];
}

/** The sums of a column's counts, in as many parts as the database needs. */
export function sumCells({ index, numbers }: FoldSpec["sums"][number], table: DatabaseTable, dialect: Dialect) {
  return dialect.sums(valueOf(columnAt(table, index), numbers, dialect));
}

export function columnAt({ columns }: DatabaseTable, index: number): DatabaseColumn {
  const column = columns[index];
  if (column === undefined) throw new Error(`no column ${index}`);
  return column;
}

/** Whether a date, or a text that is one, lies within bounds. */
export function isWithin(column: DatabaseColumn, bounds: DateBounds, dialect: Dialect): string {
  return DATED.has(column.kind)
    ? dialect.isWithin(column, bounds)
    : dialect.matches(dialect.text(column), datePattern(bounds));
}

function classCell({ classing }: ClassColumn, column: DatabaseColumn, dialect: Dialect): string {
  switch (classing.kind) {
    case "text":
    case "category":
      return dialect.cell(column);
    case "date":
      return dateCell(classing.bounds, column, dialect);
    case "tests":
      return testedCell(classing.tests, column, classing.numbers, dialect);
  }
}

/** A date that no period holds. */
const ELSEWHERE = "0001-01-01";

function dateCell(bounds: readonly DateBounds[], column: DatabaseColumn, dialect: Dialect): string {
  const isDay = DATED.has(column.kind);
  const written = isDay ? dialect.day : dialect.literal;
  const periods = bounds.map((one) => `WHEN ${isWithin(column, one, dialect)} THEN ${written(one.from)}`);
  const text = dialect.text(column);
  const others = isDay
    ? dialect.otherDays(column, ELSEWHERE)
    : `WHEN ${dialect.matches(text, ANY_DATE)} THEN '${ELSEWHERE}' ELSE ${text} END`;
  return `CASE ${periods.join(" ")} ${others}`;
}

/** A count, by the least of those that pass the same tests. */
function testedCell(
  tests: readonly CountTest[],
  column: DatabaseColumn,
  numbers: CountTokens,
  dialect: Dialect,
): string {
  const value = valueOf(column, numbers, dialect);
  const borders = [...new Set(tests.flatMap((test) => [test.value, test.value + 1]))].sort((a, b) => a - b);
  const steps = borders.map((border, index) => {
    return `WHEN ${value} < ${border} THEN ${dialect.count(borders[index - 1] ?? 0, column)}`;
  });
  const last = dialect.count(borders.at(-1) ?? 0, column);
  const step = `CASE ${steps.join(" ")} ELSE ${last} END`;
  return `CASE WHEN ${isSure(column, numbers, dialect)} THEN ${step} ELSE ${whole(column, dialect)} END`;
}

/** What of a cell is not in the sum: nothing of a count, and all of what may be none. */
function restCell(column: DatabaseColumn, numbers: CountTokens, dialect: Dialect): string {
  const none = dialect.count(0, column);
  return `CASE WHEN ${isSure(column, numbers, dialect)} THEN ${none} ELSE ${whole(column, dialect)} END`;
}

function whole(column: DatabaseColumn, dialect: Dialect): string {
  return NUMERIC.has(column.kind) ? dialect.cell(column) : dialect.text(column);
}

function isSure(column: DatabaseColumn, { thousands }: CountTokens, dialect: Dialect): string {
  return NUMERIC.has(column.kind)
    ? dialect.isCount(column)
    : dialect.matches(dialect.text(column), countPattern(thousands));
}

function valueOf(column: DatabaseColumn, numbers: CountTokens, dialect: Dialect): string {
  return dialect.value(column, isSure(column, numbers, dialect), `${numbers.thousands} `);
}

/** The counts that are certain by their looks; with other spaces in them, or more digits, they are looked at here. */
export function countPattern(thousands: CountTokens["thousands"]): string {
  const grouped = [`[${thousands}]`, " "].map((mark) => `[1-9][0-9]{0,2}(?:${mark}[0-9]{3}){1,4}`);
  return `^(?:[0-9]{1,15}|${grouped.join("|")})$`;
}
