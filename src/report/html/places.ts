import { formatCount, nameIn } from "../../locale/locale.ts";
import type { Contribution, Place, Result } from "../../model.ts";
import { groupBy } from "../../text/group-by.ts";
import { levelOfFigure } from "../figures.ts";
import { plainTable, scrollable } from "./data-table.ts";
import { code, markup, name } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { scopeName } from "./page.ts";
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
  return markup`<h3>${labels.places}</h3>
<p class="hint">${labels.placesMany}</p>
${scrollable(
  labels.places,
  [...files.values()].map((figures) => {
    const [first] = figures;
    if (first === undefined) return null;
    const caption = markup`${locale.period(first.period)} · ${code(fileOf(first.at))}`;
    return fileTable(figures, caption, page);
  }),
)}`;
}

function isBehind(figure: Contribution, result: Result, { report }: Page): boolean {
  if (result.unit !== null && figure.unit !== result.unit) return false;
  return result.level === null || levelOfFigure(figure, report.assessment) === result.level;
}

function fileTable(figures: readonly Contribution[], caption: Markup, page: Page): Markup {
  const { labels, locale, report } = page;
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const rows = groupBy(figures, ({ unit, level, at }) => JSON.stringify([unit, level, positionOf(at)]));
  const columns = [
    { label: labels.unit },
    ...measures.map((id) => {
      const measure = report.assessment.plan?.measures[id];
      return { label: measure === undefined ? id : nameIn(measure, locale), kind: "number" } as const;
    }),
    { label: labels.line },
  ];
  return plainTable({
    caption,
    columns,
    rows: [...rows.values()].flatMap((row) => {
      const [first] = row;
      if (first === undefined) return [];
      const counts = measures.map((id) => {
        const figure = row.find(({ measure }) => measure === id);
        return figure === undefined ? "" : formatCount(figure.count, locale);
      });
      return [[name(scopeName(first, page) ?? labels.noUnit), ...counts, positionOf(first.at)]];
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
