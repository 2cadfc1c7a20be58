import type { Plan, Result, ScopedTarget, Trend, TrendPoint, TrendRow } from "../model.ts";
import type { Period } from "../text/period.ts";
import { assess } from "./assess.ts";
import type { AssessRequest } from "./assess-request.ts";
import { planInForce } from "./plan-in-force.ts";
import { outlookOf } from "./projection.ts";
import { targetFor, targetInForce } from "./target-in-force.ts";
import { trendPeriods } from "./trend-periods.ts";
import { windowOf } from "./window.ts";
import type { Window } from "./window.ts";

export interface TrendRequest extends Omit<AssessRequest, "window"> {
  /** With all of its amendments: every period is held against the plan of its time. */
  readonly plan: Plan;
  /** The last period, of the plan's year. */
  readonly period: Period;
}

/** Every target over the periods up to one: each point by the same assessment as a verdict. */
export function trendOf(request: TrendRequest): Trend {
  const { plan, tally, period } = request;
  const last = windowOf(period, "year-to-date", plan.year);
  if (last === null) throw new TypeError(`${period} is not of ${plan.year.label}`);
  const current = planInForce(plan, last.span);
  const { periods, months } = trendPeriods(tally, current, last.span.end);
  const inPeriods = periods.map((one) => resultsOf(request, windowOf(one, "period", plan.year)));
  const toDates = periods.map((one) => resultsOf(request, windowOf(one, "year-to-date", plan.year)));
  const now = toDates.at(-1);
  const rows = [...(now?.results ?? [])].map(([key, result]): TrendRow => {
    const { indicator, group, name, scope, level, unit, target } = result;
    // What a later decision adds was not asked before.
    const notYet: Result = { ...result, ...NOT_ASKED };
    const at = (all: Assessed | undefined): Result => all?.results.get(key) ?? notYet;
    const points = inPeriods.map((alone, position) => ({
      inPeriod: pointOf(at(alone)),
      toDate: pointOf(at(toDates[position])),
    }));
    const course = {
      inPeriod: inPeriods.map((all) => ({ ...all, result: at(all) })),
      toDate: { window: last, result },
    };
    const asked = askedOf(result, current);
    const final = target === null ? null : finalTarget(target, asked.target, plan);
    return {
      indicator,
      group,
      name,
      scope,
      level,
      unit,
      target,
      finalTarget: final?.stated ?? null,
      points,
      ...outlookOf({ ...asked, ...course, months, final: final?.inForce ?? null }, plan),
    };
  });
  return { periods, rows };
}

interface Assessed {
  readonly window: Window;
  readonly results: ReadonlyMap<string, Result>;
}

const NOT_ASKED = {
  verdict: "not-applicable",
  reason: "outside-scope",
  flags: [],
  numerator: null,
  denominator: null,
  value: null,
  percent: null,
  target: null,
  waiver: null,
} as const satisfies Partial<Result>;

/** The results over a window by what they are of, each held against the plan of its time. */
function resultsOf(request: TrendRequest, window: Window | null): Assessed {
  if (window === null) throw new TypeError("a period of another year");
  const { results } = assess({ ...request, plan: planInForce(request.plan, window.span), window });
  return { window, results: new Map(results.map((result) => [keyOf(result), result])) };
}

function keyOf({ indicator, scope, level, unit }: Result): string {
  return JSON.stringify([indicator, scope, level, unit]);
}

function pointOf(result: Result): TrendPoint {
  const { verdict, reason, flags, numerator, denominator, value, percent, target, waiver } = result;
  return { verdict, reason, flags, numerator, denominator, value, percent, target, waiver };
}

/** The indicator of a result and the target that it is held to. */
function askedOf({ indicator: id, scope, level, unit }: Result, plan: Plan) {
  const indicator = plan.indicators.find((one) => one.id === id);
  const target =
    scope === "target"
      ? indicator?.targets.find((one) => one.level === level && one.unit === unit)
      : indicator && targetFor(indicator, unit, level);
  if (indicator === undefined || target === undefined || target === null) throw new TypeError(`no target of ${id}`);
  return { indicator, target };
}

/** What is asked at the end of the year, where milestones ask less before. */
function finalTarget(stated: NonNullable<Result["target"]>, target: ScopedTarget, plan: Plan) {
  const window = windowOf(plan.year.label, "year-to-date", plan.year);
  if (window === null) throw new TypeError("a year that is not its own");
  const inForce = targetInForce(target, window, plan);
  const sign = stated.value.endsWith("%") ? "%" : "";
  const value = inForce.values.map((one) => `${one}${sign}`).join("–");
  return { inForce, stated: { ...stated, operator: inForce.operator, value, due: inForce.due } };
}
