import { TOTAL_ROW } from "../model.ts";
import type { FoldedRow, Plan } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** Totals, column by column, against the rows that they add up: those of their section, or all. */
export function totalChecks(meaning: RowMeaning, plan: Plan): Problem[] {
  const { folding, recognised } = meaning;
  const { totals, parts } = meaning;
  const isPartial = recognised.incomplete || folding.troubles.some(({ index }) => index === null);
  if (totals.length === 0 || isPartial || recognised.source.rows === "count") return [];
  return totals.flatMap((total) => {
    const period = meaning.periodOf(total) ?? plan.year.label;
    const ofPeriod = parts.filter((row) => (meaning.periodOf(row) ?? period) === period);
    if (recognised.source.rows === "unit" && hasTwice(ofPeriod, meaning)) return [];
    const checks = scopesOf(total, meaning).map((scope) => {
      const rows = scope === null ? ofPeriod : ofPeriod.filter((row) => meaning.textOf(row, "level") === scope);
      return checkTotal(total, rows, { scope, period }, meaning);
    });
    // Where it may be either, it is what it agrees with in most columns.
    return checks.reduce((best, other) => (other.length < best.length ? other : best), checks[0] ?? []);
  });
}

/** Whether a unit stands twice: that is an error of its own, and every total would disagree because of it. */
function hasTwice(rows: readonly FoldedRow[], meaning: RowMeaning): boolean {
  const units = rows.map((row) => meaning.unitOf(row, true)).filter((unit) => unit !== null && unit !== "unknown");
  return rows.some((row) => row.rows > 1) || new Set(units.map(({ code }) => code)).size < units.length;
}

/** The section that a total is of, `null` for the whole; both where only the sums can tell. */
function scopesOf(total: FoldedRow, meaning: RowMeaning): readonly (string | null)[] {
  const [text = ""] = (meaning.textOf(total, TOTAL_ROW.column) ?? TOTAL_ROW.whole).split(TOTAL_ROW.again);
  if (text === TOTAL_ROW.whole) return [null];
  return text.endsWith(TOTAL_ROW.either) ? [text.slice(0, -TOTAL_ROW.either.length), null] : [text];
}

function checkTotal(
  total: FoldedRow,
  rows: readonly FoldedRow[],
  { scope, period }: { readonly scope: string | null; readonly period: string },
  meaning: RowMeaning,
): Problem[] {
  const { spec, source } = meaning.recognised;
  const unread = new Set(meaning.folding.troubles.map(({ index }) => index));
  return spec.sums.flatMap(({ name, field, index }) => {
    if (unread.has(index)) return [];
    const stated = meaning.sumOf(total, name);
    const sums = rows.map((row) => meaning.sumOf(row, name));
    if (stated === null || stated.reported === 0 || sums.every((sum) => sum?.reported === 0)) return [];
    const sum = sums.reduce((all, one) => all + (one?.total ?? 0), 0);
    const times = stated.reported;
    if (agrees(stated.total, sum, times)) return [];
    const [one, other] = stated.total % times === 0 ? [stated.total / times, sum] : [stated.total, sum * times];
    const named = scope === null ? null : (source.sections?.[scope]?.[0] ?? scope);
    const related = rows.slice(0, MOST_RELATED).map((row) => meaning.locate(row.first, name).at);
    const where = { ...meaning.locate(total.first, name), related };
    return [problem("total-mismatch", { of: field, scope: named, period, stated: one, sum: other }, where)];
  });
}

/**
 * Whether totals that have become one row agree with a sum: each of them, such as one above and one below; or those of
 * pages together, with one of all of them or without.
 */
function agrees(stated: number, sum: number, times: number): boolean {
  return sum === 0 ? stated === 0 : stated >= sum && stated <= sum * times && stated % sum === 0;
}

/** Of the rows that a total adds up, so many are pointed at. */
const MOST_RELATED = 3;
