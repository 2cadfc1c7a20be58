import type { Indicator, Plan, ScopedTarget } from "../model.ts";
import { dueDay } from "../text/due-day.ts";
import { datesOf, daysOf } from "../text/period.ts";
import type { IsoDate } from "../text/date.ts";
import type { Window } from "./window.ts";

/** A target's values at the end of a window, and the day on which they are due. */
export interface TargetInForce {
  readonly operator: ScopedTarget["operator"];
  readonly values: readonly string[];
  readonly due: IsoDate;
}

/** The milestone that is still ahead, or the target itself. */
export function targetInForce(
  { operator, values, by, milestones }: ScopedTarget,
  { span }: Window,
  { year }: Plan,
): TargetInForce {
  const { until } = datesOf(span, year);
  const ahead = milestones.find((milestone) => daysOf(milestone.until, year).until >= until);
  return { operator, values: ahead?.values ?? values, due: dueDay(ahead?.until ?? by, year) };
}

/** The target that holds for a unit or a level: its own, its level's, or the one for all. */
export function targetFor({ targets }: Indicator, unit: string | null, level: string | null): ScopedTarget | null {
  return (
    targets.find((target) => target.unit !== null && target.unit === unit) ??
    targets.find((target) => target.unit === null && target.level !== null && target.level === level) ??
    targets.find((target) => target.unit === null && target.level === null) ??
    null
  );
}
