import type { Locale } from "../locale/locale.ts";
import type { Condition, MeasureRule, Source } from "../model.ts";

/** How a measure comes from the rows of a source, in words, with the columns as exports call them. */
export function describeMeasure(rule: MeasureRule, source: Source, { sources: words, operators }: Locale): string {
  if (rule.kind === "columns") return rule.columns.map((column) => `“${headerOf(column, source)}”`).join(" + ");
  const where = rule.where.map((condition) => {
    const column = headerOf(condition.column, source);
    if ("in" in condition)
      return words.isOneOf(
        column,
        condition.in.map((value) => spellingOf(value, condition, source)),
      );
    return `“${column}” ${operators[condition.operator]} ${condition.value}`;
  });
  const what =
    rule.kind === "count" ? words.counted(where) : words[WORDS[rule.kind]](headerOf(rule.column, source), where);
  return rule.period === null ? what : `${what}, ${words.byDate(headerOf(rule.period, source))}`;
}

const WORDS = { sum: "summed", distinct: "distinct" } as const;

/** The first spelling of a column's header. */
export function headerOf(column: string, { columns }: Source): string {
  return columns[column]?.header[0] ?? column;
}

function spellingOf(value: string, { column }: Condition, { columns }: Source): string {
  return columns[column]?.values?.[value]?.[0] ?? value;
}
