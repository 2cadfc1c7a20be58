import { nameIn } from "../../locale/locale.ts";
import type { Locale } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { bold, cell, paragraph } from "./block.ts";
import type { Block, Cell, Row } from "./block.ts";
import { inGroups } from "./material.ts";
import type { Material } from "./material.ts";
import { columnsOf, countLines, headsOf, KEYS, layoutOf, lineOf, PADDING } from "./result-columns.ts";
import type { Figures, Layout, Line } from "./result-columns.ts";
import { groupTitle } from "./scope.ts";

/** The results by the plan's groups, each as a table; the columns of all are the same. */
export function resultBlocks(material: Material): readonly Block[] {
  const { assessment, locale, targets } = material;
  const lines = new Map(targets.map((result) => [result, lineOf(result, material)]));
  const layout = layoutOf([...lines.values()], material);
  return inGroups(assessment, targets).flatMap(({ group, items }, at): Block[] => {
    const title = groupTitle(group, material, locale.document.labels.otherIndicators);
    const hasLevels = items.some((result) => lines.get(result)?.level !== "");
    return [
      ...(title === null ? [] : [paragraph("Heading2", `${at + 1}. ${title}`)]),
      {
        kind: "table",
        columns: columnsOf(layout, hasLevels),
        header: [headerOf(layout, hasLevels, material)],
        rows: items.map((result, index) => {
          const line = lines.get(result) ?? lineOf(result, material);
          return rowOf({ result, line, above: items[index - 1], below: items[index + 1] }, layout, hasLevels, material);
        }),
        bordered: true,
        padding: PADDING,
      },
    ];
  });
}

function headerOf({ widths }: Layout, hasLevels: boolean, { locale, report }: Material): Row {
  const titles = headsOf({ locale, report });
  const shown = KEYS.filter((key) => widths[key] !== null && (key !== "level" || hasLevels));
  return {
    cells: [locale.document.labels.row, locale.columns.indicator, ...shown.map((key) => titles[key])].map((title) =>
      cell([bold(title)]),
    ),
  };
}

interface Entry {
  readonly result: Result;
  readonly line: Line;
  readonly above: Result | undefined;
  readonly below: Result | undefined;
}

/** An indicator with a target for each level has its number and its name once, beside all of them. */
function rowOf({ result, line, above, below }: Entry, layout: Layout, hasLevels: boolean, material: Material): Row {
  const { numbers, locale, assessment } = material;
  const { size, widths } = layout;
  const isAlone = assessment.options.window === "period";
  const goesOn = above?.indicator === result.indicator;
  const keepNext = below?.indicator === result.indicator;
  const merge = goesOn ? ({ merge: "continue" } as const) : keepNext ? ({ merge: "begin" } as const) : {};
  const isBad = result.verdict === "missed" || result.verdict === "invalid";
  const figures = (key: "inPeriod" | "toDate"): Cell[] =>
    widths[key] === null ? [] : [figuresCell(line[key], key, layout, (key === "inPeriod") === isAlone)];
  return {
    keepNext,
    cells: [
      cell(goesOn ? "" : String(numbers.get(result.indicator) ?? ""), merge),
      { ...nameCell(goesOn ? null : result, locale), ...merge },
      ...(hasLevels ? [cell(line.level)] : []),
      ...figures("inPeriod"),
      ...figures("toDate"),
      cell([{ text: line.target, size }]),
      cell([{ text: line.gap, size }]),
      cell([{ text: line.verdict, bold: isBad }]),
    ],
  };
}

/** The name, and what the rate leaves out. */
function nameCell(result: Result | null, locale: Locale): Cell {
  if (result === null) return cell("");
  const { excludes } = result;
  const left =
    excludes === null
      ? []
      : [paragraph("Cell", [{ text: `${locale.html.labels.excludes}: ${excludes}`, italic: true, size: 20 }])];
  return { content: [paragraph("Cell", nameIn(result.name, locale)), ...left] };
}

/** The rate, with its counts in smaller letters below; bold where it is what the verdict looks at. */
function figuresCell(figures: Figures | null, key: "inPeriod" | "toDate", layout: Layout, isAssessed: boolean): Cell {
  if (figures === null) return cell("");
  const { size } = layout;
  const below = countLines(figures.counts, layout, key);
  const rate = { text: figures.rate, size, bold: isAssessed };
  return {
    content: [
      paragraph("Cell", [rate], below.length > 0 ? { after: 0 } : {}),
      ...below.map((text, at) =>
        paragraph("Cell", [{ text, size: size - 2 }], { before: 0, after: at === below.length - 1 ? 30 : 0 }),
      ),
    ],
  };
}
