import type { Indicator, Reporter, Tally } from "../model.ts";
import { ALL_MONTHS } from "../text/period.ts";
import type { Months } from "../text/period.ts";

/** Whom a result is about: all, a level, a unit, or a unit while it is of a level. */
export interface Scope {
  readonly level: string | null;
  readonly unit: string | null;
}

/** When a reporter belongs to a scope. */
export interface Stay {
  /** The months of the year that it has a part in. */
  readonly months: Months;
  /** Those that it has whole, for which it is expected to report. */
  readonly whole: Months;
  /** Those in which it belongs to another one: a figure that reaches into them is not of this scope alone. */
  readonly elsewhere: Months;
}

/** When a reporter belongs to a scope and the indicator applies to it: all year, unless the roster says otherwise. */
export function stayOf({ unit, level }: Reporter, { applies }: Indicator, scope: Scope, units: Tally["units"]): Stay {
  if (applies.units !== null && unit !== null && !applies.units.includes(unit)) return NEVER;
  if (scope.unit !== null && unit !== scope.unit) return NEVER;
  const belongs = (own: string | null) => {
    if (applies.levels !== null && !(own === null ? unit === null : applies.levels.includes(own))) return false;
    return scope.level === null || own === scope.level;
  };
  const known = unit === null ? undefined : units.get(unit);
  const terms = known?.terms ?? null;
  if (terms === null) return belongs(unit === null ? level : (known?.level ?? null)) ? ALWAYS : NEVER;
  return terms.reduce<Stay>(
    ({ months, whole, elsewhere }, term) =>
      belongs(term.level)
        ? { months: months | term.months, whole: whole | term.whole, elsewhere }
        : { months, whole, elsewhere: elsewhere | term.months },
    NEVER,
  );
}

const NEVER: Stay = { months: 0, whole: 0, elsewhere: 0 };
const ALWAYS: Stay = { months: ALL_MONTHS, whole: ALL_MONTHS, elsewhere: 0 };

/** Whether a reporter ever belongs to a scope, and the indicator applies to it. */
export function isInScope(reporter: Reporter, indicator: Indicator, scope: Scope, units: Tally["units"]): boolean {
  return stayOf(reporter, indicator, scope, units).months !== 0;
}
