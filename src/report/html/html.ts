import type { Report } from "../../model.ts";
import { amendmentLines } from "../decisions.ts";
import type { RenderContext } from "../formats.ts";
import { breakdownSection } from "./breakdown-section.ts";
import { markup, name, trusted } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { missingSection } from "./missing-section.ts";
import { pageOf } from "./page.ts";
import type { Page } from "./page.ts";
import { pageScript } from "./page-script.ts";
import { problemsSection } from "./problems-section.ts";
import { provenanceSection } from "./provenance-section.ts";
import { resultsSection } from "./results-section.ts";
import { securityPolicy } from "./security-policy.ts";
import { style } from "./style.ts";
import { summarySection } from "./summary-section.ts";
import { tasksSection } from "./tasks-section.ts";
import { trendSection, trendTitle } from "./trend-section.ts";

/** One file for a browser, which needs nothing else: no network, no script to read it, and A4 to print it. */
export function render(report: Report, context: RenderContext): string {
  const page = pageOf(report, context);
  const { locale, labels } = page;
  const isAssessed = page.groups.length > 0;
  const script = pageScript(locale.html.shown("{shown}", "{of}"));
  const sections = [
    ["targets", labels.targets, resultsSection(page)],
    ["tasks", locale.tasks, tasksSection(page)],
    ["breakdown", labels.breakdown, breakdownSection(page)],
    ["trend", trendTitle(page), trendSection(page)],
    ["missing", labels.missing, missingSection(page)],
    ["problems", labels.problems, problemsSection(page)],
    ["provenance", labels.provenance, provenanceSection(page)],
  ] as const;
  const { markup: document } = markup`<!DOCTYPE html>
<html lang="${locale.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="chitieu ${page.version}">
<title>${titleOf(page)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#${isAssessed ? "targets" : "summary"}">${labels.skip}</a>
${heading(page)}
<main>
${summarySection(page)}
<nav aria-label="${labels.contents}"><ul>${sections
    .filter(([, , section]) => section !== null)
    .map(([id, title]) => markup`<li><a href="#${id}">${capital(title)}</a></li>`)}</ul></nav>
${sections.map(([, , section]) => section && markup`${section}\n`)}
</main>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return document;
}

function titleOf({ labels, locale, report: { assessment } }: Page): string {
  const { plan, period } = assessment;
  const parts = [plan?.number ?? plan?.id, period === null ? undefined : locale.period(period)];
  return [labels.title, ...parts.filter((part) => part !== undefined)].join(" – ");
}

/** Whose plan it is, which one, and what it was looked at for. */
function heading({ labels, locale, report: { assessment }, header }: Page): Markup {
  const { plan, period, periodAsked, options } = assessment;
  const latest = periodAsked ? "" : ` (${locale.latest})`;
  const issuers = [header?.superior ?? null, header?.agency ?? plan?.issuer ?? null].filter((one) => one !== null);
  return markup`<header>
${issuers.map((issuer) => markup`<p class="issuer">${name(issuer)}</p>`)}
<h1>${labels.title}</h1>
${plan !== null && markup`<p class="plan">${locale.plan} <b>${name(plan.number ?? plan.id)}</b>: <bdi lang="${plan.language ?? locale.language}">${plan.title}</bdi></p>`}
${amendmentLines(plan, locale).map((line) => markup`<p class="amendment">${line}</p>`)}
${
  period !== null &&
  markup`<p class="period"><b>${locale.period(period)}</b>${latest}, ${
    options.window === "period" ? locale.periodAlone : locale.yearToDate
  }</p>`
}
</header>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
