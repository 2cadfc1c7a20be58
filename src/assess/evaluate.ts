import type { Coverage, Figure, Formula, Indicator, Plan, Reporter, Tally, Unit } from "../model.ts";
import { periodsOf, spanOf } from "../text/period.ts";
import type { Span } from "../text/period.ts";
import { pairFigures } from "./pair-figures.ts";
import type { Paired, Reported, Spanned } from "./pair-figures.ts";

/** Whom a result is about: all, a level, or a unit. */
export interface Scope {
  readonly level: string | null;
  readonly unit: string | null;
}

/** The figures of each reporter, by measure, in the plan's year. */
export type FiguresByReporter = ReadonlyMap<string, { readonly reporter: Reporter; readonly reported: Reported }>;

/** One reporter's sides of an indicator. */
export interface Share {
  readonly reporter: Reporter;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  /** A figure that went into it, to point at. */
  readonly figure: Figure | null;
}

/** An indicator's sums over the reporters of a scope. */
export interface Evaluation {
  readonly values: Readonly<Record<string, number>>;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  readonly shares: readonly Share[];
  readonly coverage: Coverage;
  readonly keysNeeded: boolean;
  /** A sum is past 2^53−1, where counts are no longer exact. */
  readonly tooLarge: boolean;
}

/** Groups a tally once, for all indicators. */
export function byReporter({ figures }: Tally, plan: Plan): FiguresByReporter {
  const groups = new Map<string, { readonly reporter: Reporter; readonly reported: Map<string, Spanned[]> }>();
  for (const figure of figures) {
    const span = spanOf(figure.period, plan.year);
    if (span === null) continue;
    const { unit, level, measure } = figure;
    const id = unit ?? `\u0000${level ?? ""}`;
    const group = groups.get(id) ?? { reporter: { unit, level }, reported: new Map<string, Spanned[]>() };
    groups.set(id, group);
    const found = group.reported.get(measure);
    if (found === undefined) group.reported.set(measure, [{ figure, span }]);
    else found.push({ figure, span });
  }
  return groups;
}

/** The measures whose figures decide an indicator: those of its formulas that the plan does not fix. */
export function measuresOf({ numerator, denominator }: Indicator, plan: Plan): string[] {
  const named = [...numerator.terms, ...(denominator?.terms ?? [])].map(({ measure }) => measure);
  return [...new Set(named)].filter((measure) => plan.measures[measure]?.constant === null);
}

/** Sums an indicator over everyone in a scope who reported, and lists who did not. The rate of many is a ratio of sums. */
export function evaluate(indicator: Indicator, scope: Scope, window: Span, context: EvaluationContext): Evaluation {
  const { plan } = context;
  const measures = measuresOf(indicator, plan);
  const { basis, reporters } = expectedReporters(indicator, scope, measures, window, context);
  const paired = reporters.map((reporter) => ({
    reporter,
    ...pairFigures(reportedBy(reporter, context), measures, window, plan),
  }));
  const entered = paired.filter(
    (one): one is typeof one & { counts: ReadonlyMap<string, number> } => one.counts !== null,
  );

  const sums = new Map<string, bigint>();
  for (const { counts } of entered)
    for (const [measure, count] of counts) sums.set(measure, (sums.get(measure) ?? 0n) + BigInt(count));
  const sides = (counts: (measure: string) => bigint) => ({
    numerator: apply(indicator.numerator, counts, plan),
    denominator: indicator.denominator === null ? null : apply(indicator.denominator, counts, plan),
  });
  const named = [...indicator.numerator.terms, ...(indicator.denominator?.terms ?? [])].map(({ measure }) => measure);
  const { numerator, denominator } = sides((measure) => sums.get(measure) ?? 0n);
  return {
    numerator,
    denominator,
    tooLarge: [...sums.values(), numerator, denominator ?? 0n].some((sum) => sum > BigInt(Number.MAX_SAFE_INTEGER)),
    values: Object.fromEntries(
      [...new Set(named)].map((measure) => [
        measure,
        plan.measures[measure]?.constant ?? Number(sums.get(measure) ?? 0n),
      ]),
    ),
    shares: entered.map(({ reporter, counts }) => ({
      reporter,
      ...sides((measure) => BigInt(counts.get(measure) ?? 0)),
      figure:
        reportedBy(reporter, context)
          .get(indicator.numerator.terms[0]?.measure ?? "")
          ?.at(-1)?.figure ?? null,
    })),
    coverage: coverageOf(basis, paired, plan),
    keysNeeded: entered.some(({ keysNeeded }) => keysNeeded),
  };
}

export interface EvaluationContext {
  readonly plan: Plan;
  readonly units: ReadonlyMap<string, Unit>;
  readonly figures: FiguresByReporter;
}

function apply({ terms, constant }: Formula, counts: (measure: string) => bigint, plan: Plan): bigint {
  return terms.reduce((total, { measure, factor }) => {
    const fixed = plan.measures[measure]?.constant ?? null;
    return total + BigInt(factor) * (fixed === null ? counts(measure) : BigInt(fixed));
  }, BigInt(constant));
}

const NOTHING_REPORTED: Reported = new Map();

function reportedBy({ unit, level }: Reporter, { figures }: EvaluationContext): Reported {
  return figures.get(unit ?? `\u0000${level ?? ""}`)?.reported ?? NOTHING_REPORTED;
}

interface Expected {
  readonly basis: Coverage["basis"];
  readonly reporters: readonly Reporter[];
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
  const present: Reporter[] = [];
  for (const { reporter, reported } of context.figures.values()) {
    const supplies = measures.some((measure) => reported.get(measure)?.some(({ span }) => span.end <= window.end));
    if (supplies && isInScope(reporter, indicator, scope, context.units)) present.push(reporter);
  }
  if (present.length > 0 && present.every(({ unit }) => unit === null)) return { basis: "whole", reporters: present };
  if (context.plan.roster === null) return { basis: "reporters", reporters: present };
  const rostered = context.plan.roster
    .map(({ code }): Reporter => ({ unit: code, level: null }))
    .filter((reporter) => isInScope(reporter, indicator, scope, context.units));
  const codes = new Set(rostered.map(({ unit }) => unit));
  return { basis: "roster", reporters: [...rostered, ...present.filter(({ unit }) => !codes.has(unit))] };
}

/** Whether a reporter belongs to a scope, and the indicator applies to it. */
export function isInScope(
  { unit, level }: Reporter,
  { applies }: Indicator,
  scope: Scope,
  units: EvaluationContext["units"],
): boolean {
  const ownLevel = unit === null ? level : (units.get(unit)?.level ?? null);
  if (applies.levels !== null && !(ownLevel === null ? unit === null : applies.levels.includes(ownLevel))) return false;
  if (applies.units !== null && unit !== null && !applies.units.includes(unit)) return false;
  if (scope.unit !== null) return unit === scope.unit;
  return scope.level === null || ownLevel === scope.level;
}

function coverageOf(
  basis: Coverage["basis"],
  paired: readonly (Paired & { readonly reporter: Reporter })[],
  plan: Plan,
): Coverage {
  const missing = paired.flatMap(({ reporter, missing: months }) => {
    return months.length === 0
      ? []
      : [{ unit: reporter.unit ?? reporter.level, periods: periodsOf(months, plan.year) }];
  });
  return { basis, expected: paired.length, reported: paired.length - missing.length, missing };
}
