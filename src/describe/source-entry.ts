import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Condition, MeasureRule, Source } from "../model.ts";

/** A source as documents for machines hold it: as its own YAML says it, with everything that holds unsaid. */
export function sourceEntry(source: Source, locale: Locale): object {
  const { id, system, rows, form, note, columns, key, by, level, sections, totals, ignore, balance } = source;
  return {
    id,
    name: nameIn(source.name, locale),
    system,
    rows,
    form,
    note,
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, { rate, ...column }]) => [name, { ...column, rate: rate && rate.text }]),
    ),
    key,
    covers: source.coversAll ? "all" : null,
    by,
    level,
    sections,
    totals,
    ignore,
    balance: balance.map(({ text }) => text),
    cumulative: source.cumulative,
    "unit-of": source.unitOfFile ? "file" : "row",
    encoding: source.encoding,
    thousands: source.numbers.thousands,
    measures: Object.fromEntries(Object.entries(source.measures).map(([name, rule]) => [name, ruleEntry(rule)])),
  };
}

function ruleEntry(rule: MeasureRule): string | object {
  if (rule.kind === "columns") return rule.columns.join(" + ");
  const where = Object.fromEntries(rule.where.map(conditionEntry));
  const counted =
    rule.kind === "count" ? { count: rule.where.length === 0 ? "all" : where } : { [rule.kind]: rule.column, where };
  return { ...counted, period: rule.period };
}

function conditionEntry(condition: Condition): readonly [column: string, wanted: unknown] {
  return [condition.column, "in" in condition ? condition.in : { [condition.operator]: condition.value }];
}
