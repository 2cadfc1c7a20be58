import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Trend, TrendReport, TrendRow } from "../model.ts";
import { targetOf } from "../report/figures.ts";
import { VERDICT_COLOURS } from "../report/symbols.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { printable } from "../text/printable.ts";
import { widthOf, wrap } from "../text/width.ts";
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

const INDENT = "  ";
const BETWEEN = "  ";

/** For a terminal: under each target's name a line for the periods alone and one for the year up to their ends. */
export function render(report: TrendReport, context: TrendContext): string {
  const { locale, width, isFile, version } = context;
  const { assessment, trend } = report;
  const folded = (lines: readonly string[]) => lines.map((line) => wrap(line, width, INDENT));
  const body =
    trend === null
      ? [locale.notAssessed]
      : trend.periods.length === 0
        ? [locale.trend.noPeriods]
        : bodyOf(report, trend, context);
  const lines = [
    ...(isFile ? [`# chitieu ${version}`, ""] : []),
    ...titlesOf(assessment, locale).map((line) => wrap(line, width)),
    "",
    ...body,
  ];
  const notes = folded(notesOf(report, locale));
  // A terminal has the problems beside it, on standard error.
  const problems = isFile ? renderProblems(assessment.problems, { locale, paint: (text) => text }) : "";
  return [
    ...lines,
    ...(notes.length > 0 ? ["", ...notes] : []),
    ...(problems === "" ? [] : ["", problems.trimEnd()]),
    "",
  ].join("\n");
}

/** The columns that fit: of more periods the last ones. */
interface Columns {
  readonly label: number;
  readonly figure: number;
  /** The first period that is shown. */
  readonly from: number;
}

function bodyOf({ assessment }: TrendReport, trend: Trend, context: TrendContext): string[] {
  const { locale, paint, width } = context;
  const columns = columnsOf(trend, locale, width);
  const heads = trend.periods.slice(columns.from).map((period) => locale.trend.shortPeriod(period));
  const hidden = trend.periods.slice(0, columns.from).map((period) => locale.period(period));
  return [
    ...(hidden.length > 0 ? [wrap(locale.trend.hidden(hidden.join(", ")), width), ""] : []),
    figureLine("", heads, columns),
    ...groupsOf(trend, assessment.plan).flatMap(({ id, rows }, index) => {
      const name = id === null ? undefined : assessment.plan?.groups[id];
      const heading = name === undefined ? [] : wrap(printable(nameIn(name, locale)), width).split("\n");
      return [
        ...(index > 0 || heading.length > 0 ? [""] : []),
        ...heading.map((one) => paint.bold(one)),
        ...rows.flatMap((row) => rowLines(row, rowName(row, assessment, locale), columns, context)),
      ];
    }),
  ];
}

function columnsOf({ periods, rows }: Trend, locale: Locale, width: number): Columns {
  const { trend } = locale;
  const label = INDENT.length + Math.max(widthOf(trend.inPeriod), widthOf(trend.toDate));
  const figures = rows.flatMap(({ points }) =>
    points.flatMap(({ inPeriod, toDate }) => [figureOf(inPeriod, locale), figureOf(toDate, locale)]),
  );
  const heads = periods.map((period) => trend.shortPeriod(period));
  const figure = [...figures, ...heads].reduce((most, text) => Math.max(most, widthOf(text)), 0);
  const room = Math.max(1, Math.floor((width - label) / (BETWEEN.length + figure)));
  return { label, figure, from: Math.max(0, periods.length - room) };
}

function figureLine(label: string, figures: readonly string[], { label: labelWidth, figure }: Columns): string {
  const pad = (text: string, width: number) => " ".repeat(Math.max(0, width - widthOf(text)));
  const cells = figures.map((text) => `${BETWEEN}${pad(text, figure)}${text}`);
  return `${label}${pad(label, labelWidth)}${cells.join("")}`;
}

function rowLines(row: TrendRow, name: string, columns: Columns, { locale, width, paint }: TrendContext): string[] {
  const points = row.points.slice(columns.from);
  const now = row.points.at(-1)?.toDate;
  const target = targetOf(row, locale);
  const final = targetOf({ target: row.finalTarget }, locale);
  const asked = target === final ? target : `${target} → ${final}`;
  const outlook = [projectionText(row, locale), neededText(row, locale)].filter((text) => text !== "");
  const alone = points.map(({ inPeriod }) => figureOf(inPeriod, locale));
  const toDate = points.map((point) => figureOf(point.toDate, locale));
  return [
    ...wrap(asked === "" ? name : `${name} (${unbroken(asked)})`, width)
      .replaceAll("\u00A0", " ")
      .split("\n"),
    ...withTail(figureLine(INDENT + locale.trend.inPeriod, alone, columns), lineOf(row), width, (text) => text),
    ...(now === undefined
      ? []
      : withTail(
          figureLine(INDENT + locale.trend.toDate, toDate, columns),
          verdictText(now, locale),
          width,
          paint[VERDICT_COLOURS[now.verdict]],
        )),
    ...(outlook.length > 0 ? indented(outlook.join("; "), width) : []),
  ];
}

/** What a target asks stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00A0");
}

/** Something behind the figures, or under them where there is no room. */
function withTail(figures: string, tail: string, width: number, paint: (text: string) => string): string[] {
  if (tail === "") return [figures];
  if (widthOf(figures) + BETWEEN.length + widthOf(tail) <= width) return [`${figures}${BETWEEN}${paint(tail)}`];
  return [figures, ...indented(tail, width).map((one) => paint(one))];
}

function indented(text: string, width: number): string[] {
  const lines = wrap(text, width - INDENT.length).split("\n");
  return lines.map((one) => `${INDENT}${one}`);
}
