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
import type { Fit } from "./find-header.ts";

/** Columns whose texts give a row its meaning, whatever the measures are. */
const MEANINGFUL = ["unit", "level", "period", "measure", "key", "task", "state", "percent", "evidence"];

/** Four quarters of an export have one header, and so one spec. */
const specs = new WeakMap<Source, Map<string, FoldSpec>>();

/** How a table that fits a source is folded in a plan's year. */
export function foldSpec(fit: Fit, year: Year, by: Source["by"]): FoldSpec {
  const known = specs.get(fit.source) ?? new Map<string, FoldSpec>();
  specs.set(fit.source, known);
  const id = [by, year.label, year.starts, fit.row.at.line, ...fit.row.cells].join("\0");
  const spec = known.get(id) ?? specOf(fit, year, by);
  known.set(id, spec);
  return spec;
}

function specOf({ source, row, columns }: Fit, year: Year, by: Source["by"]): FoldSpec {
  const rules = Object.values(source.measures);
  const headerOf = (index: number) => String(row.cells[index] ?? "").trim();
  const present = (names: Iterable<string>) =>
    [...new Set(names)].flatMap((name) => {
      const index = columns.get(name);
      const column = source.columns[name];
      return index === undefined || column === undefined ? [] : [{ name, index, field: headerOf(index), column }];
    });

  const classes = present([...MEANINGFUL, ...rules.flatMap(classedColumns)]).map(
    ({ name, index, field, column }): ClassColumn => {
      return { name, index, field, classing: classingOf(column, testsOf(name, rules), source, dateBounds(by, year)) };
    },
  );
  const sums = present(source.rows === "count" ? ["count"] : rules.flatMap(summedColumns)).map(
    ({ name, index, field, column }) => {
      return { name, index, field, numbers: countTokens(column, source) };
    },
  );
  return {
    headerLine: row.at.line,
    width: row.cells.findLastIndex((cell) => String(cell).trim() !== "") + 1,
    classes,
    sums,
    key: present(source.key).map(({ index, field: header }) => ({ index, field: header })),
  };
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
