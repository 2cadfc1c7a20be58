import type { Amendment, Indicator, Plan } from "../model.ts";
import { spanOf } from "../text/period.ts";
import type { Span } from "../text/period.ts";

/**
 * The plan as it reads at the end of a window: with what later decisions have changed, added and withdrawn by then, and
 * with those decisions alone. The whole window is held against it, as far back as it goes.
 */
export function planInForce(plan: Plan, { end }: Span): Plan {
  const amendments = plan.amendments.filter(({ effective }) => (spanOf(effective, plan.year)?.start ?? 0) < end);
  return { ...plan, amendments, indicators: amendments.reduce(amended, plan.indicators) };
}

/** The indicators after one decision, in the order of the plan: what is added stands last in its group. */
function amended(
  indicators: readonly Indicator[],
  { number, changed, added, withdrawn }: Amendment,
): readonly Indicator[] {
  const kept = indicators
    .filter(({ id }) => !added.some((one) => one.id === id))
    .map((indicator) => changed.find(({ id }) => id === indicator.id) ?? indicator)
    .map((indicator) => (withdrawn.includes(indicator.id) ? { ...indicator, withdrawnBy: number } : indicator));
  return added.reduce(withLastInGroup, kept);
}

function withLastInGroup(indicators: readonly Indicator[], added: Indicator): readonly Indicator[] {
  const last = indicators.findLastIndex(({ group }) => group === added.group);
  return indicators.toSpliced(last < 0 ? indicators.length : last + 1, 0, added);
}
