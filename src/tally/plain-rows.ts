import type { FoldedRow, Name, Plan, Task, TaskReport, TaskState } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { indexNames } from "../text/name-index.ts";
import { nearest } from "../text/nearest.ts";
import { parsePercent } from "../text/number.ts";
import type { Period } from "../text/period.ts";
import { isWanted } from "./is-wanted.ts";
import type { Account, Ledger, Page } from "./ledger.ts";
import type { RowMeaning } from "./row-meaning.ts";
import { traceTotals } from "./trace.ts";

/**
 * The figures of a file with one row a unit: each measure is a sum of columns, and missing where one of them is. Rows
 * that are totals of the others are never added.
 */
export function tallyUnits(meaning: RowMeaning, plan: Plan, ledger: Ledger): void {
  const { recognised } = meaning;
  const { source } = recognised;
  const rules = Object.entries(source.measures).flatMap(([measure, rule]) => {
    const wanted = rule.kind === "columns" && isWanted(measure, source.id, plan);
    if (!wanted || !rule.columns.every((column) => meaning.has(column))) return [];
    return [{ measure, columns: rule.columns, page: ledger.page(measure, recognised) }];
  });
  const { trace } = ledger;
  if (trace !== null) traceTotals(meaning, rules, trace);
  for (const row of meaning.parts) {
    const unit = meaning.unitOf(row, true);
    const period = meaning.periodOf(row);
    if (unit === "unknown" || unit === null || period === null) continue;
    const account = ledger.account(unit.code, null);
    for (const { measure, columns, page } of rules) {
      const count = countIn(row, columns, meaning);
      const fate = count === null ? "not-reported" : "entered";
      trace?.({ measure, unit: unit.code, level: null, period, fate, row, recognised, columns });
      if (count === null) continue;
      if (count > Number.MAX_SAFE_INTEGER) meaning.report("sum-too-large", { of: measure }, row, "unit");
      stateEach(row, page, account, period, count);
    }
  }
}

/** A sum of columns; `null` where one of them reports nothing. */
function countIn(row: FoldedRow, columns: readonly string[], meaning: RowMeaning): number | null {
  let count = 0;
  for (const column of columns) {
    const sum = meaning.sumOf(row, column);
    if (sum === null || sum.reported === 0) return null;
    count += sum.total;
  }
  return count;
}

/** The figures of the plain counts format: one row a figure, or a key of a distinct measure. */
export function tallyCounts(meaning: RowMeaning, plan: Plan, ledger: Ledger): void {
  const names = indexNames(Object.entries(plan.measures));
  const { source } = meaning.recognised;
  const keyed = keyedMeasures(plan);
  const pages = new Map<string, Page>();
  const pageOf = (measure: string) => {
    const page = pages.get(measure) ?? ledger.page(measure, meaning.recognised);
    pages.set(measure, page);
    return page;
  };
  const totals = new Set(meaning.totals);
  for (const row of meaning.folding.folded) {
    // A total is a figure of the whole, which beside figures of units is an error.
    const unit = totals.has(row) ? null : meaning.unitOf(row, false);
    const period = meaning.periodOf(row);
    const text = meaning.textOf(row, "measure");
    if (text === null) meaning.report("cell-missing", {}, row, "measure");
    const measure = names.get(foldText(text ?? ""));
    if (text !== null && measure === undefined) {
      meaning.report("measure-unknown", { text, nearest: nearest(text, spellingsOf(plan.measures)) }, row, "measure");
    }
    const sum = meaning.sumOf(row, "count");
    if (measure === undefined || period === null || unit === "unknown" || sum === null || sum.reported === 0) continue;
    if (!isWanted(measure, source.id, plan)) continue;
    const account = ledger.account(unit?.code ?? null, unit === null ? meaning.levelOf(row) : null);
    const key = keyed.has(measure) ? meaning.textOf(row, "key") : null;
    ledger.trace?.({
      measure,
      unit: account.unit,
      level: account.level,
      period,
      fate: key !== null && sum.total === 0 ? "unmatched" : "entered",
      row,
      recognised: meaning.recognised,
      columns: key === null ? ["count"] : ["key", "count"],
    });
    if (key === null) stateEach(row, pageOf(measure), account, period, sum.total);
    else {
      const figure = pageOf(measure).grow(account, period, true, row.first);
      if (sum.total > 0) figure.keys?.add(key);
      figure.count = figure.keys?.size ?? 0;
    }
  }
}

/** Measures whose figures are sets of keys: unions, and the stocks that limit them. */
function keyedMeasures({ measures }: Plan): ReadonlySet<string> {
  return new Set(
    Object.entries(measures).flatMap(([id, { accumulate, within }]) => [
      ...(accumulate === "distinct" ? [id] : []),
      ...(within === null ? [] : [within]),
    ]),
  );
}

/** States a figure for every row that says it: rows that fold into one say it twice. */
function stateEach(row: FoldedRow, page: Page, account: Account, period: Period, count: number): void {
  page.state(account, period, count, row.first);
  if (row.second !== null) page.state(account, period, count, row.second);
}

/** Every name by which something is called, as it is written. */
function spellingsOf(named: Readonly<Record<string, Name>> | readonly Task[]): string[] {
  const entries = Array.isArray(named) ? named.map((task: Task) => [task.id, task] as const) : Object.entries(named);
  return entries.flatMap(([id, { vi, en }]) => [id, vi, en]);
}

/** The states of the plan's tasks, as a work programme reports them. */
export function taskReports(meaning: RowMeaning, plan: Plan): TaskReport[] {
  const { folding, recognised } = meaning;
  const names = indexNames(plan.tasks.map((task) => [task.id, task] as const));
  return folding.folded.flatMap((row) => {
    const text = meaning.textOf(row, "task");
    if (text === null) meaning.report("cell-missing", {}, row, "task");
    const task = names.get(foldText(text ?? ""));
    if (text !== null && task === undefined)
      meaning.report("task-unknown", { text, nearest: nearest(text, spellingsOf(plan.tasks)) }, row, "task");
    const state = meaning.textOf(row, "state") as TaskState | null;
    const period = meaning.periodOf(row);
    const written = meaning.textOf(row, "percent");
    const parsed = written === null ? null : parsePercent(written);
    const percent = parsed !== null && Number(parsed) <= 100 ? parsed : null;
    if (written !== null && percent === null) meaning.report("percent-unreadable", { text: written }, row, "percent");
    if (task === undefined || state === null || period === null) return [];
    const report = {
      task,
      period,
      state,
      percent: percent === null ? null : Number(percent),
      evidence: meaning.textOf(row, "evidence"),
    };
    return [row.first, row.second].flatMap((at) =>
      at === null ? [] : [{ ...report, origin: { table: recognised.table, row: at } }],
    );
  });
}
