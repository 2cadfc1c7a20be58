import type { Figure, FoldedRow, Recognised, Reporter } from "../model.ts";
import { isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import { countingRules } from "./counting-rule.ts";
import type { CountingRule } from "./counting-rule.ts";
import type { RowMeaning, TallyContext } from "./row-meaning.ts";

/** What a file says: figures, and zeros for every unit of the roster that has none. */
export interface Said {
  readonly figures: readonly Figure[];
  readonly covered: readonly Figure[];
}

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
export function recordFigures(meaning: RowMeaning, { plan }: TallyContext): Said {
  const { folding, recognised } = meaning;
  const coversAll = recognised.source.coversAll && plan.roster !== null;
  const rules = countingRules(meaning, plan);
  const growing = new Map<string, Growing>();
  const reporters = new Map<string, Reporter>();
  const dated = new Map<string | null, Set<Period>>();

  const figureOf = (rule: CountingRule, period: Period, reporter: Reporter, row: FoldedRow["first"]): Growing => {
    const id = `${rule.measure}\0${period}\0${reporter.unit ?? `\0${reporter.level}`}`;
    let found = growing.get(id);
    if (found === undefined) growing.set(id, (found = nothingYet(rule, period, reporter, row, recognised)));
    return found;
  };

  const hasUnit = meaning.has("unit");
  for (const row of folding.folded) {
    meaning.reportUnknown(row);
    const unit = meaning.unitOf(row, hasUnit);
    if (unit === "unknown") continue;
    const reporter = { unit: unit?.code ?? null, level: unit === null ? meaning.levelOf(row) : null };
    reporters.set(reporter.unit ?? `\0${reporter.level}`, reporter);
    for (const rule of rules) {
      const period = rule.periodOf(row);
      if (period === null) continue;
      dated.set(rule.rule.period, (dated.get(rule.rule.period) ?? new Set()).add(period));
      if (rule.counts(row)) grow(figureOf(rule, period, reporter, row.first), rule, row, meaning);
      else if (!coversAll) figureOf(rule, period, reporter, row.first);
    }
  }

  if (!hasUnit && reporters.size === 0) reporters.set("", { unit: null, level: null });
  const header = headerOf(recognised);
  const covered: Figure[] = [];
  for (const rule of rules) {
    const stated = statedPeriods(rule, recognised, meaning);
    for (const period of stated) for (const reporter of reporters.values()) figureOf(rule, period, reporter, header);
    const whole = coversAll ? (stated.length > 0 ? stated : (dated.get(rule.rule.period) ?? [])) : [];
    const nobody = { unit: null, level: null };
    for (const period of whole) covered.push(finished(nothingYet(rule, period, nobody, header, recognised)));
  }
  return { figures: [...growing.values()].map(finished), covered };
}

function nothingYet(
  { measure, rule }: CountingRule,
  period: Period,
  { unit, level }: Reporter,
  row: FoldedRow["first"],
  { table, source }: Recognised,
): Growing {
  const figure = { measure, period, unit, level, source: source.id, origin: { table, row } };
  return { figure, keys: rule.kind === "distinct" ? new Set() : null, count: 0 };
}

function finished({ figure, keys, count }: Growing): Figure {
  return { ...figure, count: keys?.size ?? count, keys };
}

function grow(growing: Growing, { rule }: CountingRule, row: FoldedRow, meaning: RowMeaning): void {
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
  { rule }: CountingRule,
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
