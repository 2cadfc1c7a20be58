import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { TrendReport, TrendRow } from "../model.ts";
import { problemEntry } from "../problem/problem-entry.ts";
import { inputEntry } from "../report/input-entry.ts";
import { planEntry } from "../report/plan-entry.ts";
import type { TrendContext } from "./formats.ts";

/** `chitieu/trend@1`: keys in a fixed order, integers as numbers, the language for names and messages only. */
export function render({ assessment, trend, exit }: TrendReport, { locale, version }: TrendContext): string {
  const { plan, period, options, inputs, units, problems } = assessment;
  const rows = trend?.rows ?? [];
  const named = new Set(rows.map(({ unit }) => unit));
  const document = {
    format: "chitieu/trend@1",
    tool: { name: "chitieu", version },
    plan: plan && planEntry(plan),
    period,
    periods: trend?.periods ?? [],
    options: {
      by: options.by,
      incomplete: options.incomplete,
      "keep-going": options.keepGoing,
      "as-of": options.asOf,
    },
    inputs: inputs.map(inputEntry),
    exit,
    rows: rows.map((row) => rowEntry(row, trend?.periods ?? [], locale)),
    units: Object.fromEntries(
      [...units.values()].flatMap(({ code, name, level }) => (named.has(code) ? [[code, { name, level }]] : [])),
    ),
    problems: problems.map((one) => problemEntry(one, locale)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function rowEntry(row: TrendRow, periods: readonly string[], locale: Locale): object {
  const { indicator, group, name, scope, level, unit, target, finalTarget, points } = row;
  return {
    indicator,
    group,
    name: nameIn(name, locale),
    scope,
    level,
    unit,
    target,
    "final-target": finalTarget,
    points: points.map(({ inPeriod, toDate }, index) => ({
      period: periods[index],
      "in-period": inPeriod,
      "to-date": toDate,
    })),
    projection: row.projection,
    unprojected: row.unprojected,
    needed: row.needed,
  };
}
