import type { Condition, Figure, FoldedRow, MeasureRule, Plan, Recognised, Reporter } from "../model.ts";
import { isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import type { RowMeaning, TallyContext } from "./row-meaning.ts";

export type CountingRule = Exclude<MeasureRule, { readonly kind: "columns" }>;

/** A figure that grows as rows come. */
interface Growing {
  readonly figure: Omit<Figure, "count" | "keys">;
  readonly keys: Set<string> | null;
  count: number;
}

/**
 * The figures of a file of records. It reports every measure of its source, 0 where nothing matches, for each unit and
 * period that it has rows for, by the date of that measure, and for the period that the file itself states; where it
 * covers all, for the whole roster.
 */
export function recordFigures(meaning: RowMeaning, { plan }: TallyContext): Figure[] {
  const { folding, recognised } = meaning;
  const rules = countingRules(meaning, plan);
  const growing = new Map<string, Growing>();
  const reporters = new Map<string, Reporter>();

  const figureOf = (
    measure: string,
    rule: CountingRule,
    period: Period,
    reporter: Reporter,
    origin: FoldedRow["first"],
  ): Growing => {
    const id = `${measure}\0${period}\0${reporter.unit ?? `\0${reporter.level}`}`;
    let found = growing.get(id);
    if (found === undefined) {
      const figure = {
        ...reporter,
        measure,
        period,
        source: recognised.source.id,
        origin: { table: recognised.table, row: origin },
      };
      growing.set(id, (found = { figure, keys: rule.kind === "distinct" ? new Set() : null, count: 0 }));
    }
    return found;
  };

  const dated = new Map<string | null, Set<Period>>();
  for (const row of folding.folded) {
    meaning.reportUnknown(row);
    const unit = meaning.unitOf(row, meaning.has("unit"));
    if (unit === "unknown") continue;
    const reporter = { unit: unit?.code ?? null, level: unit === null ? meaning.levelOf(row) : null };
    reporters.set(reporter.unit ?? `\0${reporter.level}`, reporter);
    for (const [measure, rule] of rules) {
      const period = countedPeriod(rule, row, meaning);
      if (period === null) continue;
      dated.set(rule.period, (dated.get(rule.period) ?? new Set()).add(period));
      const found = figureOf(measure, rule, period, reporter, row.first);
      if (matches(rule.where, row, meaning)) grow(found, rule, row, meaning);
    }
  }

  if (recognised.source.coversAll)
    for (const { code } of plan.roster ?? []) reporters.set(code, { unit: code, level: null });
  if (!meaning.has("unit") && reporters.size === 0) reporters.set("", { unit: null, level: null });
  for (const [measure, rule] of rules) {
    const stated = statedPeriods(rule, recognised, meaning);
    const periods = stated.length === 0 && recognised.source.coversAll ? [...(dated.get(rule.period) ?? [])] : stated;
    for (const period of periods) {
      for (const reporter of reporters.values()) figureOf(measure, rule, period, reporter, headerOf(recognised));
    }
  }
  return [...growing.values()].map(({ figure, keys, count }) => ({ ...figure, count: keys?.size ?? count, keys }));
}

/** The rules for the measures of the plan, where the file has every column that they need. */
export function countingRules(meaning: RowMeaning, { measures }: Plan): [string, CountingRule][] {
  return Object.entries(meaning.recognised.source.measures).flatMap(([measure, rule]): [string, CountingRule][] => {
    if (rule.kind === "columns" || !Object.hasOwn(measures, measure)) return [];
    const columns = [
      ...rule.where.map(({ column }) => column),
      ...(rule.kind === "count" ? [] : [rule.column]),
      ...(rule.period === null ? [] : [rule.period]),
    ];
    return columns.every((column) => meaning.has(column)) ? [[measure, rule]] : [];
  });
}

/** The period in which a rule would count a row; `null` where none. */
export function countedPeriod(rule: CountingRule, row: FoldedRow, meaning: RowMeaning): Period | null {
  return rule.period === null ? meaning.periodOf(row) : meaning.datedPeriodOf(row, rule.period);
}

/** Whether a row meets every condition. */
export function matches(where: readonly Condition[], row: FoldedRow, meaning: RowMeaning): boolean {
  return where.every((condition) => {
    const found = meaning.textOf(row, condition.column);
    if (found === null) return false;
    if ("in" in condition) return condition.in.includes(found);
    const tests = meaning.testsOf(condition.column);
    return (
      found[tests.findIndex(({ operator, value }) => operator === condition.operator && value === condition.value)] ===
      "1"
    );
  });
}

function grow(growing: Growing, rule: CountingRule, row: FoldedRow, meaning: RowMeaning): void {
  if (rule.kind === "count") growing.count += row.rows;
  else if (rule.kind === "sum") growing.count += meaning.sumOf(row, rule.column)?.total ?? 0;
  else {
    const key = meaning.textOf(row, rule.column);
    if (key === null) meaning.report("cell-missing", {}, row, rule.column);
    else growing.keys?.add(key);
  }
  if (growing.count <= Number.MAX_SAFE_INTEGER) return;
  meaning.report("sum-too-large", { of: growing.figure.measure }, row, rule.kind === "sum" ? rule.column : "unit");
  growing.count = 0;
}

/** The periods for which a file speaks as a whole: what its name states, cut into those that dates fall into. */
function statedPeriods(
  rule: CountingRule,
  { period: stated, source, spec }: Recognised,
  meaning: RowMeaning,
): Period[] {
  if (stated === null) return [];
  if (rule.period === null) return meaning.has("period") ? [] : [stated];
  const dates = spec.classes.find(({ name }) => name === rule.period)?.classing;
  if (dates?.kind !== "date" || source.rows !== "record") return [];
  return dates.bounds.map(({ period }) => period).filter((period) => isWithin(period, stated));
}

function headerOf({ table, spec }: Recognised): FoldedRow["first"] {
  return table.head.find(({ at }) => at.line === spec.headerLine)?.at ?? { line: spec.headerLine, offset: 0 };
}
