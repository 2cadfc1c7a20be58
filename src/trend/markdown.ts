import { nameIn } from "../locale/locale.ts";
import type { TrendReport, TrendRow } from "../model.ts";
import { targetOf } from "../report/figures.ts";
import { problemLine } from "../problem/problem-line.ts";
import { markdown, markdownTable } from "../text/markdown.ts";
import type { TrendContext } from "./formats.ts";
import {
  figureOf,
  groupsOf,
  lineOf,
  neededText,
  notesOf,
  projectionText,
  rowName,
  titlesOf,
  verdictText,
} from "./wording.ts";

/** For a report in Markdown: a table for each group, one row a target. */
export function render(report: TrendReport, context: TrendContext): string {
  const { locale, isFile, version } = context;
  const { assessment, trend } = report;
  const [title, ...titles] = titlesOf(assessment, locale);
  const groups = trend === null || trend.periods.length === 0 ? [] : groupsOf(trend, assessment.plan);
  const empty = trend === null ? locale.notAssessed : locale.trend.noPeriods;
  const left = assessment.problems.length - MOST_PROBLEMS;
  const blocks = [
    ...(isFile ? [`<!-- chitieu ${version} -->`] : []),
    `# ${markdown(title ?? locale.trend.title)}`,
    ...titles.map(markdown),
    ...(groups.length === 0 ? [markdown(empty)] : []),
    ...groups.flatMap(({ id, rows }) => {
      const name = id === null ? undefined : assessment.plan?.groups[id];
      const heading = name === undefined ? [] : [`## ${markdown(nameIn(name, locale))}`];
      return [...heading, tableOf(rows, report, context)];
    }),
    ...notesOf(report, locale).map((note) => `- ${markdown(note)}`),
    ...assessment.problems.slice(0, MOST_PROBLEMS).map((one) => `- ${markdown(problemLine(one, locale))}`),
    ...(left > 0 ? [`- ${locale.more(left)}`] : []),
  ];
  return `${blocks.join("\n\n").replaceAll(/^(- .*)\n\n(?=- )/gmu, "$1\n")}\n`;
}

/** How many problems are listed; the rest are counted. */
const MOST_PROBLEMS = 100;

/** In each period's cell stand the period alone and the year to date. */
function tableOf(rows: readonly TrendRow[], { assessment, trend }: TrendReport, { locale }: TrendContext): string {
  const { trend: words, columns } = locale;
  const heads = (trend?.periods ?? []).map((one) => `${words.shortPeriod(one)}, ${words.inPeriod} / ${words.toDate}`);
  const outlooks = rows.some((row) => row.projection !== null || row.needed !== null);
  const head = [
    columns.indicator,
    columns.target,
    ...heads,
    words.line,
    columns.verdict,
    ...(outlooks ? [words.projection, words.neededTitle] : []),
  ];
  const right = new Set(head.map((_, index) => index).filter((index) => index >= 1 && index < 2 + heads.length));
  const body = rows.map((row) => {
    const now = row.points.at(-1)?.toDate;
    return [
      rowName(row, assessment, locale),
      targetOf(row, locale),
      ...row.points.map(({ inPeriod, toDate }) => `${figureOf(inPeriod, locale)} / ${figureOf(toDate, locale)}`),
      lineOf(row),
      now === undefined ? "" : verdictText(now, locale),
      ...(outlooks ? [projectionText(row, locale), neededText(row, locale)] : []),
    ].map(markdown);
  });
  return markdownTable(head.map(markdown), { right }, body).trimEnd();
}
