/** The types that travel from room to room. What only one room needs stands there. */

import type { Months, Period, Year } from "./text/period.ts";
import type { DueBy } from "./text/due-day.ts";
import type { IsoDate } from "./text/date.ts";
import type { NumberGrammar } from "./text/number.ts";
import type { Problem } from "./problem/problem.ts";

// ── Places ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where something stands. Lines, columns and rows count from 1; columns count characters (code points). */
export type Place =
  | {
      readonly in: "text";
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly field: string | null;
      /** Of a table: the cell as Excel calls it that opens the text. */
      readonly cell?: string;
    }
  | {
      readonly in: "sheet";
      readonly file: string;
      readonly sheet: string;
      readonly line: number;
      readonly column: number;
      /** The cell's name, such as E12. */
      readonly cell: string;
      readonly field: string | null;
    }
  | { readonly in: "database"; readonly file: string; readonly row: string; readonly field: string | null }
  | { readonly in: "file"; readonly file: string };

/** The line that a place points into, kept with a problem so that it can be shown. */
export interface Excerpt {
  readonly line: string;
  /** Where the trouble begins and how long it is, in characters of `line`. */
  readonly start: number;
  readonly length: number;
}

// ── Definitions: a plan, its units, and the formats of exports ──────────────────────────────────────────────────

/** A name in both languages of the tool. */
export interface Name {
  readonly vi: string;
  readonly en: string;
}

export const ACCUMULATIONS = ["sum", "first", "last", "distinct"] as const;
export type Accumulation = (typeof ACCUMULATIONS)[number];

/** A named count that indicators are made of. */
export interface Measure extends Name {
  /** `null` where no plan says it. */
  readonly accumulate: Accumulation | null;
  /** For `distinct`: the stock whose keys in the final period limit the union. */
  readonly within: string | null;
  /** The only source that may supply it. */
  readonly source: string | null;
  /** A count that the plan itself fixes, and why. */
  readonly constant: number | null;
  readonly because: string | null;
}

/** Measures and constants, added and subtracted; `text` as the plan writes it. */
export interface Formula {
  readonly text: string;
  readonly constant: number;
  readonly terms: readonly { readonly measure: string; readonly factor: number }[];
}

export const OPERATORS = ["at-least", "more-than", "at-most", "less-than", "exactly", "between"] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a target is that no cell of a table can say: a rank, nothing that has a number, several values, a time. */
export type AskedShape = "rank" | "task" | "several" | "time";

/** What a plan asks. Values are decimal text as written, without `%`; two of them for `between`. */
export interface Target {
  readonly operator: Operator;
  readonly values: readonly string[];
  /** The target is due on the last day of this period, or on this day. `null`: on the last of the plan's year. */
  readonly by: DueBy | null;
  /** Values that hold until the end of a period, in order; they may lie in other years than the plan's. */
  readonly milestones: readonly { readonly until: Period; readonly values: readonly string[] }[];
}

/** A target with what it applies to: a level, a single unit, or the whole. */
export interface ScopedTarget extends Target {
  readonly level: string | null;
  readonly unit: string | null;
  /** The number of the later decision that sets it; `null` where the plan itself does. */
  readonly document: string | null;
}

export interface Applies {
  readonly levels: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly from: Period | null;
  readonly until: Period | null;
}

export interface Indicator extends Name {
  readonly id: string;
  readonly group: string | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly cites: readonly string[];
  readonly excludes: string | null;
  /** Either a ratio of two formulas, or a count: then `denominator` is `null`. */
  readonly numerator: Formula;
  readonly denominator: Formula | null;
  readonly targets: readonly ScopedTarget[];
  readonly applies: Applies;
  readonly lowBase: number | null;
  readonly advisory: boolean;
  readonly over100: boolean;
  /** The number of the later decision that withdrew it. */
  readonly withdrawnBy: string | null;
}

/** A later decision that changes the plan: from a period of its year on, it reads differently. */
export interface Amendment {
  readonly number: string;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issued: IsoDate;
  /** The first period that is held against what the decision says. */
  readonly effective: Period;
  /** Each indicator as it reads from then on. */
  readonly changed: readonly Indicator[];
  readonly added: readonly Indicator[];
  /** Ids of indicators. */
  readonly withdrawn: readonly string[];
}

/** A decision that misses of an indicator, of all or of a level or a unit, do not count until the end of a period. */
export interface Waiver {
  readonly indicator: string;
  readonly level: string | null;
  readonly unit: string | null;
  readonly until: Period;
  readonly reason: string;
  /** The number of the decision. */
  readonly document: string;
}

