import { reporterId } from "../model.ts";
import type { Figure, Indicator, LeftOutReason } from "../model.ts";
import { monthsOf } from "../text/period.ts";
import { clip } from "./assess.ts";
import type { Assessed, Entry } from "./contributions.ts";
import { measuresOf } from "./evaluate.ts";
import { stayOf } from "./stay.ts";
import type { Scope, Stay } from "./stay.ts";

export interface LeftOut {
  readonly figure: Figure;
  readonly reason: LeftOutReason;
}

/**
 * The figures that the tally holds and the indicator does not count, each with the reason. Where the scopes are narrower
 * than what the plan asks (`narrowed`), nobody else's are looked at.
 */
export function leftOut(
  indicator: Indicator,
  { scopes, narrowed }: { readonly scopes: readonly Scope[]; readonly narrowed: boolean },
  entered: readonly Entry[],
  { plan, tally, window }: Assessed,
): readonly LeftOut[] {
  const counted = new Set(entered.map(({ figure }) => figure));
  const toAll = { ...indicator, applies: ALL };
  const span = clip(indicator, window, plan)?.span ?? null;
  const months = span === null ? 0 : monthsOf(span);
  const brings = new Set(entered.map(({ reporter }) => reporterId(reporter)));
  const reasonOf = (figure: Figure): LeftOutReason => {
    if (indicator.withdrawnBy !== null) return "outside-scope";
    if (figure.lacking) return "lacking";
    if (figure.months === 0 || (figure.months & ~months) !== 0) return "outside-window";
    const accumulate = plan.measures[figure.measure]?.accumulate ?? "sum";
    if ((accumulate === "first" || accumulate === "last") && brings.has(reporterId(figure))) return "other-period";
    const latest = entered.some((one) => one.figure.cumulative && reporterId(one.reporter) === reporterId(figure));
    return figure.cumulative && latest ? "superseded" : "unpaired";
  };
  return measuresOf(indicator, plan).flatMap((measure) =>
    [...(tally.figures.get(measure)?.values() ?? [])].flat().flatMap((figure): LeftOut[] => {
      if (counted.has(figure)) return [];
      const isOf = (one: Indicator) =>
        scopes.some((scope) => isWithin(figure, stayOf(figure, one, scope, tally.units)));
      if (isOf(indicator)) return [{ figure, reason: reasonOf(figure) }];
      const asked = !narrowed || isOf(toAll);
      return asked ? [{ figure, reason: "outside-scope" }] : [];
    }),
  );
}

/** Whether a figure is of a scope at its time; one of another year has none. */
function isWithin({ months }: Figure, stay: Stay): boolean {
  return stay.months !== 0 && (months === 0 || (months & stay.months) !== 0);
}

const ALL = { levels: null, units: null, from: null, until: null } as const;
