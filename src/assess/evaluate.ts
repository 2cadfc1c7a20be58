import { measuresNamed, reporterId } from "../model.ts";
import type { Coverage, Figure, Formula, Indicator, Plan, Reporter, Tally } from "../model.ts";
import { monthsOf, periodsOf } from "../text/period.ts";
import type { Months, Span } from "../text/period.ts";
import { monthsNeeded, pairFigures, sidesOf } from "./pair-figures.ts";
import type { Paired, Reported, Sides } from "./pair-figures.ts";
import { stayOf } from "./stay.ts";
import type { Scope, Stay } from "./stay.ts";

/** One reporter's sides of an indicator. */
export interface Share {
  readonly reporter: Reporter;
  readonly stay: Stay;
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
  /** The roster has units of the scope, and none of them exists in the window. */
  readonly nobody: boolean;
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
  const sides = context.sidesOf(indicator);
  const { basis, reporters, expected, opens, nobody } = expectedReporters(indicator, scope, sides, window, context);
  const shares: Share[] = [];
  const missing: Coverage["missing"][number][] = [];
  const lacks: Lack[] = [];
  let keysNeeded = false;
  for (const [position, { reporter, stay }] of reporters.entries()) {
    const reported = reportedBy(reporter, context);
    const paired = pairFigures(reported, sides, { window, opens, stay });
    if (paired.missing !== 0 && position < expected) {
      missing.push({ unit: reporter.unit ?? reporter.level, periods: periodsOf(paired.missing, plan.year) });
    }
    const { counts, entering, lacking } = paired;
    if (lacking.size > 0) lacks.push({ reporter, lacking });
    if (counts === null) continue;
    const own = applyBoth(indicator, (measure) => BigInt(counts.get(measure) ?? 0), plan);
    shares.push({ reporter, stay, ...own, reported, entering, counts });
    keysNeeded ||= paired.keysNeeded;
  }
  const { sums, ...both } = totalOf(indicator, shares, plan);
  return {
    ...both,
    tooLarge: [...sums.values(), both.numerator, both.denominator ?? 0n].some((sum) => sum > MOST),
    values: valuesOf(indicator, sums, plan),
    shares,
    coverage: { basis, expected, reported: expected - missing.length, missing },
    lacks,
    keysNeeded,
    nobody,
  };
}

/** What shares come to together: the sum of each measure, and the formulas over those sums. */
export function totalOf(indicator: Indicator, shares: readonly Share[], plan: Plan) {
  const sums = new Map(
    measuresOf(indicator, plan).map((measure) => [
      measure,
      shares.reduce((sum, { counts }) => sum + BigInt(counts.get(measure) ?? 0), 0n),
    ]),
  );
  return { sums, ...applyBoth(indicator, (measure) => sums.get(measure) ?? 0n, plan) };
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
  readonly sidesOf: (indicator: Indicator) => Sides;
}

/** What evaluations of one plan over one tally have in common. */
export function contextOf(plan: Plan, tally: Tally): EvaluationContext {
  const known = new Map<Indicator, Sides>();
  return {
    plan,
    tally,
    rostered: new Set(plan.roster?.map(({ code }) => code)),
    sidesOf: (indicator) => {
      const sides = known.get(indicator) ?? sidesOf(measuresOf(indicator, plan), plan);
      known.set(indicator, sides);
      return sides;
    },
  };
}

function apply({ terms, constant }: Formula, counts: (measure: string) => bigint, plan: Plan): bigint {
  return terms.reduce((total, { measure, factor }) => {
    const fixed = plan.measures[measure]?.constant ?? null;
    return total + BigInt(factor) * (fixed === null ? counts(measure) : BigInt(fixed));
  }, BigInt(constant));
}

/** What a formula comes to without any figures: its constants, and what the plan fixes. */
export function fixedPart(formula: Formula | null, plan: Plan): bigint {
  return formula === null ? 0n : apply(formula, () => 0n, plan);
}

/** Whether no figure can change a formula. */
export function isFixed({ terms }: Formula, plan: Plan): boolean {
  return terms.every(({ measure }) => (plan.measures[measure]?.constant ?? null) !== null);
}

const NONE: readonly Figure[] = [];

const isLacking = ({ lacking }: Figure) => lacking;

