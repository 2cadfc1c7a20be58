import { reporterId } from "../model.ts";
import type { FoldedRow, Plan, Recognised, Reporter } from "../model.ts";
import { isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import { countingRules } from "./counting-rule.ts";
import type { CountingRule } from "./counting-rule.ts";
import type { Ledger, Subject } from "./ledger.ts";
import type { RowMeaning } from "./row-meaning.ts";

/**
 * The figures of a file of records. It reports every measure of its source, 0 where nothing matches, for each unit and
 * period that it has rows for, by the date of that measure, and for the period that the file itself states; where it
 * covers all, for the whole roster.
 */
export function tallyRecords(meaning: RowMeaning, plan: Plan, ledger: Ledger): void {
  const { folding, recognised } = meaning;
  const { source, table } = recognised;
  const coversAll = source.coversAll && plan.roster !== null;
  const rules = countingRules(meaning, plan);
  const reporters = new Map<string, Reporter>();
  const dated = new Map<string | null, Set<Period>>();
  const subject = (
    { measure }: CountingRule,
    period: Period,
    { unit, level }: Reporter,
    row: FoldedRow["first"],
  ): Subject => {
    return { measure, period, unit, level, source: source.id, origin: { table, row } };
  };

  const rostered = new Set(plan.roster?.map(({ code }) => code));
  const hasUnit = meaning.has("unit");
  for (const row of folding.folded) {
    const unit = meaning.unitOf(row, hasUnit);
    if (unit === "unknown") continue;
    const reporter = { unit: unit?.code ?? null, level: unit === null ? meaning.levelOf(row) : null };
    reporters.set(reporterId(reporter), reporter);
    for (const rule of rules) {
      const period = rule.periodOf(row);
      if (period === null) continue;
      let seen = dated.get(rule.date);
      if (seen === undefined) dated.set(rule.date, (seen = new Set()));
      seen.add(period);
      const counts = rule.counts(row);
      if (counts) growBy(row, rule, subject(rule, period, reporter, row.first), meaning, ledger);
      else if (!coversAll || !rostered.has(reporter.unit ?? ""))
        ledger.grow(subject(rule, period, reporter, row.first), rule.key !== null);
    }
  }

  reportDatesElsewhere(rules, dated, meaning);
  if (!hasUnit && reporters.size === 0) reporters.set("", { unit: null, level: null });
  const header = headerOf(recognised);
  for (const rule of rules) {
    const stated = statedPeriods(rule, recognised, meaning);
    for (const period of stated) {
      for (const reporter of reporters.values())
        ledger.grow(subject(rule, period, reporter, header), rule.key !== null);
    }
    const whole = stated.length > 0 ? stated : (dated.get(rule.date) ?? []);
    if (!coversAll) continue;
    for (const period of whole)
      ledger.cover(subject(rule, period, { unit: null, level: null }, header), rule.key !== null);
  }
}

function growBy(
  row: FoldedRow,
  { key, sum }: CountingRule,
  subject: Subject,
  meaning: RowMeaning,
  ledger: Ledger,
): void {
  const figure = ledger.grow(subject, key !== null);
  if (key !== null) {
    const text = meaning.textOf(row, key);
    if (text === null) meaning.report("cell-missing", {}, row, key);
    else figure.keys?.add(text);
    figure.count = figure.keys?.size ?? 0;
    return;
  }
  const summed = sum === null ? null : meaning.sumOf(row, sum);
  figure.count += summed === null ? row.rows : summed.total;
  figure.lacking ||= summed !== null && summed.reported < row.rows;
  if (figure.count <= Number.MAX_SAFE_INTEGER) return;
  meaning.report("sum-too-large", { of: subject.measure }, row, sum ?? "unit");
  figure.count = 0;
}

/** The periods for which a file speaks as a whole: what its name states, cut into those that dates fall into. */
function statedPeriods({ date }: CountingRule, { period: stated, spec }: Recognised, meaning: RowMeaning): Period[] {
  if (stated === null) return [];
  if (date === null) return meaning.has("period") ? [] : [stated];
  const classing = spec.classes.find(({ name }) => name === date)?.classing;
  const bounds = classing?.kind === "date" ? classing.bounds : [];
  return bounds.map(({ period }) => period).filter((period) => isWithin(period, stated));
}

function headerOf({ table, spec }: Recognised): FoldedRow["first"] {
  return table.head.find(({ at }) => at.line === spec.headerLine)?.at ?? { line: spec.headerLine, offset: 0 };
}

/** A file that says one period, and whose dates all fall into others, is most likely in the wrong folder. */
function reportDatesElsewhere(
  rules: readonly CountingRule[],
  dated: ReadonlyMap<string | null, ReadonlySet<Period>>,
  meaning: RowMeaning,
): void {
  const { recognised, folding } = meaning;
  const byDate = rules.filter(({ date }) => date !== null);
  const fits = (rule: CountingRule) =>
    statedPeriods(rule, recognised, meaning).some((period) => dated.get(rule.date)?.has(period));
  if (recognised.period === null || byDate.length === 0 || byDate.some(fits)) return;
  for (const { date, periodOf } of byDate) {
    for (const row of folding.folded) {
      const found = periodOf(row);
      if (found === null || date === null) continue;
      meaning.report("dates-elsewhere", { stated: recognised.period, found }, row, date);
      return;
    }
  }
}
