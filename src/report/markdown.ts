import { formatCount, formatDecimal, nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, Input, Report, Result, TaskResult } from "../model.ts";
import { problemLine } from "../problem/problem-line.ts";
import type { Severity } from "../problem/problem.ts";
import { markdown, markdownTable } from "../text/markdown.ts";
import { countsOf, gapOf, levelOf, rateOf, targetOf, unitOf, verdictOf } from "./figures.ts";
import { amendmentLines } from "./decisions.ts";
import type { RenderContext } from "./formats.ts";
import { planGroups } from "./plan-groups.ts";
import { resultTitle } from "./result-title.ts";
import { resultSentence } from "./sentences.ts";
import { summaryLines } from "./summary.ts";
import { SYMBOLS } from "./symbols.ts";
import { periodLine, planLine } from "./titles.ts";

type Spoken = "problems" | "reports" | "html" | "findings";

/** How many problems of a kind, and how many of those who did not report, are listed; the rest are counted. */
const MOST_PROBLEMS = 100;
const MOST_MISSING = 30;

/** A document that renders on GitHub and reads as text. Without verdicts its title says so. */
export function render({ assessment }: Report, { locale, version }: RenderContext<Spoken>): string {
  const isAssessed = assessment.results.length > 0;
  const title = planLine(assessment, locale) || "chitieu";
  const period = periodLine(assessment, locale);
  const sections = [
    `# ${isAssessed ? markdown(title) : `${locale.notAssessed} – ${markdown(title)}`}\n`,
    ...(period === "" ? [] : [`${markdown(period)}\n`]),
    ...amendmentLines(assessment.plan, locale).map((line) => `${markdown(line)}\n`),
    summaryLines(assessment, locale)
      .map((line) => `- ${markdown(line)}\n`)
      .join(""),
    ...(isAssessed ? [resultsSection(assessment, locale)] : []),
    ...missedSection(assessment, locale),
    ...coverageSection(assessment, locale),
    ...problemsSection(assessment, locale),
    ...provenanceSection(assessment, locale),
    `chitieu ${version}\n`,
  ];
  return sections.join("\n");
}

const COLUMNS = ["indicator", "level", "counts", "rate", "target", "gap", "verdict"] as const;
const FIGURES: ReadonlySet<number> = new Set([2, 3, 4, 5]);

function resultsSection(assessment: Assessment, locale: Locale<Spoken>): string {
  const { labels } = locale.reports;
  const groups = planGroups(assessment).map(({ name, results, tasks }) => {
    const rows = [
      ...results.map((result) => resultRow(result, assessment, locale)),
      ...tasks.map((task) => taskRow(task, locale)),
    ];
    const heading = name === null ? "" : `### ${markdown(nameIn(name, locale))}\n\n`;
    const head = COLUMNS.map((column) => locale.columns[column]);
    return `${heading}${markdownTable(head, { right: FIGURES }, rows)}${notesOf(results, locale)}`;
  });
  return [`## ${labels.results}\n`, ...groups].join("\n");
}

/** What a reader of a rate must know: what it leaves out, and how the plan was read. */
function notesOf(results: readonly Result[], locale: Locale<Spoken>): string {
  const { labels } = locale.html;
  const items = results
    .filter(({ scope }) => scope === "target")
    .flatMap(({ name, excludes, note }) => {
      const said = [
        ...(excludes === null ? [] : [`${labels.excludes}: ${excludes}`]),
        ...(note === null ? [] : [`${labels.note}: ${note}`]),
      ];
      return said.map((text) => `- ${markdown(nameIn(name, locale))}. ${markdown(text)}\n`);
    });
  return items.length === 0 ? "" : `\n${[...new Set(items)].join("")}`;
}

