import { formatDecimal, nameIn } from "../../locale/locale.ts";
import { plainTable } from "./data-table.ts";
import { markup, name } from "./markup.ts";
import type { Markup } from "./markup.ts";
import type { Page } from "./page.ts";

/** What the plan asks for without a number. */
export function tasksSection({ locale, labels, report }: Page): Markup | null {
  const { tasks, results } = report.assessment;
  if (tasks.length === 0 || results.length === 0) return null;
  const title = `${locale.tasks.charAt(0).toUpperCase()}${locale.tasks.slice(1)}`;
  const rows = tasks.map(({ name: title_, state, percent, evidence }) => [
    name(nameIn(title_, locale)),
    markup`<span class="nowrap state ${state ?? "unreported"}">${state === null ? locale.taskUnreported : locale.states[state]}</span>`,
    percent === null ? "" : `${formatDecimal(String(percent), locale)}%`,
    evidence === null ? "" : name(evidence),
  ]);
  const columns = [
    { label: title },
    { label: labels.state },
    { label: labels.done, kind: "number" },
    { label: labels.evidence },
  ] as const;
  return markup`<section aria-labelledby="tasks">
<h2 id="tasks">${title}</h2>
${plainTable({ caption: markup`<span class="quiet">${title}</span>`, columns, rows, cards: true })}
</section>`;
}