/** Every measure that an indicator's formulas name. */
export function measuresNamed({ numerator, denominator }: Pick<Indicator, "numerator" | "denominator">): string[] {
  return [...numerator.terms, ...(denominator?.terms ?? [])].map(({ measure }) => measure);
}

export interface Task extends Name {
  readonly id: string;
  readonly group: string | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly cites: readonly string[];
}

/** An agency that reports. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  /** The last that it holds, where it holds several. */
  readonly level: string | null;
  readonly aliases: readonly string[];
  /** What it is when, in order; `null` where nothing says that it was ever another. */
  readonly terms: readonly Term[] | null;
}

/** A time in which a unit exists, at one level and below one other. */
export interface Term {
  /** Its name in that time, and what else it is called in it. */
  readonly names: readonly string[];
  readonly level: string | null;
  /** The code of the unit above it. */
  readonly parent: string | null;
  /** First and last day; `null` where there is none. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  /** The months of the plan's year that it has a part in; and those that it has whole, and so is expected to report. */
  readonly months: Months;
  readonly whole: Months;
}

/** The levels that a unit holds in some months, each once. */
export function levelsIn({ level, terms }: Pick<Unit, "level" | "terms">, months: Months): readonly (string | null)[] {
  if (terms === null) return [level];
  return [...new Set(terms.filter((term) => (term.months & months) !== 0).map((term) => term.level))];
}

/** Why two names may be those of one agency: but for accents the same, one short for the other, or a letter or two apart. */
export type Likeness = "marks" | "short-form" | "spelling";

export interface Level extends Name {
  readonly aliases: readonly string[];
}

export interface Plan {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuer: string | null;
  readonly issued: IsoDate | null;
  readonly language: "vi" | "en" | null;
  readonly year: Year;
  readonly levels: Readonly<Record<string, Level>>;
  readonly groups: Readonly<Record<string, Name>>;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  /** In the order in which they take effect. */
  readonly amendments: readonly Amendment[];
  readonly waivers: readonly Waiver[];
  /** `null` where the plan names no roster. */
  readonly roster: readonly Unit[] | null;
  /** Of the plan's file. */
  readonly sha256: string;
}

/** The indicators of a plan in every wording that they have in its year: its own, and those of later decisions. */
export function indicatorsOfYear({ indicators, amendments }: Pick<Plan, "indicators" | "amendments">): Indicator[] {
  return [...indicators, ...amendments.flatMap(({ changed, added }) => [...changed, ...added])];
}

export const ROW_KINDS = ["unit", "count", "record", "task"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export const COLUMN_TYPES = ["text", "count", "percent", "date"] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Columns of counts, added and subtracted. */
export type ColumnSum = readonly { readonly column: string; readonly factor: 1 | -1 }[];

export interface SourceColumn {
  readonly header: readonly string[];
  readonly type: ColumnType;
  readonly values: Readonly<Record<string, readonly string[]>> | null;
  /** Tokens that stand for "nothing reported", and for zero. */
  readonly missing: readonly string[];
  readonly zero: readonly string[];
  readonly optional: boolean;
  /** Its number in the row of column numbers that official forms have. */
  readonly number: number | null;
  /** A printed rate, with what it is the ratio of, `text` as written: checked against it, and never used. */
  readonly rate: { readonly text: string; readonly numerator: ColumnSum; readonly denominator: ColumnSum } | null;
}

/** What has to be equal in every row: one column and a sum of others, or what another was in the period before. */
export interface Balance {
  /** As the source writes it. */
  readonly text: string;
  readonly left: string;
  readonly terms: ColumnSum;
  /** Whether the terms are those of the period before. */
  readonly previous: boolean;
}

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A condition on a column: one of these categories, or a comparison of its count. */
export type Condition =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly operator: Exclude<Operator, "between">; readonly value: number };

/** How the rows of a source become a measure. `period` names a date column; `null`: the row's own period. */
export type MeasureRule =
  | { readonly kind: "columns"; readonly columns: readonly string[] }
  | { readonly kind: "count"; readonly where: readonly Condition[]; readonly period: string | null }
  | {
      readonly kind: "sum";
      readonly column: string;
      readonly where: readonly Condition[];
      readonly period: string | null;
    }
  | {
      readonly kind: "distinct";
      readonly column: string;
      readonly where: readonly Condition[];
      readonly period: string | null;
    };

