import { columnLetters } from "../text/column-letters.ts";
import { xmlText } from "../text/xml.ts";
import { rowHeight } from "./row-height.ts";
import { HEADER_STYLE, ruleFormatOf, styleOf, TITLE_STYLE } from "./styles-xml.ts";
import type { ColourRule, WorkbookCell, WorkbookColumn, WorkbookSheet } from "./workbook.ts";

/** Excel's own limits: rows of a sheet, and characters of a cell. */
const MOST_ROWS = 1_048_576;
const LONGEST = 32_767;
/** Excel keeps 15 digits of a number: a longer one is shown whole as text, rather than wrong as a number. */
const MOST_EXACT = 999_999_999_999_999;

/** One sheet: its header stays in sight and has filters, and text cells are text whatever they look like. */
export function sheetXml({ columns, titles = [], header, rows, rules = [] }: WorkbookSheet, index: number): string {
  const depth = titles.length + header.length;
  const shown = rows.slice(0, MOST_ROWS - depth);
  const lastColumn = columnLetters(Math.max(0, columns.length - 1));
  const range = `${lastColumn}${depth + shown.length}`;
  const cells = [
    ...titles.map((text, row) => rowXml(row, [textCell(0, row, text, TITLE_STYLE)])),
    ...header.map((texts, below) => {
      const row = titles.length + below;
      return rowXml(
        row,
        texts.map((text, column) => textCell(column, row, text, HEADER_STYLE)),
        rowHeight(
          texts,
          columns.map(({ width }) => ({ kind: "wrapped", width })),
        ),
      );
    }),
    ...shown.map((values, row) =>
      rowXml(
        depth + row,
        values.map((cell, column) => cellXml(column, depth + row, cell, columns[column])),
        rowHeight(values, columns),
      ),
    ),
  ];
  const selected = index === 0 ? ' tabSelected="1"' : "";
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${selected} workbookViewId="0"><pane ySplit="${depth}" topLeftCell="A${depth + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(columnXml).join("")}</cols>`,
    `<sheetData>${cells.join("")}</sheetData>`,
    `<autoFilter ref="A${depth}:${range}"/>`,
    ...(shown.length > 0 ? rules.map((rule, order) => ruleXml(rule, order, [depth + 1, depth + shown.length])) : []),
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    `<ignoredErrors><ignoredError sqref="A1:${range}" numberStoredAsText="1"/></ignoredErrors>`,
    "</worksheet>",
  ].join("");
}

/** What is typed into it later takes its kind as well. */
function columnXml({ kind, width }: WorkbookColumn, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(kind, "plain")}" customWidth="1"/>`;
}

function ruleXml(
  { column, equals, tone }: ColourRule,
  order: number,
  [first, last]: readonly [first: number, last: number],
): string {
  const letters = columnLetters(column);
  const text = xmlText(`"${equals.replaceAll('"', '""')}"`);
  const rule = `<cfRule type="cellIs" dxfId="${ruleFormatOf(tone)}" priority="${order + 1}" operator="equal"><formula>${text}</formula></cfRule>`;
  return `<conditionalFormatting sqref="${letters}${first}:${letters}${last}">${rule}</conditionalFormatting>`;
}

function rowXml(row: number, cells: readonly string[], height: number | null = null): string {
  const high = height === null ? "" : ` ht="${height}"`;
  return `<row r="${row + 1}"${high}>${cells.join("")}</row>`;
}

function cellXml(
  column: number,
  row: number,
  cell: WorkbookCell,
  { kind = "text" }: Partial<WorkbookColumn> = {},
): string {
  const { value, tone = "plain", decimals } = typeof cell === "object" ? cell : { value: cell };
  const style = styleOf(kind, tone, decimals);
  return typeof value === "number" && Math.abs(value) <= MOST_EXACT
    ? `<c r="${columnLetters(column)}${row + 1}" s="${style}"><v>${value}</v></c>`
    : textCell(column, row, String(value), style);
}

function textCell(column: number, row: number, text: string, style: number): string {
  const at = `r="${columnLetters(column)}${row + 1}" s="${style}"`;
  return text === "" ? `<c ${at}/>` : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

/** Excel reads `_x0041_` in a text as the character of that number. */
function escape(text: string): string {
  const short = text.length <= LONGEST ? text : `${[...text.slice(0, LONGEST - 2)].slice(0, -1).join("")}…`;
  return xmlText(short.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/gu, "_x005F_"));
}
