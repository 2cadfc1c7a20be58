import { formatCount } from "../locale/locale.ts";
import { reporterId } from "../model.ts";
import type { Assessment, Contribution } from "../model.ts";
import { groupBy } from "../text/group-by.ts";
import { byCodeUnit } from "../text/by-code-unit.ts";
import { printable } from "../text/printable.ts";
import { widthOf, wrap } from "../text/width.ts";
import { line, quoted, whoIs } from "./context.ts";
import type { ExplainContext, Line } from "./context.ts";
import type { IndicatorSubject, Total } from "./explanation.ts";

const BETWEEN = "  ";
const NARROWEST_NAME = 16;

/** For each measure a table of its figures: agencies in rows, periods in columns. */
export function figureLines(subject: IndicatorSubject, assessment: Assessment, context: ExplainContext): Line[] {
  const { locale, paint } = context;
  if (subject.figures.length === 0) return [];
  const byMeasure = groupBy(subject.figures, ({ measure }) => measure);
  return [
    line(0, ""),
    { indent: 0, text: locale.explain.labels.figures, paint: paint.bold },
    ...subject.measures.flatMap((measure) => {
      const figures = byMeasure.get(measure) ?? [];
      if (figures.length === 0) return [];
      return [
        line(0, ""),
        line(0, `${quoted(measure, assessment, locale)} (${howItRuns(measure, assessment, context)})`),
        ...tablesOf(
          figures,
          subject.totals.filter((total) => total.measure === measure),
          assessment,
          context,
        ),
      ];
    }),
  ];
}

function howItRuns(measure: string, { plan }: Assessment, { locale }: ExplainContext): string {
  const { accumulate = "sum", within = null } = plan?.measures[measure] ?? {};
  const runs = locale.explain.accumulate[accumulate ?? "sum"];
  return within === null ? runs : `${runs}; ${locale.explain.within(quoted(within, { plan }, locale))}`;
}

type Row = readonly [name: string, ...cells: string[]];

/** As many tables as it takes to fit every period; what they come to stands in the last column. */
function tablesOf(
  figures: readonly Contribution[],
  totals: readonly Total[],
  assessment: Assessment,
  context: ExplainContext,
): Line[] {
  const { locale, width } = context;
  const { labels } = locale.explain;
  const periods = [...new Set(figures.map(({ period }) => period))].sort(byCodeUnit);
  const runs = assessment.plan?.measures[figures[0]?.measure ?? ""]?.accumulate ?? "sum";
  const comesTo = periods.length === 1 ? [] : [runs === "distinct" ? labels.union : labels.total];
  const cellsOf = (some: readonly Contribution[], of: readonly Total[]): string[] => [
    ...periods.map((period) => {
      const counts = some.flatMap((one) => (one.period === period ? [one.count] : []));
      return counts.length === 0 ? "" : formatCount(sum(counts), locale);
    }),
    ...comesTo.map(() => formatCount(sum(of.map(({ count }) => count)), locale)),
  ];
  const rows = [...groupBy(figures, reporterId)];
  const table: Row[] = [
    ["", ...periods.map((period) => locale.trend.shortPeriod(period)), ...comesTo],
    ...rows.map(([id, some]): Row => {
      const who = printable(whoIs(some[0] as Contribution, assessment, locale));
      return [
        who,
        ...cellsOf(
          some,
          totals.filter((total) => reporterId(total) === id),
        ),
      ];
    }),
    ...(rows.length > 1 ? [[labels.total, ...cellsOf(figures, totals)] as const] : []),
  ];
  return blocksOf(table, width - 2).map((text) => ({ indent: 2, text, drawn: true }));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function blocksOf(table: readonly Row[], width: number): string[] {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => widthOf(row[column] ?? "")))) ?? [];
  const [longest = 0, ...columns] = widths;
  const blocks: number[][] = [[]];
  let left = width - NARROWEST_NAME;
  for (const [index, wide] of columns.entries()) {
    const needed = wide + BETWEEN.length;
    if (left < needed && (blocks.at(-1)?.length ?? 0) > 0) {
      blocks.push([]);
      left = width - NARROWEST_NAME;
    }
    blocks.at(-1)?.push(index + 1);
    left -= needed;
  }
  return blocks.map((block) => {
    const taken = block.reduce((total, column) => total + (widths[column] ?? 0) + BETWEEN.length, 0);
    const name = Math.max(NARROWEST_NAME, Math.min(longest, width - taken));
    return table.map((row) => drawRow(row, block, [name, ...widths.slice(1)])).join("\n");
  });
}

/** Names fold, figures stand on their last line. */
function drawRow(row: Row, block: readonly number[], widths: readonly number[]): string {
  const [name = 0] = widths;
  const names = wrap(row[0], name).split("\n");
  const last = names.at(-1) ?? "";
  const cells = block.map((column) => BETWEEN + pad(row[column] ?? "", widths[column] ?? 0, "left"));
  return [...names.slice(0, -1), (pad(last, name, "right") + cells.join("")).trimEnd()].join("\n");
}

function pad(text: string, width: number, side: "left" | "right"): string {
  const blank = " ".repeat(Math.max(0, width - widthOf(text)));
  return side === "left" ? blank + text : text + blank;
}