/** A system's export format: how its columns become measures. */
export interface Source {
  readonly id: string;
  readonly name: Name;
  /** The system that writes the export, and what a reader of its figures should know, as the source says it. */
  readonly system: string | null;
  readonly note: string | null;
  readonly rows: RowKind;
  readonly columns: Readonly<Record<string, SourceColumn>>;
  /** Columns that together name a record. */
  readonly key: readonly string[];
  /** The export speaks for the whole roster: who has no row in it has none of what it lists. */
  readonly coversAll: boolean;
  /** The periods into which dates fall. */
  readonly by: "month" | "quarter";
  /** The level of every unit in the export. */
  readonly level: string | null;
  readonly numbers: NumberGrammar;
  /** The official form that it is, as the source writes it. */
  readonly form: string | null;
  /** Files have rows of headings: each sets the level of the rows below it, and has these spellings. */
  readonly sections: Readonly<Record<string, readonly string[]>> | null;
  /** What stands in front of a row that adds up others. */
  readonly totals: readonly string[];
  /** What a row begins with that repeats a part of the row above. */
  readonly ignore: readonly string[];
  readonly balance: readonly Balance[];
  /** Each file holds the year up to the end of its period. */
  readonly cumulative: boolean;
  /** The one unit of each file stands in a title, in the file's name or its folder's, and in no column. */
  readonly unitOfFile: boolean;
  /** How its files are encoded where nothing in them says it. */
  readonly encoding: Encoding | null;
  readonly measures: Readonly<Record<string, MeasureRule>>;
}

// ── From bytes to folded rows ───────────────────────────────────────────────────────────────────────────────────

/** A cell: text as written, or a number that the file holds as a number (in a sheet). */
export type Cell = string | number;

/** Where a row begins: its first line (or row of a sheet), and its byte offset where the table has bytes. */
export interface RowPlace {
  readonly line: number;
  readonly offset: number;
  /** A database's own name for the row. */
  readonly row?: string;
}

export interface Row {
  readonly at: RowPlace;
  readonly cells: readonly Cell[];
}

/** Bytes that stay where they are, in a file that is found by its path, or open where it has none. Plain data. */
export interface ByteRange {
  readonly file: string | number;
  readonly start: number;
  readonly length: number;
}

export interface ByteReader {
  /**
   * Fills `into` with what stands from a position on.
   *
   * @throws ProblemError where that is less than it was, or cannot be read.
   */
  readonly read: (into: Uint8Array, position: number) => void;
  readonly close: () => void;
}

/** A small table in a file, as plain data from which every thread makes it: how it is parted, and its header. */
export interface PlainTable {
  readonly name: string;
  readonly range: ByteRange & { readonly file: string };
  readonly firstLine: number;
  readonly delimiter: string;
  readonly header: Row;
}

/** The bytes behind a table, for engines that do not go row by row. */
export interface TableBytes {
  /** Of all of it, decoded to UTF-8, without byte order mark and `sep=` line. */
  readonly length: number;
  open(): ByteReader;
  /** Hears how far rows have been read, of a table that takes its time. */
  readonly reached?: (offset: number) => void;
  /** The whole table for other threads, where it is small. */
  readonly plain?: PlainTable;
  /** Where another thread finds them, or the bytes themselves, where they are held in memory. */
  readonly range: ByteRange | null;
  readonly held: Uint8Array | null;
  /** A number that is the same for tables of the same content, and seldom for others. */
  print(): number;
  /** The number of its first line: 2 after a `sep=` line. */
  readonly firstLine: number;
  readonly delimiter: string;
  /** What is wrong with the bytes of a row, or behind it, that is no text or no table. */
  faultAt(row: RowPlace): Promise<Problem>;
  /** The cells of a row, by a second look at it. */
  cellsAt(row: RowPlace): readonly string[];
}

/**
 * The column that the rows of a form gain: whose total a row is. Its text is `whole`; or the id of a section; or that and
 * `either`, where only the sums can tell whether it is the section's or the whole's. What follows `again` tells a second
 * total of the same from the first, with which it must not fold into one. No source can call a column so.
 */
export const TOTAL_ROW = { column: "total-row", whole: "*", either: "?", again: "\0" } as const;

/**
 * Folds rows where they lie, without handing them over one by one. It hands over what going row by row would: the same
 * folded rows, and the same troubles.
 */
