import type { DatabaseColumn, DatabaseTable, FoldSpec } from "../../model.ts";
import { columnAt, groupCells, sumCells } from "./group-cells.ts";
import type { GroupCell } from "./group-cells.ts";
import { tableName } from "./dialect.ts";
import type { Dialect } from "./dialect.ts";

/** Rows that a database has put together, in the words of its table. */
export interface Group {
  /** One for each class column of the spec, then one for each sum: what is left of its cell. */
  readonly cells: readonly (string | null)[];
  readonly rows: number;
  /** What names the first and the last of them; `null` where nothing does. */
  readonly first: string | null;
  readonly last: string | null;
  /** In how many of them a part of the key is blank. */
  readonly blank: number;
  /** In how many the key may be written in another way too. */
  readonly variants: number;
  /** One for each sum column. */
  readonly sums: readonly bigint[];
}

/** A row of an answer. */
export type Answer = readonly (string | null)[];

/** Asks a database a question. */
export type Ask = (sql: string) => Promise<readonly Answer[]>;

/** What the questions after the first one need to know. */
export interface FoldContext {
  readonly spec: FoldSpec;
  readonly table: DatabaseTable;
  readonly dialect: Dialect;
  readonly query: FoldQuery;
  readonly ask: Ask;
}

/** The one question that a fold asks of a table, and how its answer is read. */
export interface FoldQuery {
  readonly sql: string;
  readonly cells: readonly GroupCell[];
  /** What names a row: its key, or what the database itself calls it by. */
  readonly name: string | null;
  readGroup(answer: Answer): Group;
}

export function foldQuery(spec: FoldSpec, table: DatabaseTable, dialect: Dialect): FoldQuery {
  const cells = groupCells(spec, table, dialect);
  const keys = spec.key.map(({ index }) => columnAt(table, index));
  const names = keys.length > 0 ? keys : table.columns.filter((column) => table.names.includes(column.name));
  const name = names.length > 0 ? dialect.joined(names) : null;
  const sums = spec.sums.map((sum) => sumCells(sum, table, dialect));
  const selected = [
    ...cells.map(({ sql }) => sql),
    "count(*)",
    ...(name === null ? [] : [`min(${name})`, `max(${name})`]),
    ...(keys.length === 0 ? [] : [countWhere(anyBlank(keys, dialect)), countWhere(anyVariant(keys, dialect))]),
    ...sums.flat(),
  ];
  return {
    sql: `SELECT ${listOf(selected)} FROM ${tableName(table, dialect)}${groupedBy(cells.map(({ sql }) => sql))}`,
    cells,
    name,
    readGroup: (answer) => {
      let at = cells.length;
      const next = () => answer[at++] ?? null;
      const rows = Number(next());
      const [first, last] = name === null ? [null, null] : [next(), next()];
      const [blank, variants] = keys.length === 0 ? [0, 0] : [Number(next()), Number(next())];
      const totals = sums.map((parts) => dialect.totalOf(parts.map(() => next() ?? "0")));
      return { cells: answer.slice(0, cells.length), rows, first, last, blank, variants, sums: totals };
    },
  };
}

/** Each expression as it stands: databases do not agree on what else may be named there. */
export function groupedBy(expressions: readonly string[]): string {
  return expressions.length === 0 ? "" : ` GROUP BY ${listOf([...new Set(expressions)])}`;
}

export function listOf(expressions: readonly string[]): string {
  return expressions.join(", ");
}

export function countWhere(condition: string): string {
  return `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}

export function anyBlank(keys: readonly DatabaseColumn[], dialect: Dialect): string {
  return keys.map((column) => dialect.isBlank(column)).join(" OR ");
}

export function anyVariant(keys: readonly DatabaseColumn[], dialect: Dialect): string {
  return keys.map((column) => dialect.hasVariants(column)).join(" OR ");
}
