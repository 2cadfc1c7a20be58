import { levelsIn } from "../model.ts";
import type { Indicator, Plan, Result, TaskResult } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { groupBy } from "../text/group-by.ts";
import { ALL_MONTHS, contains, spanOf } from "../text/period.ts";
import type { AssessRequest } from "./assess-request.ts";
import { askedOf, assessScope } from "./assess-scope.ts";
import type { ScopeRequest } from "./assess-scope.ts";
import { contextOf, measuresOf } from "./evaluate.ts";
import { isInScope } from "./stay.ts";
import type { Scope } from "./stay.ts";
import { targetFor } from "./target-in-force.ts";
import type { Window } from "./window.ts";

/** The verdicts of a plan over a tally: one result for each target, with its breakdown, and the state of every task. */
export function assess(request: AssessRequest): {
  readonly results: readonly Result[];
  readonly tasks: readonly TaskResult[];
  readonly problems: readonly Problem[];
} {
  const { plan, tally } = request;
  const context = contextOf(plan, tally);
  const assessed = plan.indicators.flatMap((indicator) => {
    const trusted = !measuresOf(indicator, plan).some((measure) => request.untrusted.has(measure));
    const base = { indicator, window: clip(indicator, request.window, plan), trusted, request, context };
    const scopes = groupBy(breakdown(base), ({ level, unit }) => targetFor(indicator, unit, level));
    return indicator.targets.flatMap((target) => {
      const each = { ...base, asked: askedOf(indicator, target, base.window ?? request.window, plan) };
      return [
        assessScope(each, target, "target"),
        ...(scopes.get(target) ?? []).map((scope) => assessScope(each, scope, "breakdown")),
      ];
    });
  });
  return {
    results: assessed.map(({ result }) => result),
    tasks: assessTasks(request),
    problems: [...distinct(assessed.flatMap(({ problems }) => problems)), ...unsupplied(request)],
  };
}

/** The window as far as the indicator applies; `null` where it does not. */
export function clip(indicator: Indicator, window: Window, { year }: Plan): Window | null {
  const { from, until } = indicator.applies;
  if (indicator.withdrawnBy !== null) return null;
  const start = Math.max(window.span.start, from === null ? 0 : (spanOf(from, year)?.start ?? 12));
  const end = Math.min(window.span.end, until === null ? 12 : (spanOf(until, year)?.end ?? 0));
  if (start >= end) return null;
  return contains({ start, end }, window.span) ? window : { ...window, span: { start, end } };
}

type Broken = Pick<ScopeRequest, "indicator" | "context">;

/** The levels or units by which an indicator is broken down. */
function breakdown(base: Broken & Pick<ScopeRequest, "request">): Scope[] {
  const { by } = base.request.options;
  if (base.indicator.withdrawnBy !== null) return [];
  return by === "level" ? levelScopes(base) : by === "unit" ? unitScopes(base) : [];
}

/** The levels that no target names. */
function levelScopes({ indicator, context: { plan, tally } }: Broken): Scope[] {
  const named = new Set(indicator.targets.map(({ level }) => level));
  const rostered = (plan.roster ?? []).map(({ code }) => ({ unit: code, level: null }));
  const measures = measuresOf(indicator, plan);
  const present = measures.flatMap((measure) => [...(tally.figures.get(measure)?.keys() ?? [])]);
  const reporting = [...new Set(present)].flatMap((id) => tally.reporters.get(id) ?? []);
  const byUnits = reporting.some(({ unit }) => unit !== null) || measures.some((measure) => tally.covered.has(measure));
  const reporters = [...(byUnits ? rostered : []), ...reporting];
  return Object.keys(plan.levels)
    .map((level): Scope => ({ level, unit: null }))
    .filter((scope) => !named.has(scope.level))
    .filter((scope) => reporters.some((reporter) => isInScope(reporter, indicator, scope, tally.units)));
}

/** The units that supply any of the indicator's measures, at each of their levels; with a roster, all once anyone does. */
function unitScopes({ indicator, context: { plan, tally, rostered } }: Broken): Scope[] {
  const measures = measuresOf(indicator, plan);
  const supplies = (code: string) => measures.some((measure) => tally.figures.get(measure)?.has(code));
  const anyUnit = measures.some((measure) => tally.covered.has(measure)) || [...tally.units.keys()].some(supplies);
  return [...tally.units.values()]
    .filter(({ code }) => anyUnit && (rostered.has(code) || supplies(code)))
    .flatMap((unit) => levelsIn(unit, ALL_MONTHS).map((level): Scope => ({ unit: unit.code, level })))
    .filter((scope) => isInScope({ unit: scope.unit, level: null }, indicator, scope, tally.units));
}

/** A task's state is that of the window's last period, never an earlier one's. */
function assessTasks({ plan, tally, window }: AssessRequest): TaskResult[] {
  return plan.tasks.map(({ id, group, vi, en, text }) => {
    const [report] = tally.tasks
      .filter(({ task, period }) => task === id && spanOf(period, plan.year)?.end === window.span.end)
      .sort((a, b) => (spanOf(b.period, plan.year)?.start ?? 0) - (spanOf(a.period, plan.year)?.start ?? 0));
    const { state = null, percent = null, evidence = null } = report ?? {};
    return { task: id, group, name: { vi, en }, text, state, percent, evidence };
  });
}

/** Measures that no file supplies, of indicators of which other measures are there. */
function unsupplied({ plan, tally }: AssessRequest): Problem[] {
  const isThere = (measure: string) => tally.figures.has(measure) || tally.covered.has(measure);
  return plan.indicators.flatMap((indicator) => {
    const measures = measuresOf(indicator, plan);
    const other = measures.find(isThere);
    if (other === undefined) return [];
    const lacking = measures.filter((measure) => !isThere(measure));
    return lacking.map((measure) => problem("measure-unsupplied", { indicator: indicator.id, measure, other }));
  });
}

/** Two targets of one indicator see the same trouble. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify([one.code, one.args]), one])).values()];
}
