import { levelsIn } from "../model.ts";
import type { Indicator, Plan, Result, TaskResult } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { ALL_MONTHS, contains, spanOf } from "../text/period.ts";
import type { AssessRequest } from "./assess-request.ts";
import { assessScope } from "./assess-scope.ts";
import type { ScopeRequest } from "./assess-scope.ts";
import { measuresOf } from "./evaluate.ts";
import type { EvaluationContext } from "./evaluate.ts";
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
  const { plan, tally, window } = request;
  const rostered = new Set(plan.roster?.map(({ code }) => code));
  const context: EvaluationContext = { plan, tally, rostered };
  const assessed = plan.indicators.flatMap((indicator) => {
    const trusted = !measuresOf(indicator, plan).some((measure) => request.untrusted.has(measure));
    const base = { indicator, window: clip(indicator, window, plan), trusted, request, context };
    const parts = breakdown(base);
    return indicator.targets.flatMap((target) => [
      assessScope({ ...base, target, scope: target, kind: "target" }),
      ...parts.filter((part) => part.target === target).map((part) => assessScope(part)),
    ]);
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

/** The same indicator for each level or unit that no target names, against the target that holds for it. */
function breakdown(base: Omit<ScopeRequest, "target" | "scope" | "kind">): ScopeRequest[] {
  const { indicator, request } = base;
  const { by } = request.options;
  if (indicator.withdrawnBy !== null) return [];
  const scopes = by === "level" ? levelScopes(base) : by === "unit" ? unitScopes(base) : [];
  return scopes.flatMap((scope): ScopeRequest[] => {
    const target = targetFor(indicator, scope.unit, scope.level);
    return target === null ? [] : [{ ...base, target, scope, kind: "breakdown" }];
  });
}

function levelScopes({ indicator, context: { plan, tally } }: Pick<ScopeRequest, "indicator" | "context">): Scope[] {
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
function unitScopes({
  indicator,
  context: { plan, tally, rostered },
}: Pick<ScopeRequest, "indicator" | "context">): Scope[] {
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
