import { OUTSIDE, rowOfHead } from "../model.ts";
import type { FoldedRow, Plan, Recognised } from "../model.ts";
import { isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import { countingRules } from "./counting-rule.ts";
import type { CountingRule } from "./counting-rule.ts";
import type { Account, Ledger, Page } from "./ledger.ts";
import type { RowMeaning } from "./row-meaning.ts";
import { traceTotals } from "./trace.ts";

/**
 * The figures of a file of records. It reports every measure of its source, 0 where nothing matches, for each unit and
 * period that it has rows for, by the date of that measure, and for the period that the file itself states; where it
 * covers all, for the whole roster.
 */
export function tallyRecords(meaning: RowMeaning, plan: Plan, ledger: Ledger): void {
  const { recognised } = meaning;
  const coversAll = recognised.source.coversAll && plan.roster !== null;
  const rules = countingRules(meaning, plan);
  const pages = rules.map((rule) => ({ rule, page: ledger.page(rule.measure, recognised) }));
  const accounts = new Map<string, Account>();
  const dated = new Map<string | null, Set<Period>>(rules.map(({ date }) => [date, new Set<Period>()]));

  if (ledger.trace !== null) traceTotals(meaning, rules, ledger.trace);
  const rostered = new Set(plan.roster?.map(({ code }) => code));
  const hasUnit = meaning.hasUnits;
  const accountOf = (row: FoldedRow, period?: Period | null): Account | null => {
    const unit = meaning.unitOf(row, hasUnit, period);
    if (unit === "unknown") return null;
    const account = ledger.account(unit?.code ?? null, unit === null ? meaning.levelOf(row) : null);
    accounts.set(account.id, account);
    return account;
  };
  for (const row of meaning.parts) {
    // A name that agencies bear one after the other is whose it was on each of the dates.
    const ofRow = meaning.dependsOnPeriod(row) ? undefined : accountOf(row);
    if (ofRow === null) continue;
    for (let index = 0; index < pages.length; index++) {
      const { rule, page } = pages[index] as (typeof pages)[number];
      const period = rule.periodOf(row);
      const account = ofRow ?? accountOf(row, period);
      if (account === null) continue;
      ledger.trace?.({ ...traceOf(row, rule, period, meaning), unit: account.unit, level: account.level });
      if (period === null) continue;
      dated.get(rule.date)?.add(period);
      if (rule.counts(row)) growBy(row, rule, page.grow(account, period, rule.key !== null, row.first), meaning);
      else if (!coversAll || !rostered.has(account.id)) page.grow(account, period, rule.key !== null, row.first);
    }
  }

  reportDatesElsewhere(rules, dated, meaning);
  if (!hasUnit && accounts.size === 0) accounts.set("", ledger.account(null, null));
  const header = headerOf(recognised);
  for (const { rule, page } of pages) {
    const stated = statedPeriods(rule, recognised, meaning);
    for (const period of stated) {
      for (const account of accounts.values()) page.grow(account, period, rule.key !== null, header);
    }
    const whole = stated.length > 0 ? stated : (dated.get(rule.date) ?? []);
    if (!coversAll) continue;
    for (const period of whole) page.cover(period, rule.key !== null, header);
  }
}

/** What becomes of a row by a rule. */
function traceOf(row: FoldedRow, rule: CountingRule, period: Period | null, meaning: RowMeaning) {
  const { measure, columns, date, counts } = rule;
  const undated = date !== null && meaning.textOf(row, date) === OUTSIDE ? "other-year" : "undated";
  const fate = period === null ? undated : counts(row) ? "entered" : "unmatched";
  return { measure, period, fate, row, recognised: meaning.recognised, columns } as const;
}

function growBy(
  row: FoldedRow,
  { measure, key, sum }: CountingRule,
  figure: ReturnType<Page["grow"]>,
  meaning: RowMeaning,
): void {
  if (key !== null) {
    const text = meaning.textOf(row, key);
    if (text === null) meaning.report("cell-missing", {}, row, key);
    else figure.keys?.add(text);
    figure.count = figure.keys?.size ?? 0;
    return;
  }
  const summed = sum === null ? null : meaning.sumOf(row, sum);
  figure.count += summed === null ? row.rows : summed.total;
  if (summed !== null && sum !== null && summed.reported < row.rows) {
    figure.lacking = true;
    if (summed.reported + summed.unread < row.rows)
      meaning.report("blank-withholds", { measure, unit: figure.unit }, row, sum);
  }
  if (figure.count <= Number.MAX_SAFE_INTEGER) return;
  meaning.report("sum-too-large", { of: measure }, row, sum ?? "unit");
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
  return rowOfHead(table, spec.headerLine)?.at ?? { line: spec.headerLine, offset: 0 };
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
    const rows = folding.folded.filter((row) => periodOf(row) !== null);
    const [first] = rows;
    if (first === undefined || date === null) continue;
    const args = { stated: recognised.period, found: periodOf(first) ?? "" };
    for (const row of rows) meaning.report("dates-elsewhere", args, row, date);
    return;
  }
}
