import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Name, Plan, Report, Result, TaskResult, Unit } from "../model.ts";
import { problemEntry } from "../problem/problem-entry.ts";
import type { RenderContext } from "./formats.ts";
import { inputEntry } from "./input-entry.ts";
import { planEntry } from "./plan-entry.ts";

/** `chitieu/assessment@1`: keys in a fixed order, integers as numbers, the language for names and messages only. */
export function render({ assessment }: Report, { locale, version }: RenderContext<"problems">): string {
  const { plan, period, window, options, inputs, summary, exit, results, tasks, units, problems } = assessment;
  const named = new Set(results.flatMap(({ unit, coverage }) => [unit, ...coverage.missing.map((one) => one.unit)]));
  const document = {
    format: "chitieu/assessment@1",
    tool: { name: "chitieu", version },
    plan: plan && planEntry(plan),
    period,
    window: { mode: options.window, periods: window },
    options: {
      by: options.by,
      incomplete: options.incomplete,
      "keep-going": options.keepGoing,
      "as-of": options.asOf,
      "fail-on": options.failOn,
    },
    inputs: inputs.map(inputEntry),
    summary,
    exit,
    results: results.map((result) => resultEntry(result, locale)),
    tasks: tasks.map((task) => taskEntry(task, locale)),
    names: namesOf(plan),
    units: Object.fromEntries(
      [...units.values()].flatMap((unit) => (named.has(unit.code) ? [[unit.code, unitEntry(unit)]] : [])),
    ),
    problems: problems.map((one) => problemEntry(one, locale)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function unitEntry({ name, level, terms }: Unit): object {
  if (terms === null) return { name, level };
  return {
    name,
    level,
    terms: terms.map(({ level: held, parent, from, until }) => ({ level: held, parent, from, until })),
  };
}

/** What the plan calls things, in both languages, so that whoever reads the document can say it in either. */
function namesOf(plan: Plan | null): object {
  const named = (things: Iterable<readonly [string, Name]>) =>
    Object.fromEntries([...things].map(([id, { vi, en }]) => [id, { vi, en }]));
  return {
    levels: named(Object.entries(plan?.levels ?? {})),
    measures: named(Object.entries(plan?.measures ?? {})),
    indicators: named((plan?.indicators ?? []).map((one) => [one.id, one])),
    tasks: named((plan?.tasks ?? []).map((one) => [one.id, one])),
  };
}

function resultEntry(result: Result, locale: Locale<"problems">): object {
  return { ...result, name: nameIn(result.name, locale) };
}

function taskEntry(
  { task, group, name, text, state, percent, evidence }: TaskResult,
  locale: Locale<"problems">,
): object {
  return { task, group, name: nameIn(name, locale), text, state, percent, evidence };
}
