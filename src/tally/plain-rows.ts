import type { Figure, FoldedRow, Plan, TaskReport, TaskState } from "../model.ts";
import { foldText } from "../text/fold-text.ts";
import { nearest } from "../text/nearest.ts";
import { parsePercent } from "../text/number.ts";
import type { RowMeaning, TallyContext } from "./row-meaning.ts";

/** The figures of a file with one row a unit: each measure is a sum of columns, and missing where one of them is. */
export function unitFigures(meaning: RowMeaning): Figure[] {
  const { folding, recognised } = meaning;
  return folding.folded.flatMap((row) => {
    const unit = meaning.unitOf(row, true);
    const period = meaning.periodOf(row);
    if (unit === "unknown" || unit === null || period === null) return [];
    return Object.entries(recognised.source.measures).flatMap(([measure, rule]): Figure[] => {
      const sums = rule.kind === "columns" ? rule.columns.map((column) => meaning.sumOf(row, column)) : [];
      if (sums.length === 0 || sums.some((sum) => sum === null || sum.reported === 0)) return [];
      const count = sums.reduce((total, sum) => total + (sum?.total ?? 0), 0);
      if (count > Number.MAX_SAFE_INTEGER) meaning.report("sum-too-large", { of: measure }, row, "unit");
      return figuresOf(row, { measure, period, unit: unit.code, level: null, count, keys: null }, meaning);
    });
  });
}

/** The figures of the plain counts format: one row a figure, or a key of a distinct measure. */
export function countFigures(meaning: RowMeaning, { plan }: TallyContext): Figure[] {
  const names = measureNames(plan);
  const keyed = new Map<string, { readonly figure: Figure; readonly keys: Set<string> }>();
  const plain = meaning.folding.folded.flatMap((row): Figure[] => {
    const unit = meaning.unitOf(row, false);
    const period = meaning.periodOf(row);
    const text = meaning.textOf(row, "measure");
    if (text === null) meaning.report("cell-missing", {}, row, "measure");
    const measure = names.get(foldText(text ?? ""));
    if (text !== null && measure === undefined)
      meaning.report("measure-unknown", { text, nearest: nearest(text, names.keys()) }, row, "measure");
    const sum = meaning.sumOf(row, "count");
    if (measure === undefined || period === null || unit === "unknown" || sum === null || sum.reported === 0) return [];
    const reporter = { unit: unit?.code ?? null, level: unit === null ? meaning.levelOf(row) : null };
    const key = meaning.textOf(row, "key");
    const figures = figuresOf(row, { ...reporter, measure, period, count: sum.total, keys: null }, meaning);
    const [figure] = figures;
    if (key === null || figure === undefined) return figures;
    const id = JSON.stringify([measure, period, reporter]);
    const found = keyed.get(id) ?? { figure, keys: new Set<string>() };
    if (sum.total > 0) found.keys.add(key);
    keyed.set(id, found);
    return [];
  });
  return [...plain, ...[...keyed.values()].map(({ figure, keys }) => ({ ...figure, count: keys.size, keys }))];
}

/** A figure for every row that says it: rows that fold into one say it twice, which is reported later. */
function figuresOf(
  row: FoldedRow,
  figure: Omit<Figure, "source" | "origin">,
  { recognised: { table, source } }: RowMeaning,
): Figure[] {
  return [row.first, row.second].flatMap((at) =>
    at === null ? [] : [{ ...figure, source: source.id, origin: { table, row: at } }],
  );
}

/** A measure by its own name, and by its Vietnamese and English ones. */
function measureNames({ measures }: Plan): Map<string, string> {
  return new Map(
    Object.entries(measures).flatMap(([id, { vi, en }]) => [vi, en, id].map((name) => [foldText(name), id])),
  );
}

/** The states of the plan's tasks, as a work programme reports them. */
export function taskReports(meaning: RowMeaning, { plan }: TallyContext): TaskReport[] {
  const { folding, recognised } = meaning;
  const names = new Map(plan.tasks.flatMap(({ id, vi, en }) => [vi, en, id].map((name) => [foldText(name), id])));
  return folding.folded.flatMap((row) => {
    meaning.reportUnknown(row);
    const text = meaning.textOf(row, "task");
    if (text === null) meaning.report("cell-missing", {}, row, "task");
    const task = names.get(foldText(text ?? ""));
    if (text !== null && task === undefined)
      meaning.report("task-unknown", { text, nearest: nearest(text, names.keys()) }, row, "task");
    const state = meaning.textOf(row, "state") as TaskState | null;
    const period = meaning.periodOf(row);
    const written = meaning.textOf(row, "percent");
    const percent = written === null ? null : parsePercent(written);
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
