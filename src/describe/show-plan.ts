import type { Locale } from "../locale/locale.ts";
import type { Plan } from "../model.ts";
import { printable } from "../text/printable.ts";
import { widthOf, wrap } from "../text/width.ts";
import { measureRows, planFacts, planSections, planTitle } from "./plan-rows.ts";
import type { PlanRow } from "./plan-rows.ts";

/** A plan as a table: what is asked stands on the left, what it is asked of, in the plan's words, beside it. */
export function showPlan(plan: Plan, locale: Locale, width: number): string {
  const { labels } = locale.plans;
  const sections = planSections(plan, locale);
  const targets = sections.flatMap(({ rows }) => rows.flatMap((row) => row.targets));
  const left = Math.min(Math.floor(width / 3), Math.max(widthOf(labels.task), ...targets.map(widthOf)));
  return [
    wrap(printable(planTitle(plan)), width),
    ...planFacts(plan, locale).map(([label, value]) => wrap(printable(`${label}: ${value}`), width, "  ")),
    ...sections.flatMap(({ name, rows }) => [
      "",
      headed(printable(name), width),
      ...rows.flatMap((row) => ["", sideBySide(leftOf(row, labels.task), rightOf(row, locale), { left, width })]),
    ]),
    "",
    headed(labels.measures, width),
    "",
    ...measureRows(plan, locale).map(([id, name, how]) => wrap(printable(`${id}: ${name} (${how})`), width, "  ")),
    "",
  ].join("\n");
}

function headed(name: string, width: number): string {
  return `${wrap(name, width)}\n${"─".repeat(Math.min(width, widthOf(name)))}`;
}

function leftOf({ targets, formula }: PlanRow, task: string): readonly string[] {
  return formula === null ? [task] : targets;
}

function rightOf({ id, name, text, formula, facts }: PlanRow, { plans: { labels } }: Locale): readonly string[] {
  return [
    `${name} [${id}]`,
    ...(text === null ? [] : [`“${text}”`]),
    ...(formula === null ? [] : [`${labels.formula}: ${formula}`]),
    ...facts.map(([label, value]) => (value === null ? `${label}.` : `${label}: ${value}`)),
  ];
}

const GAP = "  ";

/** Two columns of texts, each wrapped in its own. */
function sideBySide(
  one: readonly string[],
  other: readonly string[],
  { left, width }: { readonly left: number; readonly width: number },
): string {
  const lines = (texts: readonly string[], most: number) =>
    texts.flatMap((text) => wrap(printable(text), most, "  ").split("\n"));
  const [first, second] = [lines(one, left), lines(other, width - left - GAP.length)];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) => {
    const cell = first[index] ?? "";
    return `${cell}${" ".repeat(Math.max(0, left - widthOf(cell)))}${GAP}${second[index] ?? ""}`.trimEnd();
  }).join("\n");
}
