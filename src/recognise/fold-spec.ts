import type {
  ClassColumn,
  Classing,
  Condition,
  CountTest,
  CountTokens,
  DateBounds,
  FoldSpec,
  MeasureRule,
  Source,
  SourceColumn,
} from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { datesOf, monthsOf, periodsOf } from "../text/period.ts";
import type { Year } from "../text/period.ts";

/** Columns whose texts give a row its meaning, whatever the measures are. */
const MEANINGFUL = ["unit", "level", "period", "measure", "key", "task", "state", "percent", "evidence"];

/** Where the columns of a source stand in a table. */
export interface Layout {
  readonly source: Source;
  readonly headerLine: number;
  /** The header of each column, by index. */
  readonly headers: readonly string[];
  readonly width: number;
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that the table has gained, beyond those of the file. */
  readonly gained: readonly { readonly name: string; readonly index: number }[];
}

/** Four quarters of an export have one header, and so one spec. */
const specs = new WeakMap<Source, Map<string, FoldSpec>>();

/** The last that was asked for: most often it is asked for again. */
let last: { readonly layout: Layout; readonly year: Year; readonly by: Source["by"]; readonly spec: FoldSpec } | null =
  null;

/** How a table that fits a source is folded in a plan's year. */
export function foldSpec(layout: Layout, year: Year, by: Source["by"]): FoldSpec {
  if (last?.layout === layout && last.year === year && last.by === by) return last.spec;
  const known = specs.get(layout.source) ?? new Map<string, FoldSpec>();
  specs.set(layout.source, known);
  const { headerLine, headers, width, columns, gained } = layout;
  const id = JSON.stringify([by, year, headerLine, width, headers, [...columns], gained]);
  const spec = known.get(id) ?? specOf(layout, year, by);
  known.set(id, spec);
  last = { layout, year, by, spec };
  return spec;
}

function specOf(layout: Layout, year: Year, by: Source["by"]): FoldSpec {
  const { source, headers, columns, gained } = layout;
  const rules = Object.values(source.measures);
  const headerOf = (index: number) => headers[index] ?? "";
  const present = (names: Iterable<string>) =>
    [...new Set(names)].flatMap((name) => {
      const index = columns.get(name);
      const column = source.columns[name];
      return index === undefined || column === undefined ? [] : [{ name, index, field: headerOf(index), column }];
    });

  const classes = present([...MEANINGFUL, ...rules.flatMap(classedColumns), ...apartColumns(source)]).map(
    ({ name, index, field, column }): ClassColumn => {
      return { name, index, field, classing: classingOf(column, testsOf(name, rules), source, dateBounds(by, year)) };
    },
  );
  const summed = source.rows === "count" ? ["count"] : [...rules.flatMap(summedColumns), ...checkedColumns(source)];
  const sums = present(summed).map(({ name, index, field, column }) => {
    return { name, index, field, numbers: countTokens(column, source) };
  });
  return {
    headerLine: layout.headerLine,
    width: layout.width,
    classes: [...classes, ...gained.map((column): ClassColumn => ({ ...column, field: "", classing: ANY_TEXT }))],
    sums,
    key: present(source.key).map(({ index, field: header }) => ({ index, field: header })),
    dates: [...new Set(rules.map((rule) => (rule.kind === "columns" ? null : rule.period)))],
  };
}

const ANY_TEXT: Classing = { kind: "text", missing: [] };

/** Columns of counts that are only held against others. */
function checkedColumns({ columns, balance }: Source): string[] {
  const balanced = balance.flatMap(({ terms }) => terms);
  const rated = Object.values(columns).flatMap(({ rate }) =>
    rate === null ? [] : [...rate.numerator, ...rate.denominator],
  );
  return [...balance.map(({ left }) => left), ...[...balanced, ...rated].map(({ column }) => column)];
}

/** Rows that are checked one by one must not fold into one: what they are called, and their rates, keep them apart. */
function apartColumns({ columns, balance, unitOfFile }: Source): string[] {
  const rated = Object.entries(columns).filter(([, { rate }]) => rate !== null);
  if (balance.length === 0 && rated.length === 0 && !unitOfFile) return [];
  const texts = Object.entries(columns).filter(([name, { type }]) => type === "text" && name !== "ordinal");
  return [...texts, ...rated].map(([name]) => name);
}

function classedColumns(rule: MeasureRule): string[] {
  if (rule.kind === "columns") return [];
  const columns = rule.where.map(({ column }) => column);
  if (rule.period !== null) columns.push(rule.period);
  if (rule.kind === "distinct") columns.push(rule.column);
  return columns;
}

function summedColumns(rule: MeasureRule): readonly string[] {
  return rule.kind === "columns" ? rule.columns : rule.kind === "sum" ? [rule.column] : [];
}

function testsOf(name: string, rules: readonly MeasureRule[]): CountTest[] {
  const conditions = rules.flatMap((rule): readonly Condition[] => (rule.kind === "columns" ? [] : rule.where));
  return conditions.flatMap((condition) =>
    condition.column === name && "operator" in condition
      ? [{ operator: condition.operator, value: condition.value }]
      : [],
  );
}

function classingOf(
  column: SourceColumn,
  tests: readonly CountTest[],
  source: Source,
  bounds: readonly DateBounds[],
): Classing {
  const missing = column.missing.map(foldText);
  if (tests.length > 0) return { kind: "tests", tests, numbers: countTokens(column, source) };
  if (column.type === "date") return { kind: "date", bounds, missing };
  if (column.values === null) return { kind: "text", missing };
  const spellings = Object.entries(column.values).flatMap(([category, texts]) =>
    texts.map((text) => [foldText(text), category] as const),
  );
  return { kind: "category", spellings: Object.fromEntries(spellings), missing };
}

function dateBounds(by: Source["by"], year: Year): DateBounds[] {
  const length = by === "month" ? 1 : 3;
  return Array.from({ length: 12 / length }, (_, index) => {
    const span = { start: index * length, end: (index + 1) * length };
    const month = `${year.label}-${String(span.end).padStart(2, "0")}`;
    return { period: by === "month" ? month : (periodsOf(monthsOf(span), year)[0] ?? month), ...datesOf(span, year) };
  });
}

function countTokens(column: SourceColumn, { numbers }: Source): CountTokens {
  return { ...numbers, missing: column.missing.map(foldText), zero: column.zero.map(foldText) };
}
