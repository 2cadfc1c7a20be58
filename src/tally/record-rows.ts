import { OUTSIDE, rowOfHead } from "../model.ts";
import type { FoldedRow, Plan, Recognised } from "../model.ts";
import { problem } from "../problem/problem.ts";
import { groupBy } from "../text/group-by.ts";
import { isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import { countingRules } from "./counting-rule.ts";
import type { CountingRule } from "./counting-rule.ts";
import type { FoldedFile } from "./folded-table.ts";
import type { Account, Ledger, Page } from "./ledger.ts";
import type { RowMeaning } from "./row-meaning.ts";
import { traceTotals } from "./trace.ts";

/**
 * The figures of a file of records. It reports every measure of its source, 0 where nothing matches, for each unit and
 * period that it has rows for, by the date of that measure, and for the period that the file itself states; where it
 * covers all, for the whole roster. Of files that were folded as one, each enters the rows that it is the first to have.
 */
export function tallyRecords(
  meaning: RowMeaning,
  plan: Plan,
  ledger: Ledger,
): (file: FoldedFile, begun: readonly FoldedRow[]) => void {
  const { recognised } = meaning;
  const coversAll = recognised.source.coversAll && plan.roster !== null;
  const rules = countingRules(meaning, plan);
  const dates = [...groupBy(rules, ({ date }) => date)].map(([date, ofDate]) => datedBy(date, ofDate, meaning, ledger));
  const rostered = new Set(plan.roster?.map(({ code }) => code));
  const totals = new Set(meaning.totals);
  const hasUnit = meaning.hasUnits;
  const { trace } = ledger;
  if (trace !== null) traceTotals(meaning, rules, trace);

  return (file, begun) => {
    const accounts = new Map<string, Account>();
    for (const { met } of dates) met.clear();
    const accountOf = (row: FoldedRow, period?: Period | null): Account | null => {
      const unit = meaning.unitOf(row, hasUnit, period);
      if (unit === "unknown") return null;
      const account = ledger.account(unit?.code ?? null, unit === null ? meaning.levelOf(row) : null);
      accounts.set(account.id, account);
      return account;
    };
    for (const row of begun) {
      if (totals.has(row)) continue;
      // A name that agencies bear one after the other is whose it was on each of the dates.
      const ofRow = meaning.dependsOnPeriod(row) ? undefined : accountOf(row);
      if (ofRow === null) for (const { strange } of dates) strange.add(row);
      if (ofRow === null) continue;
      for (const { date, pages, strange, met } of dates) {
        const period = meaning.periodBy(date, row);
        const account = ofRow ?? accountOf(row, period);
        if (account === null) {
          strange.add(row);
          continue;
        }
        if (trace !== null)
          for (const { rule } of pages)
            trace({ ...traceOf(row, rule, period, meaning), unit: account.unit, level: account.level });
        if (period === null) continue;
        met.add(period);
        const isCovered = coversAll && rostered.has(account.id);
        for (let index = 0; index < pages.length; index++) {
          const { rule, page } = pages[index] as (typeof pages)[number];
          if (rule.counts(row)) growBy(row, rule, page.grow(account, period, rule.key !== null, row.first), meaning);
          else if (!isCovered) page.grow(account, period, rule.key !== null, row.first);
        }
      }
    }

    reportDatesElsewhere(dates, file, meaning);
    // A file that begins no row may have rows all the same, where there are several.
    const isEmpty = accounts.size === 0 && (meaning.files.length === 1 || file.rows === 0);
    if (!hasUnit && isEmpty) accounts.set("", ledger.account(null, null));
    if (accounts.size === 0 && !coversAll) return;
    const header = headerOf(file);
    for (const { pages, stated, met } of dates) {
      for (const { rule, page } of pages) {
        for (const period of stated) {
          for (const account of accounts.values()) page.grow(account, period, rule.key !== null, header);
        }
        if (!coversAll) continue;
        for (const period of stated.length > 0 ? stated : met) page.cover(period, rule.key !== null, header);
      }
    }
  };
}

/** The measures whose period one column of dates decides, or the row's own. */
interface Dated {
  readonly date: string | null;
  readonly pages: readonly { readonly rule: CountingRule; readonly page: Page }[];
  /** The periods for which each file speaks as a whole. */
  readonly stated: readonly Period[];
  /** Those of the rows which the file at hand is the first to have. */
  readonly met: Set<Period>;
  /** Rows, of the file at hand and of those before, whose unit nobody knows at that date. */
  readonly strange: Set<FoldedRow>;
}

function datedBy(date: string | null, rules: readonly CountingRule[], meaning: RowMeaning, ledger: Ledger): Dated {
  const { recognised } = meaning;
  return {
    date,
    pages: rules.map((rule) => ({ rule, page: ledger.page(rule.measure, recognised) })),
    stated: statedPeriods(date, recognised, meaning),
    met: new Set(),
    strange: new Set(),
  };
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
    if (isBlankIn(row, sum, meaning))
      meaning.report("blank-withholds", { measure, unit: figure.unit }, row, sum, (own) =>
        isBlankIn(own, sum, meaning),
      );
  }
  if (figure.count <= Number.MAX_SAFE_INTEGER) return;
  meaning.report("sum-too-large", { of: measure }, row, sum ?? "unit");
  figure.count = 0;
}

