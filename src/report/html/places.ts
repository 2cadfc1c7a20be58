import { formatCount, nameIn } from "../../locale/locale.ts";
import { reporterId } from "../../model.ts";
import type { Contribution, Place, Result } from "../../model.ts";
import { groupBy } from "../../text/group-by.ts";
import { levelOfFigure } from "../figures.ts";
import { plainTable, scrollable } from "./data-table.ts";
import type { Column } from "./data-table.ts";
import { code, markup, name } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { MOST_UNITS, scopeName } from "./page.ts";
import type { Page } from "./page.ts";

/**
 * The files and lines behind a figure. A file usually holds several measures of one row, so they stand side by side:
 * with hundreds of agencies that is what keeps the page small.
 */
export function placesOf(result: Result, page: Page): Markup | null {
  const { labels, report, locale } = page;
  const found = (report.contributions.get(result.indicator) ?? []).filter((one) => isBehind(one, result, page));
  if (found.length === 0) return null;
  const files = groupBy(found, ({ at, period }) => JSON.stringify([period, fileOf(at)]));
  const isLarge = [...files.values()].some(isOfMany);
  return markup`<h3>${labels.places}</h3>
<p class="hint">${labels.placesMany}${isLarge && ` ${locale.html.placesSummed(String(MOST_UNITS), result.indicator)}`}</p>
${scrollable(
  labels.places,
  [...files.values()].map((figures) => {
    const [first] = figures;
    if (first === undefined) return null;
    const caption = markup`${locale.period(first.period)} · ${code(fileOf(first.at))}`;
    return isOfMany(figures) ? summedTable(figures, caption, page) : fileTable(figures, caption, page);
  }),
)}`;
}

function isBehind(figure: Contribution, result: Result, { report }: Page): boolean {
  if (result.unit !== null && figure.unit !== result.unit) return false;
  return result.level === null || levelOfFigure(figure, report.assessment) === result.level;
}

function isOfMany(figures: readonly Contribution[]): boolean {
  return new Set(figures.map(reporterId)).size > MOST_UNITS;
}

/** Of very many agencies the sums, and between which lines they stand: each line of each target would be a page of megabytes. */
function summedTable(figures: readonly Contribution[], caption: Markup, page: Page): Markup {
  const { locale } = page;
  const measures = measuresIn(figures);
  const said = figures.filter(({ stated }) => stated);
  const [first, last] = [said[0], said.at(-1)];
  const sums = measures.map((id) => {
    const counts = figures.filter(({ measure }) => measure === id).map(({ count }) => BigInt(count));
    return formatCount(
      counts.reduce((sum, count) => sum + count, 0n),
      locale,
    );
  });
  const units = locale.html.agencies(formatCount(new Set(figures.map(reporterId)).size, locale));
  const lines =
    first === undefined || last === undefined
      ? locale.reports.labels.noRow
      : `${positionOf(first.at)} – ${positionOf(last.at)}`;
  return plainTable({ caption, columns: columnsOf(measures, page), rows: [[units, ...sums, lines]] });
}

function measuresIn(figures: readonly Contribution[]): string[] {
  return [...new Set(figures.map(({ measure }) => measure))];
}

function columnsOf(measures: readonly string[], { labels, locale, report }: Page): Column[] {
  const counts = measures.map((id): Column => {
    const measure = report.assessment.plan?.measures[id];
    return { label: measure === undefined ? id : nameIn(measure, locale), kind: "number" };
  });
  return [{ label: labels.unit }, ...counts, { label: labels.line }];
}

function fileTable(figures: readonly Contribution[], caption: Markup, page: Page): Markup {
  const { labels, locale } = page;
  const measures = measuresIn(figures);
  const rows = groupBy(figures, ({ unit, level, at }) => JSON.stringify([unit, level, positionOf(at)]));
  return plainTable({
    caption,
    columns: columnsOf(measures, page),
    rows: [...rows.values()].flatMap((row) => {
      const [first] = row;
      if (first === undefined) return [];
      const counts = measures.map((id) => {
        const figure = row.find(({ measure }) => measure === id);
        return figure === undefined ? "" : formatCount(figure.count, locale);
      });
      const position = first.stated ? positionOf(first.at) : locale.reports.labels.noRow;
      return [[name(scopeName(first, page) ?? labels.noUnit), ...counts, position]];
    }),
  });
}

function fileOf(at: Place): string {
  return at.in === "sheet" ? `${at.file}#${at.sheet}` : at.file;
}

function positionOf(at: Place): string {
  switch (at.in) {
    case "text":
      return `${at.line}:${at.column}`;
    case "sheet":
      return at.cell;
    case "database":
      return at.row;
    case "file":
      return "";
  }
}
