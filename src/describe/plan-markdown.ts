import type { Locale } from "../locale/locale.ts";
import type { Plan } from "../model.ts";
import { markdown, markdownTable } from "../text/markdown.ts";
import { measureRows, planFacts, planSections, planTitle } from "./plan-rows.ts";
import type { PlanRow } from "./plan-rows.ts";

const NO_NUMBERS = { right: new Set<number>() };

/** A plan as a document in Markdown: a table for each of its groups. */
export function planMarkdown(plan: Plan, locale: Locale): string {
  const { labels } = locale.plans;
  const heading = [labels.indicator, labels.target, labels.formula, labels.text, labels.note];
  return [
    `# ${markdown(planTitle(plan))}\n`,
    planFacts(plan, locale)
      .map(([label, value]) => `- ${label}: ${markdown(value)}\n`)
      .join(""),
    ...planSections(plan, locale).flatMap(({ name, rows }) => [
      `## ${markdown(name)}\n`,
      markdownTable(
        heading,
        NO_NUMBERS,
        rows.map((row) => cellsOf(row, locale)),
      ),
    ]),
    `## ${labels.measures}\n`,
    markdownTable(
      [labels.id, labels.measures, ""],
      NO_NUMBERS,
      measureRows(plan, locale).map(([id, name, how]) => [code(id), markdown(name), markdown(how)]),
    ),
  ].join("\n");
}

function cellsOf({ id, name, text, formula, targets, facts }: PlanRow, { plans: { labels } }: Locale): string[] {
  return [
    `${markdown(name)} ${code(id)}`,
    formula === null ? labels.task : targets.map(markdown).join("<br>"),
    formula === null ? "" : code(formula),
    text === null ? "" : markdown(text),
    facts.map(([label, value]) => (value === null ? label : `${label}: ${markdown(value)}`)).join("<br>"),
  ];
}

/** What the plan's file writes, which has no backtick in it. */
function code(text: string): string {
  return `\`${text.replaceAll("`", "").replaceAll("|", String.raw`\|`)}\``;
}
