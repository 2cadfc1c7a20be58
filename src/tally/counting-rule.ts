import type { Condition, FoldedRow, Plan } from "../model.ts";
import { isWanted } from "./is-wanted.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** How the records of one file become a measure. */
export interface CountingRule {
  readonly measure: string;
  /** The column whose dates decide the period; `null`: the row's own. */
  readonly date: string | null;
  /** The column whose texts are counted once each, or the one that is summed; neither: rows are counted. */
  readonly key: string | null;
  readonly sum: string | null;
  /** Every column that decides whether and as what it counts a row. */
  readonly columns: readonly string[];
  /** Whether it counts a row. */
  readonly counts: (row: FoldedRow) => boolean;
}

/** The rules for the measures of the plan, where the file has every column that they need. */
export function countingRules(meaning: RowMeaning, plan: Plan): CountingRule[] {
  const { source } = meaning.recognised;
  return Object.entries(source.measures).flatMap(([measure, rule]): CountingRule[] => {
    if (rule.kind === "columns" || !isWanted(measure, source.id, plan)) return [];
    const { period: date, where } = rule;
    const key = rule.kind === "distinct" ? rule.column : null;
    const sum = rule.kind === "sum" ? rule.column : null;
    const needed = [...where.map(({ column }) => column), key, sum, date].filter((column) => column !== null);
    if (!needed.every((column) => meaning.has(column))) return [];
    const conditions = where.map((condition) => holds(condition, meaning));
    const columns = [...new Set(needed)];
    // Asked for every row: a function made for each would cost more than what it asks.
    const counts = (row: FoldedRow) => {
      for (let index = 0; index < conditions.length; index++) if (conditions[index]?.(row) !== true) return false;
      return true;
    };
    return [{ measure, date, key, sum, columns, counts }];
  });
}

function holds(condition: Condition, meaning: RowMeaning): (row: FoldedRow) => boolean {
  const { column } = condition;
  const textOf = meaning.textsOf(column);
  if ("in" in condition) {
    return (row) => {
      const category = textOf(row);
      return category !== null && condition.in.includes(category);
    };
  }
  const { operator, value } = condition;
  const test = meaning.testsOf(column).findIndex((one) => one.operator === operator && one.value === value);
  return (row) => textOf(row)?.[test] === "1";
}
