import { TASK_STATES, VERDICTS } from "../../model.ts";
import type { Verdict } from "../../model.ts";
import { formatCount } from "../../locale/locale.ts";
import { waiverLines } from "../decisions.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import type { Page } from "./page.ts";
import { SYMBOLS } from "../symbols.ts";

/** What a reader takes away: how many targets are met, the other verdicts, and the tasks. */
export function summarySection(page: Page): Markup {
  const { locale, labels, report } = page;
  const { assessment } = report;
  if (assessment.results.length === 0) return notAssessed(page);
  const { summary, exit } = assessment;
  const targets = page.groups.flatMap(({ results }) => results);
  const tally = (verdict: Verdict) => targets.filter((one) => one.verdict === verdict).length;
  const scored = targets.length - tally("not-applicable") - tally("not-scored");
  const shown = VERDICTS.map((verdict) => ({ verdict, found: tally(verdict) })).filter(
    ({ verdict, found }) => found > 0 || verdict === "met" || verdict === "missed",
  );
  return markup`<section aria-labelledby="summary">
<h2 id="summary">${locale.findings.overview}</h2>
<p class="headline">${locale.html.headline(tally("met"), scored)}</p>
${shareBar(shown)}
<ul class="tallies">${shown.map(
    ({ verdict, found }) =>
      markup`<li class="${verdict}"><strong>${formatCount(found, locale)}</strong> <span><span aria-hidden="true">${SYMBOLS[verdict]}</span> ${locale.verdicts[verdict]}</span></li>`,
  )}${
    summary.waived > 0 &&
    markup`<li><strong>${formatCount(summary.waived, locale)}</strong> <span>${locale.flags.waived}</span></li>`
  }${tasksTally(page)}</ul>
${waiverLines(assessment, locale).map((line) => markup`<p class="waiver">${line}</p>`)}
<p class="outcome">${labels.result}: ${locale.exits[exit.reason]}.${problemsLine(page)}</p>
</section>`;
}

/** The headline where there are no verdicts, so that no old report is taken for a new one. */
function notAssessed({ locale, report: { assessment } }: Page): Markup {
  return markup`<section aria-labelledby="summary" class="alert">
<h2 id="summary" class="headline">${locale.notAssessed}</h2>
<p>${sentence(locale.exits[assessment.exit.reason])}</p>
</section>`;
}

/** The tallies as one bar, each part as long as its number. */
function shareBar(parts: readonly { readonly verdict: Verdict; readonly found: number }[]): Markup {
  const total = parts.reduce((sum, { found }) => sum + found, 0);
  let from = 0;
  const rects = parts
    .filter(({ found }) => found > 0)
    .map(({ verdict, found }) => {
      const [x, width] = [Math.round((from / total) * 10_000) / 10, Math.round((found / total) * 10_000) / 10];
      from += found;
      return markup`<rect class="${verdict}" x="${x}" y="0" width="${Math.max(1, width - 3)}" height="12"/>`;
    });
  return markup`<svg class="share" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects}</svg>`;
}

function tasksTally({ locale, report }: Page): Markup | null {
  const { tasks } = report.assessment;
  if (tasks.length === 0) return null;
  const states = TASK_STATES.map((state) => ({ state, found: tasks.filter((task) => task.state === state).length }))
    .filter(({ found }) => found > 0)
    .map(({ state, found }) => `${found} ${locale.states[state]}`);
  return markup`<li class="tasks"><strong>${formatCount(tasks.length, locale)}</strong> <span>${
    tasks.length === 1 ? locale.task : locale.tasks
  }${states.length > 0 && markup`<small> (${states.join(", ")})</small>`}</span></li>`;
}

function problemsLine({ locale, report }: Page): string {
  const count = (severity: string) => report.assessment.problems.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  return errors + warnings > 0 ? ` ${locale.html.labels.problems}: ${locale.counts(errors, warnings)}.` : "";
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
