import { indicatorsOfYear } from "../model.ts";
import type { Plan, Tally } from "../model.ts";
import { canonicalPeriods, contains, spanOf } from "../text/period.ts";
import type { Period, Span } from "../text/period.ts";
import { measuresOf } from "./evaluate.ts";

/** The periods of a trend: equally long, and what is left before the end of the last one in shorter ones. */
export interface TrendPeriods {
  readonly periods: readonly Period[];
  /** How many months each of the equally long ones has. */
  readonly months: number;
}

/** Lengths of periods in months, in the order in which they are preferred: most plans report by quarter. */
const LENGTHS = [3, 1, 6, 12] as const;

/**
 * The quarters of the plan's year up to a month, from the first with data on; single months where all data come by
 * month, and half-years or the year where nothing shorter is there. A quarter without data between two others stays.
 */
export function trendPeriods(tally: Tally, plan: Plan, end: number): TrendPeriods {
  const spans = spansByMeasure(tally, plan).map((found) => found.filter((span) => span.end <= end));
  const months = LENGTHS.find((length) => spans.some((found) => lengthOf(found) === length)) ?? 3;
  const first = Math.min(...spans.flat().map(({ start }) => start));
  if (!Number.isFinite(first)) return { periods: [], months };
  const start = first - (first % months);
  return { periods: named({ start, end }, months, plan), months };
}

/** What the figures of each measure cover. */
function spansByMeasure({ figures, covered }: Tally, plan: Plan): Span[][] {
  const used = new Set(indicatorsOfYear(plan).flatMap((indicator) => measuresOf(indicator, plan)));
  return [...used].map((measure) => {
    const all = [...(figures.get(measure)?.values() ?? []), covered.get(measure) ?? []].flat();
    return [...new Set(all.map(({ period }) => period))].flatMap((period) => spanOf(period, plan.year) ?? []);
  });
}

/** The longest equal length that all of these spans are made of; 0 of none. Figures of the year to date have theirs too. */
function lengthOf(spans: readonly Span[]): number {
  const all = spans.flatMap(({ start, end }) => [start, end]).reduce(greatestCommonDivisor, 0);
  return all === 2 || all === 4 ? 1 : all === 9 ? 3 : all;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A stretch as periods of so many months, and its rest in the longest that there are. */
function named({ start, end }: Span, months: number, { year }: Plan): Period[] {
  const known = canonicalPeriods(year).flatMap((period) => {
    const span = spanOf(period, year);
    return span === null || period.endsWith("-9M") ? [] : [{ period, span }];
  });
  const periods: Period[] = [];
  for (let from = start; from < end;) {
    const next = known
      .filter(({ span }) => span.start === from && span.end - span.start <= months && contains({ start, end }, span))
      .sort((a, b) => b.span.end - a.span.end)[0];
    if (next === undefined) return periods;
    periods.push(next.period);
    from = next.span.end;
  }
  return periods;
}
