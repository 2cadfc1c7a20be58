import type { Indicator, Plan, ScopedTarget } from "../model.ts";
import type { NamedPlan } from "./list-plans.ts";

/** `chitieu/plans@1`: the plans known. */
export function plansDocument(plans: readonly NamedPlan[], version: string): string {
  const entries = plans.map(({ named, plan }) => ({
    named,
    ...headOf(plan),
    indicators: plan.indicators.length,
    tasks: plan.tasks.length,
  }));
  return print("chitieu/plans@1", version, { plans: entries });
}

/** `chitieu/plan-description@1`: everything that a plan says, in the words of its own YAML, with what holds unsaid. */
export function planDocument(plan: Plan, version: string): string {
  const { levels, groups, measures, indicators, tasks, roster } = plan;
  const described = {
    ...headOf(plan),
    sha256: plan.sha256,
    levels,
    groups,
    measures,
    indicators: Object.fromEntries(indicators.map((one) => [one.id, indicatorEntry(one)])),
    tasks: Object.fromEntries(tasks.map(({ id, ...task }) => [id, task])),
    units: roster,
  };
  return print("chitieu/plan-description@1", version, { plan: described });
}

function headOf({ id, number, title, issuer, issued, language, year }: Plan): object {
  return { id, number, title, issuer, issued, language, year };
}

function indicatorEntry({ numerator, denominator, targets, lowBase, over100, ...rest }: Indicator): object {
  const { id: _id, ...said } = rest;
  return {
    ...said,
    ...(denominator === null
      ? { value: numerator.text }
      : { numerator: numerator.text, denominator: denominator.text }),
    targets: targets.map((target) => targetEntry(target, denominator !== null)),
    "low-base": lowBase,
    "over-100": over100,
  };
}

function targetEntry({ operator, values, level, unit, by, milestones }: ScopedTarget, isRatio: boolean): object {
  const written = (some: readonly string[]) => some.map((value) => (isRatio ? `${value}%` : value)).join(" – ");
  return {
    level,
    unit,
    operator,
    value: written(values),
    by,
    milestones: milestones.map(({ until, values: some }) => ({ until, value: written(some) })),
  };
}

function print(format: string, version: string, content: object): string {
  return `${JSON.stringify({ format, tool: { name: "chitieu", version }, ...content }, null, 2)}\n`;
}
