import type { Condition, FoldedRow, MeasureRule, Plan } from "../model.ts";
import type { Period } from "../text/period.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** How the records of one file become a measure. */
export interface CountingRule {
  readonly measure: string;
  readonly rule: Exclude<MeasureRule, { readonly kind: "columns" }>;
  /** The period in which it would count a row; `null` where none. */
  readonly periodOf: (row: FoldedRow) => Period | null;
  /** Whether it counts a row. */
  readonly counts: (row: FoldedRow) => boolean;
}

/** The rules for the measures of the plan, where the file has every column that they need. */
export function countingRules(meaning: RowMeaning, { measures }: Plan): CountingRule[] {
  return Object.entries(meaning.recognised.source.measures).flatMap(([measure, rule]): CountingRule[] => {
    if (rule.kind === "columns" || !Object.hasOwn(measures, measure)) return [];
    const columns = rule.where.map(({ column }) => column);
    if (rule.kind !== "count") columns.push(rule.column);
    if (rule.period !== null) columns.push(rule.period);
    if (!columns.every((column) => meaning.has(column))) return [];
    const conditions = rule.where.map((condition) => holds(condition, meaning));
    const { period } = rule;
    return [
      {
        measure,
        rule,
        periodOf: period === null ? (row) => meaning.periodOf(row) : (row) => meaning.datedPeriodOf(row, period),
        counts: (row) => conditions.every((condition) => condition(row)),
      },
    ];
  });
}

function holds(condition: Condition, meaning: RowMeaning): (row: FoldedRow) => boolean {
  const { column } = condition;
  if ("in" in condition) {
    return (row) => {
      const category = meaning.textOf(row, column);
      return category !== null && condition.in.includes(category);
    };
  }
  const { operator, value } = condition;
  const test = meaning.testsOf(column).findIndex((one) => one.operator === operator && one.value === value);
  return (row) => meaning.textOf(row, column)?.[test] === "1";
}