/** The periods for which a file speaks as a whole: what its name states, cut into those that dates fall into. */
function statedPeriods(
  date: string | null,
  { period: stated, spec }: Recognised,
  meaning: RowMeaning,
): readonly Period[] {
  if (stated === null) return [];
  if (date === null) return meaning.has("period") ? [] : [stated];
  const classing = spec.classes.find(({ name }) => name === date)?.classing;
  const bounds = classing?.kind === "date" ? classing.bounds : [];
  return bounds.map(({ period }) => period).filter((period) => isWithin(period, stated));
}

/** Whether some of the rows report nothing in a column. */
function isBlankIn(row: FoldedRow, column: string, meaning: RowMeaning): boolean {
  const sum = meaning.sumOf(row, column);
  return sum !== null && sum.reported + sum.unread < row.rows;
}

function headerOf({ recognised: { table, spec }, start }: FoldedFile): FoldedRow["first"] {
  const { line, offset } = rowOfHead(table, spec.headerLine)?.at ?? { line: spec.headerLine, offset: 0 };
  return { line, offset: offset + start };
}

/** A file that says one period, and whose dates all fall into others, is most likely in the wrong folder. */
function reportDatesElsewhere(dates: readonly Dated[], file: FoldedFile, meaning: RowMeaning): void {
  const { recognised } = meaning;
  const byDate = dates.filter(({ date }) => date !== null);
  if (recognised.period === null || byDate.length === 0) return;
  if (byDate.some(({ stated, met }) => stated.some((period) => met.has(period)))) return;
  // What is asked here of rows is said of them elsewhere, or not at all.
  const periodIn = (row: FoldedRow, date: string | null) => {
    const period = date === null ? null : meaning.textOf(row, date);
    return period === OUTSIDE ? null : period;
  };
  const fits = (row: FoldedRow) =>
    byDate.some(({ date, stated, strange }) => {
      const period = periodIn(row, date);
      return period !== null && stated.includes(period) && !strange.has(row);
    });
  const first = file.first();
  if (first !== null && fits(first)) return;
  const parts = file.folded();
  if (meaning.files.length > 1 && parts.some(({ of }) => fits(of))) return;
  for (const { date } of byDate) {
    const rows = parts.flatMap(({ row, of }) => {
      const period = periodIn(of, date);
      return period === null ? [] : [{ row, period }];
    });
    const [found] = rows;
    if (found === undefined || date === null) continue;
    const args = { stated: recognised.period, found: found.period };
    const concerned = rows.reduce((total, { row }) => total + row.rows, 0);
    meaning.reportOnce(problem("dates-elsewhere", args, { ...meaning.locate(found.row.first, date), rows: concerned }));
    return;
  }
}
