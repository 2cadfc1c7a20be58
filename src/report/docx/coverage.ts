import { formatCount, nameIn } from "../../locale/locale.ts";
import type { Result } from "../../model.ts";
import { levelOf, unitOf } from "../figures.ts";
import { bold, cell, paragraph } from "./block.ts";
import type { Block, Row } from "./block.ts";
import type { Material } from "./material.ts";
import { PORTRAIT, textWidth } from "./page.ts";
import { unbroken } from "./text-width.ts";

const WIDTHS = { row: 470, name: 3600, reported: 1300 };

/** Results for which somebody did not report, with everybody who did not. */
export function coverageBlocks(material: Material): readonly Block[] {
  const { targets, locale } = material;
  const { labels, provisionalAre } = locale.document;
  const lacking = targets.filter(({ coverage }) => coverage.missing.length > 0);
  if (lacking.length === 0) {
    // Of what errors cast doubt on, nobody knows who reported.
    const isKnown = targets.every(({ verdict }) => verdict !== "invalid");
    return [paragraph("Body", isKnown ? locale.html.labels.everyoneReported : labels.othersReported)];
  }
  const provisional = lacking.filter(({ flags }) => flags.includes("provisional")).length;
  const titles = [labels.row, locale.columns.indicator, labels.reported, labels.unreported];
  return [
    ...(provisional > 0 ? [paragraph("Body", provisionalAre(formatCount(provisional, locale)))] : []),
    {
      kind: "table",
      columns: [
        { width: WIDTHS.row, align: "center" },
        { width: WIDTHS.name, align: "left" },
        { width: WIDTHS.reported, align: "right" },
        { width: textWidth(PORTRAIT) - WIDTHS.row - WIDTHS.name - WIDTHS.reported, align: "left" },
      ],
      header: [{ cells: titles.map((title) => cell([bold(title)])) }],
      rows: lacking.map((result) => rowOf(result, material)),
      bordered: true,
      padding: 70,
    },
  ];
}

function rowOf(result: Result, { assessment, locale, numbers }: Material): Row {
  const { indicator, name, level, unit, coverage } = result;
  const part = unitOf(unit, assessment) ?? levelOf(level, assessment, locale);
  const who = coverage.missing.map((one) => {
    const agency = unitOf(one.unit, assessment) ?? locale.document.labels.whole;
    return `${agency} (${one.periods.map((period) => unbroken(locale.period(period))).join(", ")})`;
  });
  const reported =
    coverage.basis === "whole"
      ? "–"
      : `${formatCount(coverage.reported, locale)}/${formatCount(coverage.expected, locale)}`;
  return {
    cells: [
      cell(String(numbers.get(indicator) ?? "")),
      cell(nameIn(name, locale) + (part === null ? "" : ` (${part})`)),
      cell(reported),
      cell(who.join("; ")),
    ],
  };
}