export interface Engine {
  /** `isAlone`: no other table has records of its source, so that only keys that repeat within it can repeat at all. */
  fold(spec: FoldSpec, isAlone: boolean): Promise<Folding>;
  /** Rows that went into some of the folded rows that it has handed over: not all, where they are many. */
  rowsBehind(spec: FoldSpec, folded: readonly FoldedRow[]): AsyncIterable<Row>;
}

/** What a column of a table in a database holds, as far as SQL has to treat it differently. */
export type ColumnKind = "text" | "integer" | "decimal" | "float" | "date" | "time" | "zoned-time" | "other";

export interface DatabaseColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A table in a database, as far as a fold must know it. */
export interface DatabaseTable {
  /** Its schema or database, and its own name. */
  readonly path: readonly string[];
  readonly columns: readonly DatabaseColumn[];
  /** Columns that name a row where the source has no key; empty where none do. */
  readonly names: readonly string[];
  /** Sets of columns of which the database itself lets no two rows have the same. */
  readonly unique: readonly (readonly string[])[];
}

/**
 * Why a database did not answer, or not wholly; `read-only`: its user may not even say that an answer has to be whole;
 * `repeats`: too many records to compare stand in it more than once.
 */
export const UNREAD = ["unreachable", "lost", "refused", "read-only", "too-slow", "repeats"] as const;
export type Unread = (typeof UNREAD)[number];

/** A rectangle of cells, as a file, a sheet or a database holds it. */
export interface Table {
  readonly file: string;
  readonly sheet: string | null;
  /** Whether who opens the workbook does not see the sheet. */
  readonly isHidden?: boolean;
  readonly bytes: TableBytes | null;
  /** What folds it instead of going row by row; there may be none. */
  readonly engine?: Engine;
  /** Offered anew at every call. Rows without any content are left out. */
  rows(): Iterable<Row> | AsyncIterable<Row>;
  /** The first rows, among which the header stands. */
  readonly head: readonly Row[];
  /** The first of them, of a table that is read again for the others. */
  readonly firstRow?: Row;
  /** The place of a row, or of a cell in it (`index` from 0), with the line it stands on. */
  locate(
    row: RowPlace,
    index: number | null,
    field: string | null,
  ): { readonly at: Place; readonly excerpt: Excerpt | null };
}

/** The head of a table: most often its first row is enough, and a small one need not be read again for the others. */
export function headOf(table: Pick<Table, "head" | "firstRow">): Iterable<Row> {
  const { firstRow } = table;
  if (firstRow === undefined) return table.head;
  return {
    *[Symbol.iterator]() {
      yield firstRow;
      yield* table.head.slice(1);
    },
  };
}

/** The row of the head that stands on a line. */
export function rowOfHead(table: Pick<Table, "head" | "firstRow">, line: number): Row | undefined {
  for (const row of headOf(table)) if (row.at.line === line) return row;
  return undefined;
}

/**
 * How a table is folded: plain data, so that it can travel to a worker or become SQL. It names the columns that
 * matter, by index; how the texts of each fall into classes; which numbers are summed; and what identifies a record.
 */
export interface FoldSpec {
  /** Lines of the table up to this one are header. */
  readonly headerLine: number;
  /** Every row has this many cells; empty ones beyond are ignored. */
  readonly width: number;
  readonly classes: readonly ClassColumn[];
  readonly sums: readonly SumColumn[];
  /** Columns that together name a record; empty where nothing does. */
  readonly key: readonly { readonly index: number; readonly field: string }[];
  /** The names of the columns by whose dates records are counted; `null`: by the row's own period, or the file's. */
  readonly dates: readonly (string | null)[];
}

export interface ClassColumn {
  /** The source's name for it. */
  readonly name: string;
  readonly index: number;
  readonly field: string;
  readonly classing: Classing;
}

/** How texts of a column fall into classes. `missing` holds folded texts. */
export type Classing =
  /** Each distinct text is a class; an empty one is missing. */
  | { readonly kind: "text"; readonly missing: readonly string[] }
  /** `spellings`: folded text → category. */
  | {
      readonly kind: "category";
      readonly spellings: Readonly<Record<string, string>>;
      readonly missing: readonly string[];
    }
  /** A date falls into the period whose bounds (first and last day) hold it, or into `OUTSIDE`. */
  | { readonly kind: "date"; readonly bounds: readonly DateBounds[]; readonly missing: readonly string[] }
  /** A count falls into the class of the tests that it passes: one "1" or "0" a test. */
  | { readonly kind: "tests"; readonly tests: readonly CountTest[]; readonly numbers: CountTokens };

