import type { Figure, Plan } from "../model.ts";
import { contains, monthsOf } from "../text/period.ts";
import type { Span } from "../text/period.ts";
import { lastMonths } from "./window.ts";

/** A figure with the months that it covers. */
export interface Spanned {
  readonly figure: Figure;
  readonly span: Span;
}

/** The figures of one reporter, by measure. */
export type Reported = ReadonlyMap<string, readonly Spanned[]>;

/** What one reporter brings to an indicator. */
export interface Paired {
  /** Its count of each measure; `null` where it brings nothing. */
  readonly counts: ReadonlyMap<string, number> | null;
  /** Months of the window for which it lacks a measure. */
  readonly missing: readonly number[];
  /** Several periods of a `distinct` measure come without the keys that would make their union. */
  readonly keysNeeded: boolean;
}

interface Sides {
  /** Sums and unions, which need every month. */
  readonly flows: readonly string[];
  readonly openings: readonly string[];
  readonly stocks: readonly string[];
}

/**
 * Pairs the figures of one reporter over a window: a stretch of months enters only if all flows are there for it, with
 * the openings in the first stretch and the stocks in the last; otherwise it enters neither side and is missing. A
 * reporter without the stocks of the final period brings nothing.
 */
export function pairFigures(reported: Reported, measures: readonly string[], window: Span, plan: Plan): Paired {
  const sides = sidesOf(measures, plan);
  const opening = new Map(
    sides.openings.map((measure) => [measure, shortest(reported.get(measure), ({ start }) => start === window.start)]),
  );
  const stock = new Map(
    sides.stocks.map((measure) => [measure, shortest(reported.get(measure), ({ end }) => end === window.end)]),
  );
  const hasOpening = [...opening.values()].every((found) => found !== null);
  const hasStock = [...stock.values()].every((found) => found !== null);

  const within = new Map(
    sides.flows.map((measure) => [measure, (reported.get(measure) ?? []).filter(({ span }) => contains(window, span))]),
  );
  const blocks = sides.flows.length > 0 ? blocksOf(window, [...within.values()].flat()) : [window];
  const isComplete = (block: Span): boolean =>
    [...within.values()].every((found) => covered(found, block) === block.end - block.start) &&
    (block.start > window.start || hasOpening) &&
    (block.end < window.end || hasStock);
  const complete = blocks.filter(isComplete);
  const missing = sides.flows.length > 0 ? blocks.filter((block) => !complete.includes(block)).flatMap(monthsOf) : [];
  if (!hasStock) return { counts: null, missing: sorted([...missing, ...lastMonths(window)]), keysNeeded: false };
  if (complete.length === 0)
    return { counts: null, missing: sides.flows.length > 0 ? missing : lastMonths(window), keysNeeded: false };

  const counts = new Map<string, number>();
  let keysNeeded = false;
  for (const [measure, found] of [...opening, ...stock]) counts.set(measure, found?.count ?? 0);
  for (const [measure, found] of within) {
    const entering = found.flatMap(({ figure, span }) =>
      complete.some((block) => contains(block, span)) ? [figure] : [],
    );
    const { accumulate, within: limit = null } = plan.measures[measure] ?? { accumulate: "sum" };
    const count =
      accumulate === "distinct"
        ? union(entering, limit === null ? undefined : shortest(reported.get(limit), ({ end }) => end === window.end))
        : sum(entering);
    counts.set(measure, count ?? 0);
    keysNeeded ||= count === null;
  }
  return { counts, missing, keysNeeded };
}

function sidesOf(measures: readonly string[], plan: Plan): Sides {
  const of = (...kinds: string[]) =>
    measures.filter((measure) => kinds.includes(plan.measures[measure]?.accumulate ?? "sum"));
  return { flows: of("sum", "distinct"), openings: of("first"), stocks: of("last") };
}

/** The shortest stretches of months whose borders lie within no figure. */
function blocksOf({ start, end }: Span, figures: readonly Spanned[]): Span[] {
  const cuts = monthsOf({ start, end }).filter(
    (month) => !figures.some(({ span }) => span.start < month && month < span.end),
  );
  return cuts.map((cut, index) => ({ start: cut, end: cuts[index + 1] ?? end }));
}

function covered(figures: readonly Spanned[], block: Span): number {
  return figures.reduce((months, { span }) => months + (contains(block, span) ? span.end - span.start : 0), 0);
}

function shortest(figures: readonly Spanned[] = [], fits: (span: Span) => boolean): Figure | null {
  const [found] = figures
    .filter(({ span }) => fits(span))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return found?.figure ?? null;
}

function sum(figures: readonly Figure[]): number {
  return figures.reduce((total, { count }) => total + count, 0);
}

/** The size of the union of keys, within those of a stock where there is one; `null` where keys are lacking. */
function union(figures: readonly Figure[], limit: Figure | null | undefined): number | null {
  const [first, second] = figures;
  const hasKeys = figures.every(({ keys }) => keys !== null) && (limit === undefined || (limit?.keys ?? null) !== null);
  if (!hasKeys) return first !== undefined && second === undefined ? first.count : null;
  const keys = new Set(figures.flatMap((figure) => [...(figure.keys ?? [])]));
  const limiting = limit?.keys ?? null;
  return limiting === null ? keys.size : [...keys].filter((key) => limiting.has(key)).length;
}

function sorted(months: readonly number[]): number[] {
  return [...new Set(months)].sort((a, b) => a - b);
}
