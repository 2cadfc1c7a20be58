import { reporterId } from "../model.ts";
import type { Figure, Indicator, LeftOutReason } from "../model.ts";
import { monthsOf } from "../text/period.ts";
import { clip } from "./assess.ts";
import type { Assessed, Entry } from "./contributions.ts";
import { isInScope, measuresOf } from "./evaluate.ts";
import type { Scope } from "./evaluate.ts";

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
      if (scopes.some((scope) => isInScope(figure, indicator, scope, tally.units)))
        return [{ figure, reason: reasonOf(figure) }];
      const asked = !narrowed || scopes.some((scope) => isInScope(figure, toAll, scope, tally.units));
      return asked ? [{ figure, reason: "outside-scope" }] : [];
    }),
  );
}

const ALL = { levels: null, units: null, from: null, until: null } as const;