function resultRow(result: Result, assessment: Assessment, locale: Locale<Spoken>): string[] {
  const unit = unitOf(result.unit, assessment);
  const level = levelOf(result.level, assessment, locale) ?? "";
  const name = nameIn(result.name, locale);
  const isPart = result.scope === "breakdown";
  const part = unit ?? level;
  return [
    isPart ? `↳ ${markdown(part)}` : markdown(unit === null ? name : `${name} – ${unit}`),
    isPart && unit === null ? "" : markdown(level),
    markdown(countsOf(result, locale)),
    rateOf(result, locale),
    markdown(targetOf(result, locale)),
    markdown(gapOf(result, locale)),
    `${markdown(SYMBOLS[result.verdict])} ${markdown(verdictOf(result, locale))}`,
  ];
}

function taskRow({ name, state, percent }: TaskResult, locale: Locale<Spoken>): string[] {
  const rate = percent === null ? "" : `${formatDecimal(String(percent), locale)}%`;
  const word = state === null ? locale.taskUnreported : locale.states[state];
  return [markdown(nameIn(name, locale)), "", "", rate, "", "", `${SYMBOLS["not-scored"]} ${markdown(word)}`];
}

/** What is missed, and by how much. */
function missedSection(assessment: Assessment, locale: Locale<Spoken>): string[] {
  const missed = assessment.results.filter(({ scope, verdict }) => scope === "target" && verdict === "missed");
  if (missed.length === 0) return [];
  const items = missed.map((result) => {
    const title = markdown(resultTitle(result, assessment, locale));
    return `- **${title}**: ${markdown(resultSentence(result, assessment, locale))}\n`;
  });
  return [`## ${locale.reports.labels.missed}\n`, items.join("")];
}

function coverageSection(assessment: Assessment, locale: Locale<Spoken>): string[] {
  const lacking = assessment.results.filter(
    ({ scope, verdict, coverage }) => scope === "target" && verdict !== "not-applicable" && coverage.missing.length > 0,
  );
  if (lacking.length === 0) return [];
  const items = lacking.map((result) => {
    const { missing, expected, basis } = result.coverage;
    const named = missing.slice(0, MOST_MISSING).map(({ unit, periods }) => {
      const who = unitOf(unit, assessment) ?? locale.whole;
      return `${who} (${periods.map((period) => locale.period(period)).join(", ")})`;
    });
    const more = missing.length > MOST_MISSING ? [locale.more(missing.length - MOST_MISSING)] : [];
    const title = `**${markdown(resultTitle(result, assessment, locale))}**`;
    const who = markdown([...named, ...more].join("; "));
    return `- ${title}: ${markdown(locale.missing(missing.length, expected, basis))}: ${who}\n`;
  });
  return [`## ${locale.reports.labels.coverage}\n`, items.join("")];
}

const SEVERITIES = ["error", "warning", "note"] as const satisfies Severity[];

/** Errors first. */
function problemsSection({ problems }: Assessment, locale: Locale<Spoken>): string[] {
  if (problems.length === 0) return [];
  const items = SEVERITIES.flatMap((severity) => {
    const found = problems.filter((one) => one.severity === severity);
    const more =
      found.length > MOST_PROBLEMS
        ? [`- ${locale.severities[severity]}: ${locale.more(found.length - MOST_PROBLEMS)}\n`]
        : [];
    return [...found.slice(0, MOST_PROBLEMS).map((one) => `- ${markdown(problemLine(one, locale))}\n`), ...more];
  });
  return [`## ${locale.reports.labels.problems}\n`, items.join("")];
}

function provenanceSection({ inputs }: Assessment, locale: Locale<Spoken>): string[] {
  if (inputs.length === 0) return [];
  const { labels } = locale.reports;
  const heading = [locale.findings.file, locale.findings.sheet, labels.source, labels.period, labels.rows];
  const rows = inputs.map((input) => inputRow(input, locale));
  return [`## ${labels.provenance}\n`, markdownTable(heading, { right: new Set([4]) }, rows)];
}

function inputRow({ file, sheet, source, period, rows }: Input, locale: Locale<Spoken>): string[] {
  const texts = [file, sheet ?? "", source ?? "", period === null ? "" : locale.period(period)];
  return [...texts.map(markdown), formatCount(rows, locale)];
}
