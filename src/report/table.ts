import Table from "cli-table3";
import { formatDecimal, loadWords, nameIn } from "../locale/locale.ts";
import type { Words } from "../locale/locale.ts";
import type { Assessment, Report, Result, TaskResult } from "../model.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { printable } from "../text/printable.ts";
import { widthOf, wrap, wrapInto } from "../text/width.ts";
import { amendmentLines } from "./decisions.ts";
import type { RenderContext } from "./formats.ts";
import { countsOf, gapOf, rateOf, targetOf, unitOf, verdictOf } from "./figures.ts";
import { planGroups } from "./plan-groups.ts";
import { renderSummary } from "./summary.ts";
import { SYMBOLS, VERDICT_COLOURS } from "./symbols.ts";
import { periodLine, planLine } from "./titles.ts";

/** Columns of the table, in order. All but the name and the verdict hold figures, which never wrap. */
const COLUMNS = ["indicator", "level", "counts", "rate", "target", "gap", "verdict"] as const;
type Column = (typeof COLUMNS)[number];
type Line = Readonly<Record<Column, string>>;

const FIGURES: ReadonlySet<Column> = new Set(["counts", "rate", "target", "gap"]);
const BETWEEN = "  ";
const NARROWEST_NAME = 12;
const COMFORTABLE_NAME = 24;
const NARROWEST_VERDICT = 12;
const WIDEST_VERDICT = 24;

/** A table for a terminal: grouped as the plan is, one line a target, fitted to the width. */
export async function render({ assessment }: Report, context: RenderContext<never>): Promise<string> {
  const { locale, width, isFile, version } = context;
  const named = [periodLine(assessment, locale), planLine(assessment, locale)].filter((line) => line !== "");
  const titles = [...named, ...amendmentLines(assessment.plan, locale)];
  const heading = titles.map((line) => wrap(line, width));
  const body = assessment.results.length > 0 ? [tableOf(assessment, context)] : [locale.notAssessed];
  // A terminal has the problems beside it, on standard error.
  const problems = isFile && assessment.problems.length > 0 ? await problemsText(assessment, locale) : "";
  return [
    ...(isFile ? [`# chitieu ${version}`, ""] : []),
    ...heading,
    "",
    ...body,
    "",
    ...(problems === "" ? [] : [problems]),
    `${renderSummary(assessment, context)}\n`,
  ].join("\n");
}

async function problemsText({ problems }: Assessment, { language }: Words): Promise<string> {
  const locale = await loadWords(language, ["problems"]);
  return renderProblems(problems, { locale, paint: (text) => text });
}

type Entry =
  { readonly heading: readonly string[] } | { readonly line: Line; readonly paint: (text: string) => string };

function tableOf(assessment: Assessment, context: RenderContext<never>): string {
  const entries = entriesOf(assessment, context);
  const lines = entries.flatMap((entry) => ("line" in entry ? [entry.line] : []));
  const head = context.locale.columns;
  const columns = COLUMNS.filter((column) => column === "indicator" || lines.some((line) => line[column] !== ""));
  const widths = widthsOf(columns, [head, ...lines], context.width);
  if (widths === null) return stacked(entries, columns, context);
  const figures = columns.filter((column) => FIGURES.has(column));
  const others = columns.filter((column) => !FIGURES.has(column) && column !== "verdict");
  const room = figures.reduce((sum, column) => sum + widths[column] + BETWEEN.length, -BETWEEN.length);
  const withFigures = [...others.map((column) => widths[column]), ...(figures.length > 0 ? [room] : [])];
  const drawn = [
    draw(
      [columns.map((column) => head[column])],
      columns.map((column) => widths[column]),
      columns,
    ),
  ];
  let rows: Cell[][] = [];
  const flush = () => {
    if (rows.length > 0) drawn.push(draw(rows, [...withFigures, widths.verdict]));
    rows = [];
  };
  for (const entry of entries) {
    if ("heading" in entry) {
      flush();
      drawn.push(...entry.heading);
      continue;
    }
    const { line, paint } = entry;
    const cells: Cell[] = others.map((column) =>
      column === "indicator" ? wrappedName(line.indicator, widths.indicator) : line[column],
    );
    if (figures.length > 0) cells.push({ content: figuresOf(line, figures, widths), wordWrap: false });
    rows.push([...cells, paint(line.verdict)]);
    if (rows.length === MOST_ROWS) flush();
  }
  flush();
  return drawn.join("\n");
}

type Cell = string | { readonly content: string; readonly wordWrap: false };

function draw(rows: readonly Cell[][], widths: readonly number[], columns: readonly Column[] = []): string {
  const table = new Table({
    colWidths: [...widths],
    colAligns: columns.map((column) => (FIGURES.has(column) ? "right" : "left")),
    wordWrap: true,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    chars: { ...NO_BORDERS, middle: BETWEEN },
  });
  table.push(...rows);
  return table.toString().replaceAll(/[ \t]+$/gmu, "");
}

/** The figures of a row as one cell, since they never wrap: cli-table3 takes its time over every cell. */
function figuresOf(line: Line, figures: readonly Column[], widths: Readonly<Record<Column, number>>): string {
  const setRight = (text: string, width: number) => " ".repeat(width - widthOf(text)) + text;
  return figures.map((column) => setRight(line[column], widths[column])).join(BETWEEN);
}

/** Under its own beginning, since cli-table3 cuts what is indented. */
function wrappedName(indicator: string, width: number): string {
  const name = indicator.trimStart();
  return wrapInto(name, width, indicator.slice(0, indicator.length - name.length));
}

