import { formatCount } from "../../locale/locale.ts";
import { bold, cell, paragraph } from "./block.ts";
import type { Block } from "./block.ts";
import type { Material } from "./material.ts";
import { LANDSCAPE, textWidth } from "./page.ts";
import { breakable } from "./problems.ts";

const WIDTHS = { row: 560, source: 2100, rows: 1000, digest: 5300 };
const FILE_SIZE = 18;
const DIGEST_SIZE = 16;

/** What made the figures, for who wants to make them again. */
export function provenanceBlocks({ assessment: { plan }, locale, version }: Material): readonly Block[] {
  return [paragraph("Body", locale.document.origin(version, plan?.sha256 ?? "–"), { align: "left" })];
}

/** The files that were read. */
export function inputBlocks({ assessment: { inputs }, locale }: Material): readonly Block[] {
  const { labels } = locale.document;
  const titles = [labels.row, locale.findings.file, labels.source, labels.rows, labels.digest];
  const { row, source, rows, digest } = WIDTHS;
  return [
    {
      kind: "table",
      columns: [
        { width: row, align: "center" },
        { width: textWidth(LANDSCAPE) - row - source - rows - digest, align: "left" },
        { width: source, align: "left" },
        { width: rows, align: "right" },
        { width: digest, align: "left" },
      ],
      header: [{ cells: titles.map((title) => cell([bold(title)])) }],
      rows: inputs.map((input, at) => ({
        cells: [
          cell(String(at + 1)),
          cell([{ text: breakable(input.file) + (input.sheet === null ? "" : ` (${input.sheet})`), size: FILE_SIZE }]),
          cell(input.source ?? ""),
          cell(formatCount(input.rows, locale)),
          cell([{ text: input.sha256 ?? "–", size: DIGEST_SIZE }]),
        ],
      })),
      bordered: true,
      centred: true,
      padding: 70,
    },
  ];
}
