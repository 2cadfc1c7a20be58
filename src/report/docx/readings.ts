import { nameIn } from "../../locale/locale.ts";
import { bold, cell, paragraph } from "./block.ts";
import type { Block, Cell } from "./block.ts";
import type { Material } from "./material.ts";
import { LANDSCAPE, textWidth } from "./page.ts";

const WIDTHS = { row: 560, name: 3600, text: 5000 };

/** What the plan says of each indicator, and how it was read; nothing where the plan's file says neither. */
export function readingBlocks({ targets, numbers, locale }: Material): readonly Block[] {
  const { labels } = locale.html;
  const first = [...numbers.keys()].flatMap((id) => targets.find(({ indicator }) => indicator === id) ?? []);
  const told = first.filter(({ text, note, excludes }) => text !== null || note !== null || excludes !== null);
  if (told.length === 0) return [];
  const { row, name, text } = WIDTHS;
  const titles = [locale.document.labels.row, locale.columns.indicator, labels.text, labels.note];
  return [
    {
      kind: "table",
      columns: [
        { width: row, align: "center" },
        { width: name, align: "left" },
        { width: text, align: "left" },
        { width: textWidth(LANDSCAPE) - row - name - text, align: "left" },
      ],
      header: [{ cells: titles.map((title) => cell([bold(title)])) }],
      rows: told.map((result) => ({
        cells: [
          cell(String(numbers.get(result.indicator) ?? "")),
          cell(nameIn(result.name, locale)),
          cell(result.text ?? ""),
          readingCell(result.note, result.excludes, labels.excludes),
        ],
      })),
      bordered: true,
      padding: 70,
    },
  ];
}

function readingCell(note: string | null, excludes: string | null, label: string): Cell {
  const paragraphs = [
    ...(note === null ? [] : [paragraph("Cell", note)]),
    ...(excludes === null ? [] : [paragraph("Cell", `${label}: ${excludes}`)]),
  ];
  return { content: paragraphs.length === 0 ? [paragraph("Cell", "")] : paragraphs };
}
