import type { Contribution, Figure, Indicator, Plan, Reporter, ScopedTarget, Tally } from "../model.ts";
import { reporterId } from "../model.ts";
import { clip } from "./assess.ts";
import { contextOf, evaluate, measuresOf } from "./evaluate.ts";
import type { Lack } from "./evaluate.ts";
import type { Scope } from "./stay.ts";
import type { Window } from "./window.ts";

/** What a plan was assessed over. */
export interface Assessed {
  readonly plan: Plan;
  readonly tally: Tally;
  readonly window: Window;
  readonly untrusted: ReadonlySet<string>;
}

/** A figure that entered an indicator, and whom it stands for: a zero that holds for all stands for each. */
export interface Entry {
  readonly reporter: Reporter;
  readonly figure: Figure;
}

/** What entered an indicator, and who lacks what of it. */
export interface Entries {
  readonly entered: readonly Entry[];
  /** What the figures of each reporter come to: a sum, a stock, the size of a union. */
  readonly totals: readonly { readonly reporter: Reporter; readonly measure: string; readonly count: number }[];
  readonly lacks: readonly Lack[];
}

/** The figures behind every indicator's results, by its id: in the order of reporters, measures and periods. */
export function contributionsOf(assessed: Assessed): ReadonlyMap<string, readonly Contribution[]> {
  return new Map(
    assessed.plan.indicators.map((indicator) => [
      indicator.id,
      entriesOf(indicator, indicator.targets, assessed).entered.map(contributionOf),
    ]),
  );
}

/** An entry with the place of its row, or of the first of several. */
export function contributionOf({ reporter, figure }: Entry): Contribution {
  const { unit, level } = reporter;
  const { measure, period, count, origin } = figure;
  return {
    measure,
    unit,
    level,
    period,
    count,
    at: origin.table.locate(origin.row, null, null).at,
    stated: reporterId(figure) === reporterId(reporter),
  };
}

/** The figures behind the results of an indicator for some scopes; none where errors could change them. */
export function entriesOf(
  indicator: Indicator,
  scopes: readonly (Scope | ScopedTarget)[],
  { plan, tally, window, untrusted }: Assessed,
): Entries {
  const clipped = clip(indicator, window, plan);
  const measures = measuresOf(indicator, plan);
  if (clipped === null || measures.some((measure) => untrusted.has(measure)))
    return { entered: [], totals: [], lacks: [] };
  const context = contextOf(plan, tally);
  const evaluations = scopes.map((scope) => evaluate(indicator, scope, clipped.span, context));
  const shares = evaluations.flatMap((evaluation) => evaluation.shares);
  return {
    entered: eachOnce(
      shares.flatMap(({ reporter, entering }) =>
        measures.flatMap((measure) => inOrder(entering.get(measure) ?? []).map((figure) => ({ reporter, figure }))),
      ),
      ({ reporter, figure: { measure, period } }) => `${reporterId(reporter)}\0${measure}\0${period}`,
    ),
    totals: eachOnce(
      shares.flatMap(({ reporter, stay, counts }) =>
        measures.flatMap((measure) => {
          const count = counts.get(measure);
          return count === undefined ? [] : [{ reporter, stay, measure, count }];
        }),
      ),
      ({ reporter, stay, measure }) => `${reporterId(reporter)}\0${stay.months}\0${measure}`,
    ).map(({ reporter, measure, count }) => ({ reporter, measure, count })),
    lacks: eachOnce(
      evaluations.flatMap(({ lacks }) => lacks),
      ({ reporter, lacking }) => `${reporterId(reporter)}\0${[...lacking].flat().join()}`,
    ),
  };
}

/** Targets may overlap: a unit's own beside that of all. And a unit that changes its level is part of two. */
function eachOnce<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function inOrder(figures: readonly Figure[]): readonly Figure[] {
  return [...figures].sort((a, b) => (a.months & -a.months) - (b.months & -b.months) || b.months - a.months);
}