export interface DateBounds {
  readonly period: Period;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

export interface CountTest {
  readonly operator: Exclude<Operator, "between">;
  readonly value: number;
}

/** The class of dates outside the plan's year. */
export const OUTSIDE = "outside";

/** How counts are written in a column; `missing` and `zero` hold folded tokens. */
export interface CountTokens extends NumberGrammar {
  readonly missing: readonly string[];
  readonly zero: readonly string[];
}

export interface SumColumn {
  readonly name: string;
  readonly index: number;
  readonly field: string;
  readonly numbers: CountTokens;
}

/** What a text means: a class, `null` where it is missing, or itself where no class covers it. */
export type Class = string | null | { readonly unknown: string };

/** Rows that mean the same, as one. */
export interface FoldedRow {
  /** One for each class column of the spec. */
  readonly classes: readonly Class[];
  /** One for each sum column. */
  readonly sums: readonly FoldedSum[];
  readonly rows: number;
  readonly first: RowPlace;
  readonly second: RowPlace | null;
}

export interface FoldedSum {
  /** Exact; rows in which nothing is reported add nothing. */
  readonly total: number;
  /** In how many rows something is reported. */
  readonly reported: number;
  /** In how many something stands that cannot be read, which is a trouble of its own. In all others it is missing. */
  readonly unread: number;
}

/** A row that bears a key, by the folded row it went into. */
export interface KeyedRow {
  readonly folded: number;
  readonly at: RowPlace;
}

/**
 * Keys as numbers of 64 bits, so that equal keys have equal prints, and others hardly ever. Entries of 24 bytes: the print
 * (two halves, the lower first), the row's offset (a double), its line, and the folded row it went into.
 */
export interface KeyPrints {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  readonly printOf: (key: string) => readonly [low: number, high: number];
  /** The key of a row, by a second look at it. */
  readonly keyAt: (row: RowPlace) => string;
}

/** What an engine hands over for one table. */
export interface Folding {
  readonly folded: readonly FoldedRow[];
  /** How many rows were read. */
  readonly rows: number;
  /** The rows of each key, where the spec has one. */
  readonly keys: ReadonlyMap<string, readonly KeyedRow[]>;
  /** Rows that bear a key which is not among those: ten million texts would fill the memory. */
  readonly prints: KeyPrints | null;
  readonly troubles: readonly Trouble[];
  /** A row in which bytes are no text, or quotes do not fit: then nothing here is to be trusted. */
  readonly fault: RowPlace | null;
}

/** What an engine cannot read: plain data, which the table that it stands in gives its place. */
export interface Trouble {
  readonly code:
    | "row-ragged"
    | "cell-missing"
    | "count-unreadable"
    | "count-missing"
    | "count-too-large"
    | "sum-too-large"
    | "database-unread";
  readonly args: Problem["args"];
  readonly row: RowPlace;
  /** The cell, where it is one, and the header of its column. */
  readonly index: number | null;
  readonly field: string | null;
  /** In how many rows, the first of which is given; in one unless said otherwise. */
  readonly rows?: number;
}

/** A text that may name a unit: as who reports, as a title among others, or within a file's or folder's name. */
export interface UnitName {
  readonly text: string;
  readonly as: "reporter" | "title" | "path";
}

/** A table with what it was recognised as. */
export interface Recognised {
  readonly table: Table;
  readonly source: Source;
  /** What titles, sheet, file, folder or option say of the period of its rows; `null` where only the rows do. */
  readonly period: Period | null;
  /** What may name the unit of the whole file, the likeliest first. */
  readonly unitNames: readonly UnitName[];
  readonly spec: FoldSpec;
  /** Rows of it could not be taken, so that totals cannot be compared with it. */
  readonly incomplete: boolean;
}

// ── The tally ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Whom a figure is of: a unit, whose level `Tally.units` knows; or a whole, a level's where `level` is set. */
export interface Reporter {
  readonly unit: string | null;
  readonly level: string | null;
}

/** One figure: a measure in a period, of a reporter. */
export interface Figure extends Reporter {
  readonly measure: string;
  readonly period: Period;
  /** The months of the plan's year that it covers; none where its period is of another year. */
  readonly months: Months;
  readonly count: number;
  /** What a `distinct` measure counts, where the export says it. */
  readonly keys: ReadonlySet<string> | null;
  /** Some of what it sums is declared missing, so that it reports nothing. */
  readonly lacking: boolean;
  /** It is of the year up to its end, and takes the place of what came before. */
  readonly cumulative: boolean;
  readonly source: string;
  readonly origin: Origin;
}

/** The row that a figure first came from. */
export interface Origin {
  readonly table: Table;
  readonly row: RowPlace;
}

export const TASK_STATES = ["done", "in-progress", "not-started"] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface TaskReport {
  readonly task: string;
  readonly period: Period;
  readonly state: TaskState;
  /** 0–100. */
  readonly percent: number | null;
  readonly evidence: string | null;
  readonly origin: Origin;
}

/** Exact sums of every measure by period and unit. */
export interface Tally {
  /** By measure, then by the id of the reporter. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>;
  /** Zeros by measure: they hold for every unit of the roster that has no figure of their months. */
  readonly covered: ReadonlyMap<string, readonly Figure[]>;
  readonly reporters: ReadonlyMap<string, Reporter>;
  readonly tasks: readonly TaskReport[];
  /** Every unit of the roster or the exports, by code. */
  readonly units: ReadonlyMap<string, Unit>;
  /** Every period that the exports speak of. */
  readonly periods: ReadonlySet<Period>;
}

/** A unit's code, or what stands for a whole. */
export function reporterId({ unit, level }: Reporter): string {
  return unit ?? `\0${level ?? ""}`;
}

// ── The assessment ──────────────────────────────────────────────────────────────────────────────────────────────

export const VERDICTS = ["met", "missed", "no-data", "not-applicable", "not-scored", "invalid"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const REASONS = [
  "not-reported",
  "none-arising",
  "keys-needed",
  "incomplete",
  "over-100",
  "negative",
  "untrusted-data",
  "outside-scope",
  "withdrawn",
] as const;
export type Reason = (typeof REASONS)[number];

export const FLAGS = ["provisional", "interim", "waived", "advisory", "low-base"] as const;
export type Flag = (typeof FLAGS)[number];

export interface Coverage {
  /** Who is expected: the roster, whoever reported in the year, or nobody but the whole itself. */
  readonly basis: "roster" | "reporters" | "whole";
  readonly expected: number;
  readonly reported: number;
  readonly missing: readonly { readonly unit: string | null; readonly periods: readonly Period[] }[];
}

export interface Result {
  readonly indicator: string;
  readonly group: string | null;
  readonly name: Name;
  readonly text: string | null;
  readonly note: string | null;
  readonly excludes: string | null;
  readonly scope: "target" | "breakdown";
  readonly level: string | null;
  readonly unit: string | null;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly flags: readonly Flag[];
  readonly formula: {
    readonly numerator: string;
    readonly denominator: string | null;
    readonly values: Readonly<Record<string, number>>;
  };
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of a count indicator, which has no numerator and denominator. */
  readonly value: number | null;
  /** The shown percent, with a point and at least two decimals. */
  readonly percent: string | null;
  /** `value` as the plan writes it, with `%` for a ratio; both ends joined by "–" for `between`. */
  readonly target: {
    readonly operator: Operator;
    readonly value: string;
    readonly due: IsoDate;
    /** The number of the document that sets it, or that withdrew the indicator. */
    readonly document: string | null;
  } | null;
  /** How much the numerator lacks (or exceeds): with the denominator as it is, and growing with it. */
  readonly gap: { readonly fixed: number | null; readonly growing: number | null } | null;
  /** How many the numerator may lose (or gain) and still meet the target. */
  readonly headroom: number | null;
  readonly waiver: MissWaived | null;
  readonly coverage: Coverage;
}

/** Why a miss does not count: by one waiver, or by several together. */
export interface MissWaived {
  /** The last period for which it holds. */
  readonly until: Period;
  readonly reason: string;
  readonly document: string;
  /** The levels and units that are waived, where the miss is of more than them; without their figures it were none. */
  readonly without: readonly { readonly level: string | null; readonly unit: string | null }[];
}

export interface TaskResult {
  readonly task: string;
  readonly group: string | null;
  readonly name: Name;
  readonly text: string | null;
  readonly state: TaskState | null;
  readonly percent: number | null;
  readonly evidence: string | null;
}

/** A file, a sheet, or a table in a database that was read. */
export interface Input {
  readonly file: string;
  readonly sheet: string | null;
  readonly sha256: string | null;
  /** `null` of a table in a database. */
  readonly bytes: number | null;
  readonly rows: number;
  readonly source: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly period: Period | null;
}

export const WINDOW_MODES = ["year-to-date", "period"] as const;
export type WindowMode = (typeof WINDOW_MODES)[number];

export const BREAKDOWNS = ["plan", "level", "unit"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export const INCOMPLETE = ["provisional", "no-data"] as const;

export interface AssessmentOptions {
  readonly window: WindowMode;
  readonly by: Breakdown;
  /** Whether an incomplete result has a verdict (flagged provisional) or none. */
  readonly incomplete: (typeof INCOMPLETE)[number];
  readonly keepGoing: boolean;
  readonly asOf: IsoDate | null;
  readonly failOn: FailOn;
}

export const FAIL_ON = ["never", "missed", "no-data", "warning"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Why a run ends as it does; where several hold, the first. */
export const EXIT_REASONS = [
  "bug",
  "wrong-usage",
  "untrusted-data",
  "missed",
  "nothing-assessed",
  "no-data",
  "warning",
  "misses-tolerated",
  "none-missed",
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

export interface Exit {
  readonly code: number;
  readonly reason: ExitReason;
}

/** The verdicts of a plan over a tally, with everything that a report of them needs. */
export interface Assessment {
  readonly plan: Plan | null;
  readonly period: Period | null;
  /** Whether the period was asked for, or is the latest with data. */
  readonly periodAsked: boolean;
  readonly window: readonly Period[];
  readonly options: AssessmentOptions;
  readonly inputs: readonly Input[];
  readonly summary: Readonly<Record<Verdict | "waived", number>>;
  readonly exit: Exit;
  readonly results: readonly Result[];
  readonly tasks: readonly TaskResult[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly problems: readonly Problem[];
}

// ── The validation ──────────────────────────────────────────────────────────────────────────────────────────────

export const VALIDATION_FAIL_ON = ["never", "error", "warning"] as const;
export type ValidationFailOn = (typeof VALIDATION_FAIL_ON)[number];

/** Why a validation ends as it does; where several hold, the first. */
export const VALIDATION_EXIT_REASONS = [
  "wrong-usage",
  "untrusted-data",
  "warning",
  "errors-tolerated",
  "no-errors",
] as const;
export type ValidationExitReason = (typeof VALIDATION_EXIT_REASONS)[number];

/** What is wrong with exports, without any verdict. */
export interface Validation {
  /** The plan that they were read for; `null` where they were read alone. */
  readonly plan: Plan | null;
  readonly inputs: readonly Input[];
  readonly failOn: ValidationFailOn;
  readonly exit: { readonly code: number; readonly reason: ValidationExitReason };
  readonly problems: readonly Problem[];
  /** The agency whose row or file a problem stands in, where it can be told and was asked for. */
  readonly senders: ReadonlyMap<Problem, string>;
}

// ── Linting ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Why a linting ends as it does; where several hold, the first. */
export const LINT_EXIT_REASONS = ["wrong-usage", "warning", "errors-tolerated", "no-errors"] as const;
export type LintExitReason = (typeof LINT_EXIT_REASONS)[number];

/** What is wrong with plans, and what is doubtful in those that are valid. */
export interface Linting {
  /** As they were named: shipped ids or files; with their ids, where they are valid. */
  readonly plans: readonly { readonly named: string; readonly id: string | null }[];
  readonly failOn: ValidationFailOn;
  readonly exit: { readonly code: number; readonly reason: LintExitReason };
  readonly problems: readonly Problem[];
}

// ── Detection ───────────────────────────────────────────────────────────────────────────────────────────────────

export const PERIOD_ORIGINS = ["option", "column", "name", "title"] as const;

/** What a file or sheet was taken for, and why. */
export interface Detection {
  readonly file: string;
  readonly sheet: string | null;
  /** `null` where no source fits, or several do; then the problems name the nearest and what the file lacks of it. */
  readonly source: Source | null;
  /** Whether it would be read: its period must be known too. */
  readonly isUsable: boolean;
  /** The columns that matter, by the source's name for each: their header, and their index from 0. */
  readonly columns: readonly { readonly name: string; readonly field: string; readonly index: number }[];
  readonly period: Period | null;
  /** What says the period: an option, a column, the name of the file, its folder or its sheet, or a title. */
  readonly periodFrom: (typeof PERIOD_ORIGINS)[number] | null;
  readonly problems: readonly Problem[];
}

// ── Reports ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** An assessment with everything that a report shows beside its verdicts. */
export interface Report {
  readonly assessment: Assessment;
  /** The same results for each level and for each unit, in the order of `assessment.results`. */
  readonly byLevel: readonly Result[];
  readonly byUnit: readonly Result[];
  /** `null` where nothing was assessed. */
  readonly trend: Trend | null;
  /** The figures behind the results, by indicator. */
  readonly contributions: ReadonlyMap<string, readonly Contribution[]>;
}

/** The report of an assessment alone, with nothing beside its verdicts. */
export function bareReport(assessment: Assessment): Report {
  return { assessment, byLevel: [], byUnit: [], trend: null, contributions: new Map() };
}

/** One figure that entered an indicator, and where it stands. */
export interface Contribution extends Reporter {
  readonly measure: string;
  readonly period: Period;
  readonly count: number;
  /** The row that it comes from, or the first of several. */
  readonly at: Place;
  /** Whether a row says it. No row says that an agency has none where its file speaks for all of them. */
  readonly stated: boolean;
}

/** Why a figure of an indicator's measures did not enter it. */
export const LEFT_OUT_REASONS = [
  "outside-scope",
  "outside-window",
  "lacking",
  "unpaired",
  "superseded",
  "other-period",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Why rows of a file count for nothing. `not-within`: what they name is not in the stock that limits a union. */
export const ROW_FATES = ["total", "not-reported", "unmatched", "undated", "other-year", "not-within"] as const;
export type RowFate = (typeof ROW_FATES)[number];

/** Every target over the periods of a year up to the one that is assessed. */
export interface Trend {
  readonly periods: readonly Period[];
  readonly rows: readonly TrendRow[];
}

export interface TrendRow extends Pick<Result, "indicator" | "group" | "name" | "scope" | "level" | "unit" | "target"> {
  /** The target at the end of the year, which milestones may lead up to: what follows is held against it. */
  readonly finalTarget: Result["target"];
  /** One for each period of the trend: the period alone, and the year up to its end. */
  readonly points: readonly { readonly inPeriod: TrendPoint; readonly toDate: TrendPoint }[];
  readonly projection: Projection | null;
  /** Why there is no projection; `null` where there is one, or where nothing could be held against a target. */
  readonly unprojected: Unprojected | null;
  /**
   * For a miss before the target is due: the rate that the rest of the time would have to reach, as shown percent. It is
   * rounded up, and as much is taken to come in the denominator as did before on average.
   */
  readonly needed: { readonly percent: string; readonly reachable: boolean } | null;
}

/**
 * Why there is no projection: fewer than two complete periods; a count or stock that does not add up over the year; a
 * year that is over; nothing in the denominator; a sum past 2^53−1.
 */
export const UNPROJECTED = ["too-few-periods", "no-flow", "year-over", "none-arising", "too-large"] as const;
export type Unprojected = (typeof UNPROJECTED)[number];

export type TrendPoint = Pick<
  Result,
  "verdict" | "reason" | "flags" | "numerator" | "denominator" | "value" | "percent" | "target" | "waiver"
>;

/** The year's end, if the rest of the year went on like the part that is reported. It never touches a verdict. */
export interface Projection {
  readonly method: "average-of-periods";
  /** From how many complete periods it was made. */
  readonly periods: number;
  /** Whole numbers, rounded half up; of a count indicator its value, with no denominator. */
  readonly numerator: number;
  readonly denominator: number | null;
  readonly percent: string | null;
  /** Whether the target would be met so. */
  readonly met: boolean;
}

/** Why `chitieu trend` ends as it does. A trend is no gate: a miss is no reason. */
export const TREND_EXIT_REASONS = ["wrong-usage", "untrusted-data", "no-errors"] as const;
export type TrendExitReason = (typeof TREND_EXIT_REASONS)[number];

/** A trend with what it was made from. */
export interface TrendReport {
  /** Of the last period; its results are none where nothing could be assessed. */
  readonly assessment: Assessment;
  readonly trend: Trend | null;
  readonly exit: { readonly code: number; readonly reason: TrendExitReason };
}

/** Why `chitieu diff` ends as it does. */
export const DIFF_EXIT_REASONS = ["wrong-usage", "untrusted-data", "differences", "no-differences"] as const;
export type DiffExitReason = (typeof DIFF_EXIT_REASONS)[number];

/** What stands at the head of an administrative document, as `chitieu.yaml` says it. */
export interface ReportHeader {
  /** The agency above the one that reports, and the one that reports. */
  readonly superior: string | null;
  readonly agency: string | null;
  readonly number: string | null;
  readonly place: string | null;
  readonly date: IsoDate | null;
  readonly recipients: readonly string[];
  /** The office and the name of who signs. */
  readonly signer: { readonly office: string | null; readonly name: string | null };
}
