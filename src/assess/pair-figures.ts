import type { Accumulation, Figure, Plan } from "../model.ts";
import { monthsOf } from "../text/period.ts";
import type { Months, Span } from "../text/period.ts";
import { lastMonths } from "./window.ts";

/** A figure with the months that it covers. */
export interface Spanned {
  readonly figure: Figure;
  readonly span: Span;
  readonly months: Months;
}

/** The figures of one reporter, by measure. */
export type Reported = ReadonlyMap<string, readonly Spanned[]>;

/** What one reporter brings to an indicator. */
export interface Paired {
  /** Its count of each measure; `null` where it brings nothing. */
  readonly counts: ReadonlyMap<string, number> | null;
  /** Months of the window for which it lacks a measure. */
  readonly missing: Months;
  /** Several periods of a `distinct` measure come without the keys that would make their union. */
  readonly keysNeeded: boolean;
}

/** The measures of an indicator by how they run through the year. */
export interface Sides {
  readonly measures: readonly string[];
  /** Sums and unions, which need every month. */
  readonly flows: readonly { readonly measure: string; readonly isUnion: boolean; readonly within: string | null }[];
  readonly openings: readonly string[];
  readonly stocks: readonly string[];
}

export function sidesOf(measures: readonly string[], plan: Plan): Sides {
  const of = (...kinds: Accumulation[]) =>
    measures.filter((measure) => kinds.includes(plan.measures[measure]?.accumulate ?? "sum"));
  const flows = of("sum", "distinct").map((measure) => {
    const { accumulate, within = null } = plan.measures[measure] ?? {};
    return { measure, isUnion: accumulate === "distinct", within };
  });
  return { measures, flows, openings: of("first"), stocks: of("last") };
}

const NONE: readonly Spanned[] = [];

/**
 * Pairs the figures of one reporter over a window: a stretch of months enters only if all flows are there for it, with
 * the openings in the first stretch and the stocks in the last; otherwise it enters neither side and is missing. A
 * reporter without the stocks of the final period brings nothing.
 */
export function pairFigures(reported: Reported, { flows, openings, stocks }: Sides, window: Span): Paired {
  const counts = new Map<string, number>();
  const inWindow = monthsOf(window);
  const final = lastMonths(window);
  let missing: Months = 0;
  let inner: Months = 0;
  for (const { measure } of flows) {
    let covered: Months = 0;
    for (const { months } of reported.get(measure) ?? NONE) {
      if ((months & ~inWindow) !== 0) continue;
      covered |= months;
      inner |= months & (months << 1);
    }
    missing |= inWindow & ~covered;
  }
  for (const measure of openings) {
    const found = shortest(reported.get(measure), ({ start }) => start === window.start);
    if (found === null) missing |= 1 << window.start;
    else counts.set(measure, found.count);
  }
  let hasStocks = true;
  for (const measure of stocks) {
    const found = shortest(reported.get(measure), ({ end }) => end === window.end);
    if (found === null) hasStocks = false;
    else counts.set(measure, found.count);
  }
  if (!hasStocks) missing |= final;
  missing = wholeStretches(missing, inner);
  const enters = hasStocks && (flows.length > 0 ? missing !== inWindow : missing === 0);
  if (!enters) return { counts: null, missing, keysNeeded: false };

  let keysNeeded = false;
  for (const { measure, isUnion, within } of flows) {
    const entering = (reported.get(measure) ?? NONE).filter(({ months }) => (months & ~(inWindow & ~missing)) === 0);
    const limit = within === null ? undefined : shortest(reported.get(within), ({ end }) => end === window.end);
    const count = isUnion ? sizeOfUnion(entering, limit) : entering.reduce((sum, { figure }) => sum + figure.count, 0);
    counts.set(measure, count ?? 0);
    keysNeeded ||= count === null;
  }
  return { counts, missing, keysNeeded };
}

/** A figure enters whole or not at all: months spread over every stretch that a figure (`inner` borders) holds together. */
function wholeStretches(months: Months, inner: Months): Months {
  for (let before = -1; before !== months; ) {
    before = months;
    months |= ((months << 1) & inner) | ((months & inner) >> 1);
  }
  return months;
}

function shortest(figures: readonly Spanned[] = NONE, fits: (span: Span) => boolean): Figure | null {
  let found: Spanned | null = null;
  for (const one of figures) {
    if (fits(one.span) && (found === null || lengthOf(one.span) < lengthOf(found.span))) found = one;
  }
  return found?.figure ?? null;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The size of the union of keys, within those of a stock where there is one; `null` where keys are lacking. */
function sizeOfUnion(figures: readonly Spanned[], limit: Figure | null | undefined): number | null {
  const [first, second] = figures;
  const limited = limit !== undefined;
  const limiting = limit?.keys ?? null;
  if (figures.some(({ figure }) => figure.keys === null) || (limited && limiting === null)) {
    return first !== undefined && second === undefined ? first.figure.count : null;
  }
  const union = new Set<string>();
  for (const { figure } of figures) {
    for (const key of figure.keys ?? []) if (limiting === null || limiting.has(key)) union.add(key);
  }
  return union.size;
}