/** The figures of a reporter. Where a source speaks for the whole roster, who has no figure has 0. */
function reportedBy(reporter: Reporter, { tally: { figures, covered }, rostered }: EvaluationContext): Reported {
  const id = reporterId(reporter);
  const isRostered = rostered.has(reporter.unit ?? "");
  return (measure) => {
    const own = figures.get(measure)?.get(id) ?? NONE;
    const zeros = isRostered ? (covered.get(measure) ?? NONE) : NONE;
    if (own.length === 0) return zeros;
    const reported = own.some(isLacking) ? own.filter((figure) => !isLacking(figure)) : own;
    if (zeros.length === 0) return reported;
    const stated = own.reduce<Months>((all, { months }) => all | months, 0);
    const others = zeros.filter(({ months }) => (months & stated) === 0);
    return others.length === 0 ? reported : [...reported, ...others];
  };
}

/** A reporter of a scope, and when it belongs to it. */
interface Member {
  readonly reporter: Reporter;
  readonly stay: Stay;
}

interface Expected {
  readonly basis: Coverage["basis"];
  readonly reporters: readonly Member[];
  /** How many of them, from the first on, are expected; units beyond the roster are not. */
  readonly expected: number;
  /** The month in which the first of them begins, and with it what they open with. */
  readonly opens: number;
  readonly nobody: boolean;
}

/**
 * Who should report: the roster's units to which the indicator applies, as long as they exist. Where only wholes report,
 * the wholes; without a roster, whoever supplied any of the measures up to the window's end. Those beyond the roster
 * enter the sums too.
 */
function expectedReporters(
  indicator: Indicator,
  scope: Scope,
  sides: Sides,
  window: Span,
  context: EvaluationContext,
): Expected {
  const { plan, tally, rostered } = context;
  const upToEnd = monthsOf({ start: 0, end: window.end });
  const isInTime = ({ months }: Figure) => months !== 0 && (months & ~upToEnd) === 0;
  const present = new Map<string, Member>();
  let byUnits = false;
  const memberOf = (reporter: Reporter): Member => ({
    reporter,
    stay: stayOf(reporter, indicator, scope, tally.units),
  });
  for (const measure of sides.measures) {
    for (const [id, figures] of candidates(tally.figures.get(measure), scope)) {
      const reporter = tally.reporters.get(id);
      if (reporter === undefined || present.has(id)) continue;
      // Who is on the roster is expected anyway, once it is known that units report.
      if (byUnits && rostered.has(id)) continue;
      const member = memberOf(reporter);
      if (member.stay.months === 0) continue;
      if (!figures.some(isInTime)) continue;
      present.set(id, member);
      byUnits ||= reporter.unit !== null;
    }
    byUnits ||= tally.covered.has(measure);
  }
  const isWhole = present.size > 0 && !byUnits;
  const onRoster = isWhole ? [] : rosterIn(scope, context).map((unit) => memberOf({ unit, level: null }));
  const inScope = onRoster.filter(({ stay }) => stay.months !== 0);
  for (const { reporter } of inScope) present.delete(reporter.unit ?? "");
  const opens = opening([...inScope, ...present.values()], window);
  const needed = monthsNeeded(sides, window, opens);
  const isThere = ({ stay }: Member) => (stay.months & needed) !== 0;
  const [due, beyond] = [inScope.filter(isThere), [...present.values()].filter(isThere)];
  const reporters = [...due, ...beyond];
  const nobody = inScope.length > 0 && reporters.length === 0;
  if (isWhole) return { basis: "whole", reporters, expected: reporters.length, opens, nobody };
  if (plan.roster === null) return { basis: "reporters", reporters, expected: reporters.length, opens, nobody };
  return { basis: "roster", reporters, expected: due.length, opens, nobody };
}

/** The first month of a window in which any of its members is there. */
function opening(members: readonly Member[], window: Span): number {
  const months = members.reduce<Months>((all, { stay }) => all | stay.months, 0) & monthsOf(window);
  return months === 0 ? window.start : 31 - Math.clz32(months & -months);
}

/** Who may be in a scope. A unit is looked up: to go through all of them for each of them takes a roster's square. */
function candidates(
  figures: ReadonlyMap<string, readonly Figure[]> | undefined,
  { unit }: Scope,
): Iterable<readonly [string, readonly Figure[]]> {
  if (unit === null || figures === undefined) return figures ?? [];
  const own = figures.get(unit);
  return own === undefined ? [] : [[unit, own]];
}

function rosterIn({ unit }: Scope, { plan, rostered }: EvaluationContext): readonly string[] {
  if (unit === null) return (plan.roster ?? []).map(({ code }) => code);
  return rostered.has(unit) ? [unit] : [];
}