/** Where the columns have no room side by side, each result is a paragraph: its name, and a line for each figure. */
function stacked(
  entries: readonly Entry[],
  columns: readonly Column[],
  { locale, width }: RenderContext<never>,
): string {
  const lines = entries.flatMap((entry) => {
    if ("heading" in entry) return entry.heading;
    const { line, paint } = entry;
    const name = wrap(line.indicator.trimStart(), width, "  ").split("\n");
    const cells = columns.filter((column) => column !== "indicator" && line[column] !== "");
    const figures = cells.flatMap((column) => {
      const labelled = wrap(`${locale.columns[column]}: ${unbroken(column, line[column])}`, width - 2, "  ");
      return labelled.split("\n").map((text) => `  ${column === "verdict" ? paint(text) : text}`);
    });
    return ["", ...name, ...figures];
  });
  return lines
    .slice(lines[0] === "" ? 1 : 0)
    .join("\n")
    .replaceAll(NO_BREAK, " ");
}

/** A space at which a figure stays in one line. */
const NO_BREAK = "\u00A0";

function unbroken(column: Column, text: string): string {
  return FIGURES.has(column) ? text.replaceAll(" ", NO_BREAK) : text;
}

/** Drawn at once: cli-table3 compares every cell with all cells above it. */
const MOST_ROWS = 8;

const NO_BORDERS = Object.fromEntries(
  [
    "top",
    "top-mid",
    "top-left",
    "top-right",
    "bottom",
    "bottom-mid",
    "bottom-left",
    "bottom-right",
    "left",
    "left-mid",
    "mid",
    "mid-mid",
    "right",
    "right-mid",
  ].map((part) => [part, ""]),
);

/** In which order columns give way where the name would have little room; figures are never cut. */
const GIVING_WAY = ["level", "gap", "target", "rate", "counts", "verdict"] as const satisfies Column[];

/**
 * Every column takes what it needs and the name what is left; where that is little, words and headings wrap. `null`
 * where even so there is no room.
 */
function widthsOf(
  columns: readonly Column[],
  [head, ...lines]: readonly Line[],
  width: number,
): Record<Column, number> | null {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
  const longestWord = (texts: readonly string[]) => widest(texts.flatMap((text) => text.split(" ")));
  const textsOf = (column: Column) => lines.map((line) => line[column]);
  const natural = (column: Column) => widest([head?.[column] ?? "", ...textsOf(column)]);
  const tight = (column: Column) => {
    const title = longestWord([head?.[column] ?? ""]);
    if (FIGURES.has(column)) return Math.max(title, widest(textsOf(column)));
    return Math.max(title, longestWord(textsOf(column)), column === "verdict" ? NARROWEST_VERDICT : 0);
  };
  const widths = Object.fromEntries(columns.map((column) => [column, natural(column)])) as Record<Column, number>;
  const left = () => {
    const others = columns.reduce((total, column) => total + (column === "indicator" ? 0 : widths[column]), 0);
    return width - others - BETWEEN.length * (columns.length - 1);
  };
  if (columns.includes("verdict"))
    widths.verdict = Math.min(widths.verdict, Math.max(tight("verdict"), WIDEST_VERDICT));
  for (const column of GIVING_WAY) {
    if (columns.includes(column) && left() < COMFORTABLE_NAME) widths[column] = Math.min(widths[column], tight(column));
  }
  if (left() < Math.min(NARROWEST_NAME, widths.indicator)) return null;
  widths.indicator = Math.min(widths.indicator, left());
  return widths;
}

/** The plan's groups in order, each with its indicators and its tasks. */
function entriesOf(assessment: Assessment, context: RenderContext<never>): Entry[] {
  const { locale, paint, width } = context;
  const isGrouped = Object.keys(assessment.plan?.groups ?? {}).length > 0;
  return planGroups(assessment).flatMap(({ name, results, tasks }): Entry[] => {
    const entries = [
      ...results.map((result) => resultEntry(result, assessment, context)),
      ...tasks.map((task) => taskEntry(task, context)),
    ];
    // What stands in no group stands apart from the last one.
    if (name === null) return isGrouped ? [{ heading: [""] }, ...entries] : entries;
    const heading = wrap(printable(nameIn(name, locale)), width).split("\n");
    return [{ heading: ["", ...heading.map((line) => paint.bold(line))] }, ...entries];
  });
}

function resultEntry(
  result: Result,
  { units, plan }: Pick<Assessment, "units" | "plan">,
  { locale, paint }: RenderContext<never>,
): Entry {
  const unit = unitOf(result.unit, { units });
  const level = result.level === null ? undefined : plan?.levels[result.level];
  const isLevelOfOne = result.scope === "breakdown" && unit === null;
  const line: Line = {
    indicator:
      result.scope === "breakdown"
        ? `  ${printable(unit ?? (level === undefined ? "" : nameIn(level, locale)))}`
        : printable(nameIn(result.name, locale) + (unit === null ? "" : ` – ${unit}`)),
    level: level === undefined || isLevelOfOne ? "" : printable(nameIn(level, locale)),
    counts: countsOf(result, locale),
    rate: rateOf(result, locale),
    target: targetOf(result, locale),
    gap: gapOf(result, locale),
    verdict: `${SYMBOLS[result.verdict]} ${verdictOf(result, locale)}`,
  };
  return { line, paint: paint[VERDICT_COLOURS[result.verdict]] };
}

function taskEntry({ name, state, percent }: TaskResult, { locale, paint }: RenderContext<never>): Entry {
  const line: Line = {
    indicator: printable(nameIn(name, locale)),
    level: "",
    counts: "",
    rate: percent === null ? "" : `${formatDecimal(String(percent), locale)}%`,
    target: "",
    gap: "",
    verdict: `${SYMBOLS["not-scored"]} ${state === null ? locale.taskUnreported : locale.states[state]}`,
  };
  return { line, paint: paint.dim };
}
