import type { Balance, FoldedRow, Plan } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { groupBy } from "../text/group-by.ts";
import { spanOf } from "../text/period.ts";
import type { Period, Span } from "../text/period.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** A row with whom it is of and when. */
interface Dated {
  readonly meaning: RowMeaning;
  readonly row: FoldedRow;
  readonly unit: string | null;
  readonly period: Period;
  readonly span: Span;
}

/** What a period carries over, against what was pending at the end of the one before: `carried = previous pending`. */
export function carriedOver(files: readonly RowMeaning[], plan: Plan): Problem[] {
  const bySource = groupBy(
    files.filter(({ recognised: { source } }) => source.balance.some(({ previous }) => previous)),
    ({ recognised: { source } }) => source,
  );
  return [...bySource].flatMap(([{ balance }, meanings]) => {
    const series = groupBy(
      meanings.flatMap((meaning) => meaning.parts.flatMap((row) => dated(row, meaning, plan))),
      ({ meaning, row, unit }) => JSON.stringify([unit, ...whatItIs(row, meaning)]),
    );
    const equations = balance.filter(({ previous }) => previous);
    return [...series.values()].flatMap((rows) =>
      rows.flatMap((row) => {
        const before = rows.filter(({ span }) => span.end === row.span.start);
        const [last] = before.sort((a, b) => distance(a.span, row.span) - distance(b.span, row.span));
        return last === undefined ? [] : equations.flatMap((equation) => compare(row, last, equation));
      }),
    );
  });
}

function dated(row: FoldedRow, meaning: RowMeaning, plan: Plan): Dated[] {
  const unit = meaning.unitOf(row, meaning.hasUnits);
  const period = meaning.periodOf(row);
  const span = period === null ? null : spanOf(period, plan.year);
  return unit === "unknown" || period === null || span === null
    ? []
    : [{ meaning, row, unit: unit?.code ?? null, period, span }];
}

/** The texts of a row that say what it counts, such as its field of work. */
function whatItIs(row: FoldedRow, { recognised: { spec, source } }: RowMeaning): unknown[] {
  return spec.classes.flatMap(({ name }, position) =>
    ["unit", "period", "level"].includes(name) || (source.columns[name]?.rate ?? null) !== null
      ? []
      : [row.classes[position]],
  );
}

/** A quarter follows a quarter rather than a month. */
function distance(one: Span, other: Span): number {
  return Math.abs(one.end - one.start - (other.end - other.start));
}

function compare(now: Dated, last: Dated, { left, terms }: Balance): Problem[] {
  const carried = now.meaning.sumOf(now.row, left);
  const sums = terms.map(({ column, factor }) => ({ column, factor, sum: last.meaning.sumOf(last.row, column) }));
  if (carried === null || carried.reported === 0 || sums.some(({ sum }) => sum === null || sum.reported === 0))
    return [];
  const pending = sums.reduce((total, { factor, sum }) => total + factor * (sum?.total ?? 0), 0);
  if (pending === carried.total) return [];
  const { unit, period } = now;
  const related = sums.map(({ column }) => last.meaning.locate(last.row.first, column).at);
  const where = { ...now.meaning.locate(now.row.first, left), related };
  return [problem("carried-mismatch", { unit, carried: carried.total, pending, period, before: last.period }, where)];
}
