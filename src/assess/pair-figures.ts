import type { Accumulation, Figure, Plan } from "../model.ts";
import { monthsOf } from "../text/period.ts";
import type { Months, Span } from "../text/period.ts";
import type { Stay } from "./stay.ts";
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

/** What a reporter's figures are held against. */
export interface Stretch {
  readonly window: Span;
  /** The month of the openings: the window's first, or a later one where nobody of the scope was there before. */
  readonly opens: number;
  readonly stay: Stay;
}

/** The months in which a reporter must be there to bring anything. */
export function monthsNeeded({ flows, openings, stocks }: Sides, window: Span, opens: number): Months {
  if (flows.length > 0) return monthsOf(window);
  return (openings.length > 0 ? 1 << opens : 0) | (stocks.length > 0 ? 1 << (window.end - 1) : 0);
}

/**
 * Pairs the figures of one reporter over a window: a stretch of months enters only if all flows are there for it, with
 * the openings in the first stretch and the stocks in the last; otherwise it enters neither side and is missing. A
 * reporter without the stocks of the final period brings nothing. For months in which it does not exist nothing is due:
 * who came later opens with nothing, since what it took over was counted there, and who is gone has no stock.
 */
export function pairFigures(figures: Reported, { flows, openings, stocks }: Sides, stretch: Stretch): Paired {
  const { window, opens, stay } = stretch;
  const counts = new Map<string, number>();
  const entering = new Map<string, readonly Figure[]>();
  const lacking = new Map<string, Months>();
  const inWindow = monthsOf(window);
  const own = stay.months & inWindow;
  const reported: Reported = (measure) => withoutEarlier(figures(measure), inWindow);
  /** The months that a figure speaks for: a year's figure of a unit that ended in June is that of its half-year. */
  const monthsFor = ({ months }: Figure) => {
    if ((months & stay.elsewhere) !== 0) return 0;
    return (months & ~inWindow) === 0 ? months & own : months;
  };
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
  const reportedFlows = flows.map((flow) => {
    const all = reported(flow.measure);
    let covered: Months = 0;
    for (const figure of all) {
      const months = monthsFor(figure);
      if ((months & ~inWindow) !== 0) continue;
      covered |= months;
      inner |= months & (months << 1);
    }
    return { ...flow, all, covered };
  });
  // Of a month that it has only in part, nothing is due; but what it reports of it is paired as well.
  const due = reportedFlows.reduce((months, { covered }) => months | covered, stay.whole & inWindow);
  for (const { measure, covered } of reportedFlows) lack(measure, due & ~covered);
  for (const measure of openings) {
    const found = shortest(reported(measure), (figure) => {
      const months = monthsFor(figure);
      return (months & -months) === 1 << opens;
    });
    if (found === null) lack(measure, stay.whole & (1 << opens));
    else bring(measure, found);
  }
  let hasStocks = true;
  const last = 1 << (window.end - 1);
  for (const measure of (own & last) === 0 ? [] : stocks) {
    const found = stockOf(reported(measure), window);
    if (found !== null) bring(measure, found);
    else if ((stay.whole & last) !== 0) {
      hasStocks = false;
      lack(measure, lastMonths(window) & stay.months);
    }
  }
  missing = wholeStretches(missing, inner);
  // What the first stretch does not bring, it does not open with either.
  if ((missing & (1 << opens)) !== 0) {
    for (const measure of openings) {
      counts.set(measure, 0);
      entering.delete(measure);
    }
  }
  const enters = hasStocks && (flows.length > 0 ? (due & ~missing) !== 0 : missing === 0);
  if (!enters) return { counts: null, entering: NOTHING, missing, lacking, keysNeeded: false };

  let keysNeeded = false;
  const complete = due & ~missing;
  for (const { measure, isUnion, within, all } of reportedFlows) {
    // Who is gone at the end has none of the stock that would limit the union.
    const isGone = within !== null && (own & last) === 0;
    const found = (isGone ? [] : all).filter((figure) => {
      const months = monthsFor(figure);
      return months !== 0 && (months & ~complete) === 0;
    });
    entering.set(measure, found);
    const limit = within === null ? undefined : stockOf(reported(within), window);
    const isAlone = found[1] === undefined && found[0] !== undefined && monthsFor(found[0]) === own;
    const count =
      isUnion && !isGone ? sizeOfUnion(found, limit, isAlone) : found.reduce((sum, figure) => sum + figure.count, 0);
    counts.set(measure, count ?? 0);
    keysNeeded ||= count === null;
  }
  return { counts, entering, missing, lacking, keysNeeded };
}

const NOTHING: ReadonlyMap<string, readonly Figure[]> = new Map();

const isCumulative = ({ cumulative }: Figure) => cumulative;

/** Of figures from the start of the year on, only the latest of the window counts: it holds the earlier ones. */
function withoutEarlier(figures: readonly Figure[], inWindow: Months): readonly Figure[] {
  if (!figures.some(isCumulative)) return figures;
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
  return shortest(figures, ({ months }) => months >>> (end - 1) === 1);
}

function shortest(figures: readonly Figure[], fits: (figure: Figure) => boolean): Figure | null {
  let found: Figure | null = null;
  for (const figure of figures) {
    // Of stretches with a common end, the shorter is a part of the longer.
    if (fits(figure) && (found === null || (figure.months & ~found.months) === 0)) found = figure;
  }
  return found;
}

/**
 * The size of the union of keys, within those of a stock where there is one; `null` where keys are lacking. One plain
 * count that covers the window (`isAlone`) needs none.
 */
function sizeOfUnion(figures: readonly Figure[], limit: Figure | null | undefined, isAlone: boolean): number | null {
  const limiting = limit?.keys ?? null;
  if (figures.some(({ keys }) => keys === null) || (limit !== undefined && limiting === null)) {
    return isAlone ? (figures[0]?.count ?? 0) : null;
  }
  const union = new Set<string>();
  for (const { keys } of figures) {
    for (const key of keys ?? []) if (limiting === null || limiting.has(key)) union.add(key);
  }
  return union.size;
}
