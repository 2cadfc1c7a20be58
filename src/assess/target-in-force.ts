import type { Indicator, Plan, ScopedTarget } from "../model.ts";
import { datesOf, spanOf } from "../text/period.ts";
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
  const ahead = milestones
    .map((milestone) => ({ ...milestone, span: spanOf(milestone.until, year) }))
    .find((milestone) => milestone.span !== null && milestone.span.end >= span.end);
  const dueSpan = ahead?.span ?? (by === null ? null : spanOf(by, year)) ?? { start: 0, end: 12 };
  return { operator, values: ahead?.values ?? values, due: datesOf(dueSpan, year).until };
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
