import { levelsIn } from "../model.ts";
import type { Indicator, MissWaived, Plan, Tally, Waiver } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { spanOf } from "../text/period.ts";
import type { Months, Period, Span } from "../text/period.ts";
import { totalOf } from "./evaluate.ts";
import type { Share } from "./evaluate.ts";
import type { Scope } from "./stay.ts";
import type { TargetInForce } from "./target-in-force.ts";
import { judge, percentOf } from "./verdict.ts";

/** A miss, with the figures of everyone in it. */
export interface Miss {
  readonly indicator: Indicator;
  readonly scope: Scope;
  readonly target: TargetInForce;
  readonly shares: readonly Share[];
  readonly plan: Plan;
  readonly units: Tally["units"];
}

/**
 * Whether a miss is waived at the end of a window, and a problem where it would be if a waiver had not expired. A waiver
 * changes no figure and no verdict. It covers the results of whom it names. A result of more than them is waived where it
 * would be met without their figures: then nobody else is to blame for the miss.
 */
export function waive(
  miss: Miss,
  { end }: Span,
): { readonly waiver: MissWaived | null; readonly problems: readonly Problem[] } {
  const { plan, indicator, scope } = miss;
  const waivers = plan.waivers.filter((waiver) => waiver.indicator === indicator.id && concerns(waiver, miss));
  const lasts = ({ until }: Waiver) => endOf(until, plan) >= end;
  const waiver = waiverOf(miss, waivers.filter(lasts));
  if (waiver !== null || waiverOf(miss, waivers) === null) return { waiver, problems: [] };
  const ended = waivers.filter((one) => !lasts(one));
  const problems = ended.map(({ level, unit, until, document }) => {
    const whom = { level: level ?? scope.level, unit: unit ?? scope.unit };
    return problem("waiver-expired", { indicator: indicator.id, ...whom, until, document });
  });
  return { waiver, problems };
}

/** Whether a waiver names all or some of those whose miss it is. */
function concerns(waiver: Waiver, miss: Miss): boolean {
  return covers(waiver, ofScope(miss)) || miss.shares.some((share) => covers(waiver, ofShare(share, miss)));
}

function waiverOf(miss: Miss, waivers: readonly Waiver[]): MissWaived | null {
  const { shares, plan } = miss;
  const parts = waivers.filter((waiver) => !covers(waiver, ofScope(miss)));
  const whole = waivers.filter((waiver) => covers(waiver, ofScope(miss)));
  const [longest] = whole.toSorted((a, b) => endOf(b.until, plan) - endOf(a.until, plan));
  if (longest !== undefined) return joined([longest], [], plan);
  const others = shares.filter((share) => !parts.some((waiver) => covers(waiver, ofShare(share, miss))));
  if (parts.length === 0 || !isMet(miss, others)) return null;
  return joined(
    parts,
    parts.map(({ level, unit }) => ({ level, unit })),
    plan,
  );
}

/** Whom a result, or what a reporter brings to it, is of. */
interface Whose {
  readonly unit: string | null;
  /** Those that it held while its figures arose: a unit that became another level holds two. */
  readonly levels: readonly (string | null)[];
}

/** Whether all of it is what a waiver names. */
function covers(waiver: Waiver, { unit, levels }: Whose): boolean {
  if (waiver.unit !== null) return unit === waiver.unit;
  return waiver.level === null || (levels.length > 0 && levels.every((level) => level === waiver.level));
}

function ofScope(miss: Miss): Whose {
  const { level, unit } = miss.scope;
  const levels =
    level === null && unit !== null ? miss.shares.flatMap((share) => ofShare(share, miss).levels) : [level];
  return { unit, levels };
}

function ofShare({ reporter: { unit, level }, stay, entering }: Share, { scope, units }: Miss): Whose {
  const known = unit === null ? undefined : units.get(unit);
  const figures = [...entering.values()].flat();
  const months = figures.reduce<Months>((all, figure) => all | figure.months, 0) & stay.months;
  const own = known === undefined ? [level] : levelsIn(known, months);
  return { unit, levels: scope.level === null ? own : [scope.level] };
}

/** Whether the target is met by these shares; where they are none, or nothing arose, nothing of theirs is missed. */
function isMet({ indicator, target, plan }: Miss, shares: readonly Share[]): boolean {
  const { numerator, denominator } = totalOf(indicator, shares, plan);
  if (shares.length === 0 || denominator === 0n) return true;
  if (denominator !== null && numerator > denominator && !indicator.over100) return false;
  const actual = denominator === null ? { numerator, denominator: 1n } : percentOf(numerator, denominator);
  return judge(actual, target.operator, target.values) === "met";
}

/** Several waivers as one: it ends with the first of them, and gives the reasons of all. */
function joined(waivers: readonly Waiver[], without: MissWaived["without"], plan: Plan): MissWaived {
  const all = (textOf: (waiver: Waiver) => string) => [...new Set(waivers.map(textOf))].join("; ");
  const [first] = waivers.map(({ until }) => until).toSorted((a, b) => endOf(a, plan) - endOf(b, plan));
  return { until: first ?? "", reason: all(({ reason }) => reason), document: all((one) => one.document), without };
}

function endOf(period: Period, { year }: Plan): number {
  return spanOf(period, year)?.end ?? 12;
}
