import type { ColumnKind, DatabaseColumn, DatabaseTable, DateBounds } from "../../model.ts";

/**
 * How a database spells what a fold asks of it. Whatever can be is done by the functions that come with it, of which
 * nodes of a cluster know that they give the same everywhere: only such are computed where the rows lie.
 */
export interface Dialect {
  readonly identifier: (name: string) => string;
  readonly literal: (text: string) => string;
  /** A cell as it is read back; NULL may come as an empty text. */
  readonly cell: (column: DatabaseColumn) => string;
  /** The same as text, for patterns. */
  readonly text: (column: DatabaseColumn) => string;
  /** A cell as a row shows it: of a time with a zone what the clock says. */
  readonly shown: (column: DatabaseColumn) => string;
  /** A cell that is part of a key, without blanks around it. */
  readonly trimmed: (column: DatabaseColumn) => string;
  readonly isBlank: (column: DatabaseColumn) => string;
  /**
   * Whether the same text may be written in another way too: with marks apart from their letters (as macOS does), or
   * with blanks around it that only Unicode calls so. No database that is asked here could be relied on to unite them.
   */
  readonly hasVariants: (column: DatabaseColumn) => string;
  readonly matches: (text: string, pattern: string) => string;
  /** A count that stands for others in a column's place. */
  readonly count: (value: number, column: DatabaseColumn) => string;
  /** A date that stands for others. */
  readonly day: (date: string) => string;
  /** Whether a date lies within bounds, both days included. */
  readonly isWithin: (column: DatabaseColumn, bounds: Pick<DateBounds, "from" | "until">) => string;
  /** What follows the periods in the CASE of a date: one date for all others, and itself for what is none. */
  readonly otherDays: (column: DatabaseColumn, other: string) => string;
  /** Whether a number is whole, not negative, and exact in JavaScript. */
  readonly isCount: (column: DatabaseColumn) => string;
  /** The number where the condition holds, and 0 elsewhere; of a text the one that its digits make. */
  readonly value: (column: DatabaseColumn, condition: string, marks: string) => string;
  /** Exact sums, which `totalOf` makes one of. */
  readonly sums: (value: string) => readonly string[];
  readonly totalOf: (sums: readonly string[]) => bigint;
  /** Texts put together. */
  readonly joined: (columns: readonly DatabaseColumn[]) => string;
}

export const NUMERIC: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["integer", "decimal", "float"]);
export const DATED: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["date", "time", "zoned-time"]);

/** The largest count that JavaScript holds exactly. */
export const MOST = String(Number.MAX_SAFE_INTEGER);

/** What a text has that may be written in another way: an escape says a character by its number. */
export function variantPattern(escape: (hexadecimal: string) => string): string {
  const [first, last] = [escape("0300"), escape("036F")];
  const blanks = ["00A0", "1680", "2000", "-", "200A", "2028", "2029", "202F", "205F", "3000", "FEFF"];
  const blank = `[${blanks.map((one) => (one === "-" ? one : escape(one))).join("")}]`;
  return `[${first}-${last}]|^${blank}|${blank}$`;
}

/** A table as it is named in SQL. */
export function tableName({ path }: DatabaseTable, { identifier }: Dialect): string {
  return path.map(identifier).join(".");
}
