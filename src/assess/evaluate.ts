import { measuresNamed, reporterId } from "../model.ts";
import type { Coverage, Figure, Formula, Indicator, Plan, Reporter, Tally } from "../model.ts";
import { monthsOf, periodsOf } from "../text/period.ts";
import type { Span } from "../text/period.ts";
import { pairFigures, sidesOf } from "./pair-figures.ts";
import type { Paired, Reported } from "./pair-figures.ts";

/** Whom a result is about: all, a level, or a unit. */
export interface Scope {
  readonly level: string | null;
  readonly unit: string | null;
}

/** One reporter's sides of an indicator. */
export interface Share {
  readonly reporter: Reporter;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  /** The figures that it has, to point at; and those of them that entered. */
  readonly reported: Reported;
  readonly entering: Paired["entering"];
  /** What they come to, by measure. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Who lacks measures, and for which months each. */
export interface Lack {
  readonly reporter: Reporter;
  readonly lacking: Paired["lacking"];
}

/** An indicator's sums over the reporters of a scope. */
export interface Evaluation {
  readonly values: Readonly<Record<string, number>>;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  readonly shares: readonly Share[];
  readonly coverage: Coverage;
  readonly lacks: readonly Lack[];
  readonly keysNeeded: boolean;
  /** A sum is past 2^53−1, where counts are no longer exact. */
  readonly tooLarge: boolean;
}

/** The measures whose figures decide an indicator: those of its formulas, unless fixed, and the stocks that limit them. */
export function measuresOf(indicator: Indicator, plan: Plan): string[] {
  const named = measuresNamed(indicator);
  const limiting = named.flatMap((measure) => plan.measures[measure]?.within ?? []);
  return [...new Set([...named, ...limiting])].filter((measure) => plan.measures[measure]?.constant === null);
}

/** Sums an indicator over everyone in a scope who reported, and lists who did not. The rate of many is a ratio of sums. */
export function evaluate(indicator: Indicator, scope: Scope, window: Span, context: EvaluationContext): Evaluation {
  const { plan } = context;
  const sides = sidesOf(measuresOf(indicator, plan), plan);
  const { basis, reporters, expected } = expectedReporters(indicator, scope, sides.measures, window, context);
  const sums = new Map<string, bigint>(sides.measures.map((measure) => [measure, 0n]));
  const shares: Share[] = [];
  const missing: Coverage["missing"][number][] = [];
  const lacks: Lack[] = [];
  let keysNeeded = false;
  for (const [position, reporter] of reporters.entries()) {
    const reported = reportedBy(reporter, context);
    const paired = pairFigures(reported, sides, window);
    if (paired.missing !== 0 && position < expected) {
      missing.push({ unit: reporter.unit ?? reporter.level, periods: periodsOf(paired.missing, plan.year) });
    }
    const { counts, entering, lacking } = paired;
    if (lacking.size > 0) lacks.push({ reporter, lacking });
    if (counts === null) continue;
    for (const [measure, count] of counts) sums.set(measure, (sums.get(measure) ?? 0n) + BigInt(count));
    const own = applyBoth(indicator, (measure) => BigInt(counts.get(measure) ?? 0), plan);
    shares.push({ reporter, ...own, reported, entering, counts });
    keysNeeded ||= paired.keysNeeded;
  }
  const both = applyBoth(indicator, (measure) => sums.get(measure) ?? 0n, plan);
  return {
    ...both,
    tooLarge: [...sums.values(), both.numerator, both.denominator ?? 0n].some((sum) => sum > MOST),
    values: valuesOf(indicator, sums, plan),
    shares,
    coverage: { basis, expected, reported: expected - missing.length, missing },
    lacks,
    keysNeeded,
  };
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

function applyBoth({ numerator, denominator }: Indicator, counts: (measure: string) => bigint, plan: Plan) {
  return {
    numerator: apply(numerator, counts, plan),
    denominator: denominator === null ? null : apply(denominator, counts, plan),
  };
}

/** Every measure that the formulas name, with its sum or what the plan fixes it to. */
function valuesOf(indicator: Indicator, sums: ReadonlyMap<string, bigint>, plan: Plan) {
  return Object.fromEntries(
    measuresNamed(indicator).map((measure) => [
      measure,
      plan.measures[measure]?.constant ?? Number(sums.get(measure) ?? 0n),
    ]),
  );
}

export interface EvaluationContext {
  readonly plan: Plan;
  readonly tally: Tally;
  /** The codes of the roster's units. */
  readonly rostered: ReadonlySet<string>;
}

function apply({ terms, constant }: Formula, counts: (measure: string) => bigint, plan: Plan): bigint {
  return terms.reduce((total, { measure, factor }) => {
    const fixed = plan.measures[measure]?.constant ?? null;
    return total + BigInt(factor) * (fixed === null ? counts(measure) : BigInt(fixed));
  }, BigInt(constant));
}

const NONE: readonly Figure[] = [];

/** The figures of a reporter. Where a source speaks for the whole roster, who has no figure has 0. */
function reportedBy(reporter: Reporter, { tally: { figures, covered }, rostered }: EvaluationContext): Reported {
  const id = reporterId(reporter);
  const isRostered = rostered.has(reporter.unit ?? "");
  return (measure) => {
    const own = figures.get(measure)?.get(id) ?? NONE;
    const zeros = isRostered ? (covered.get(measure) ?? NONE) : NONE;
    const reported = own.some(({ lacking }) => lacking) ? own.filter(({ lacking }) => !lacking) : own;
    if (own.length === 0 || zeros.length === 0) return own.length === 0 ? zeros : reported;
    return [...reported, ...zeros.filter((zero) => !own.some(({ months }) => (months & zero.months) !== 0))];
  };
}

interface Expected {
  readonly basis: Coverage["basis"];
  readonly reporters: readonly Reporter[];
  /** How many of them, from the first on, are expected; units beyond the roster are not. */
  readonly expected: number;
}

/**
 * Who should report: the roster's units to which the indicator applies. Where only wholes report, the wholes; without
 * a roster, whoever supplied any of the measures up to the window's end. Those beyond the roster enter the sums too.
 */
function expectedReporters(
  indicator: Indicator,
  scope: Scope,
  measures: readonly string[],
  window: Span,
  context: EvaluationContext,
): Expected {
  const { plan, tally } = context;
  const upToEnd = monthsOf({ start: 0, end: window.end });
  const present = new Map<string, Reporter>();
  let byUnits = false;
  for (const measure of measures) {
    for (const [id, figures] of tally.figures.get(measure) ?? []) {
      const reporter = tally.reporters.get(id);
      if (reporter === undefined || present.has(id) || !isInScope(reporter, indicator, scope, tally.units)) continue;
      if (figures.some(({ months }) => months !== 0 && (months & ~upToEnd) === 0)) present.set(id, reporter);
    }
    byUnits ||= tally.covered.has(measure);
  }
  const reporters = [...present.values()];
  byUnits ||= reporters.some(({ unit }) => unit !== null);
  if (reporters.length > 0 && !byUnits) return { basis: "whole", reporters, expected: reporters.length };
  if (plan.roster === null) return { basis: "reporters", reporters, expected: reporters.length };
  const rostered = plan.roster.flatMap(({ code }): Reporter[] => {
    const reporter = { unit: code, level: null };
    if (!isInScope(reporter, indicator, scope, tally.units)) return [];
    present.delete(code);
    return [reporter];
  });
  return { basis: "roster", reporters: [...rostered, ...present.values()], expected: rostered.length };
}

/** Whether a reporter belongs to a scope, and the indicator applies to it. */
export function isInScope(
  { unit, level }: Reporter,
  { applies }: Indicator,
  scope: Scope,
  units: Tally["units"],
): boolean {
  const ownLevel = unit === null ? level : (units.get(unit)?.level ?? null);
  if (applies.levels !== null && !(ownLevel === null ? unit === null : applies.levels.includes(ownLevel))) return false;
  if (applies.units !== null && unit !== null && !applies.units.includes(unit)) return false;
  if (scope.unit !== null) return unit === scope.unit;
  return scope.level === null || ownLevel === scope.level;
}
