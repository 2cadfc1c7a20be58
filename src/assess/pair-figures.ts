import type { Accumulation, Figure, Plan } from "../model.ts";
import { monthsOf } from "../text/period.ts";
import type { Months, Span } from "../text/period.ts";
import { lastMonths } from "./window.ts";

/** The figures of one reporter, by measure. */
export type Reported = (measure: string) => readonly Figure[];

/** What one reporter brings to an indicator. */
export interface Paired {
  /** Its count of each measure; `null` where it brings nothing. */
  readonly counts: ReadonlyMap<string, number> | null;
  /** The figures behind those counts, by measure: nothing else enters. */
  readonly entering: ReadonlyMap<string, readonly Figure[]>;
  /** Months of the window for which it lacks a measure. */
  readonly missing: Months;
  /** The same by measure: which it lacks, and when. */
  readonly lacking: ReadonlyMap<string, Months>;
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

/**
 * Pairs the figures of one reporter over a window: a stretch of months enters only if all flows are there for it, with
 * the openings in the first stretch and the stocks in the last; otherwise it enters neither side and is missing. A
 * reporter without the stocks of the final period brings nothing.
 */
export function pairFigures(figures: Reported, { flows, openings, stocks }: Sides, window: Span): Paired {
  const counts = new Map<string, number>();
  const entering = new Map<string, readonly Figure[]>();
  const lacking = new Map<string, Months>();
  const inWindow = monthsOf(window);
  const reported: Reported = (measure) => withoutEarlier(figures(measure), inWindow);
  let missing: Months = 0;
  let inner: Months = 0;
  const lack = (measure: string, months: Months) => {
    if (months !== 0) lacking.set(measure, months);
    missing |= months;
  };
  const bring = (measure: string, found: Figure) => {
    counts.set(measure, found.count);
    entering.set(measure, [found]);
  };
  for (const { measure } of flows) {
    let covered: Months = 0;
    for (const { months } of reported(measure)) {
      if ((months & ~inWindow) !== 0) continue;
      covered |= months;
      inner |= months & (months << 1);
    }
    lack(measure, inWindow & ~covered);
  }
  for (const measure of openings) {
    const found = openingOf(reported(measure), window);
    if (found === null) lack(measure, 1 << window.start);
    else bring(measure, found);
  }
  let hasStocks = true;
  for (const measure of stocks) {
    const found = stockOf(reported(measure), window);
    if (found === null) hasStocks = false;
    if (found === null) lack(measure, lastMonths(window));
    else bring(measure, found);
  }
  missing = wholeStretches(missing, inner);
  // What the first stretch does not bring, it does not open with either.
  if ((missing & (1 << window.start)) !== 0) {
    for (const measure of openings) {
      counts.set(measure, 0);
      entering.delete(measure);
    }
  }
  const enters = hasStocks && (flows.length > 0 ? missing !== inWindow : missing === 0);
  if (!enters) return { counts: null, entering: NOTHING, missing, lacking, keysNeeded: false };

  let keysNeeded = false;
  const complete = inWindow & ~missing;
  for (const { measure, isUnion, within } of flows) {
    const found = reported(measure).filter(({ months }) => months !== 0 && (months & ~complete) === 0);
    entering.set(measure, found);
    const limit = within === null ? undefined : stockOf(reported(within), window);
    const count = isUnion ? sizeOfUnion(found, limit, inWindow) : found.reduce((sum, figure) => sum + figure.count, 0);
    counts.set(measure, count ?? 0);
    keysNeeded ||= count === null;
  }
  return { counts, entering, missing, lacking, keysNeeded };
}

const NOTHING: ReadonlyMap<string, readonly Figure[]> = new Map();

/** Of figures from the start of the year on, only the latest of the window counts: it holds the earlier ones. */
function withoutEarlier(figures: readonly Figure[], inWindow: Months): readonly Figure[] {
  if (!figures.some(({ cumulative }) => cumulative)) return figures;
  const entering = figures.filter(({ cumulative, months }) => cumulative && (months & ~inWindow) === 0);
  const latest = entering.reduce((most, { months }) => Math.max(most, months), 0);
  const last = entering.find(({ months }) => months === latest);
  return figures.filter((figure) => !figure.cumulative || figure === last);
}

/** A figure enters whole or not at all: months spread over every stretch that a figure (`inner` borders) holds together. */
function wholeStretches(months: Months, inner: Months): Months {
  const spread = months | ((months << 1) & inner) | ((months & inner) >> 1);
  return spread === months ? months : wholeStretches(spread, inner);
}

/** The shortest figure that ends with the window. */
function stockOf(figures: readonly Figure[], { end }: Span): Figure | null {
  return shortest(figures, (months) => months >>> (end - 1) === 1);
}

/** The shortest figure that begins with the window. */
function openingOf(figures: readonly Figure[], { start }: Span): Figure | null {
  return shortest(figures, (months) => (months & -months) === 1 << start);
}

function shortest(figures: readonly Figure[], fits: (months: Months) => boolean): Figure | null {
  let found: Figure | null = null;
  for (const figure of figures) {
    // Of stretches with a common end, the shorter is a part of the longer.
    if (fits(figure.months) && (found === null || (figure.months & ~found.months) === 0)) found = figure;
  }
  return found;
}

/**
 * The size of the union of keys, within those of a stock where there is one; `null` where keys are lacking. One plain
 * count that covers the window needs none.
 */
function sizeOfUnion(figures: readonly Figure[], limit: Figure | null | undefined, inWindow: Months): number | null {
  const [first, second] = figures;
  const limiting = limit?.keys ?? null;
  if (figures.some(({ keys }) => keys === null) || (limit !== undefined && limiting === null)) {
    return second === undefined && first?.months === inWindow ? first.count : null;
  }
  const union = new Set<string>();
  for (const { keys } of figures) {
    for (const key of keys ?? []) if (limiting === null || limiting.has(key)) union.add(key);
  }
  return union.size;
}
