import type { Cell, Column, Row, Table } from "./block.ts";
import { paragraphXml } from "./runs-xml.ts";

const SIDES = ["top", "left", "bottom", "right", "insideH", "insideV"] as const;
const SHADE = "F2F2F2";

/** A table of fixed widths: no row is split between pages, and the header is repeated on each. */
export function tableXml({ columns, header, rows, bordered, padding, centred = false }: Table): string {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const line = bordered ? 'w:val="single" w:sz="4" w:space="0" w:color="000000"' : 'w:val="nil"';
  const properties = [
    `<w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${SIDES.map((side) => `<w:${side} ${line}/>`).join("")}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar><w:left w:w="${padding}" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar>`,
  ];
  const grid = columns.map((column) => `<w:gridCol w:w="${column.width}"/>`);
  return [
    `<w:tbl><w:tblPr>${properties.join("")}</w:tblPr><w:tblGrid>${grid.join("")}</w:tblGrid>`,
    ...header.map((row) => rowXml(row, columns, { isHeader: true, centred })),
    ...rows.map((row) => rowXml(row, columns, { isHeader: false, centred })),
    "</w:tbl>",
  ].join("");
}

interface Position {
  readonly isHeader: boolean;
  readonly centred: boolean;
}

function rowXml({ cells, keepNext = false }: Row, columns: readonly Column[], position: Position): string {
  let next = 0;
  const drawn = cells.map((one) => {
    const taken = columns.slice(next, next + (one.span ?? 1));
    next += taken.length;
    return cellXml(one, taken, position, keepNext);
  });
  return `<w:tr><w:trPr><w:cantSplit/>${position.isHeader ? "<w:tblHeader/>" : ""}</w:trPr>${drawn.join("")}</w:tr>`;
}

function cellXml(
  { content, span, merge, shaded = false }: Cell,
  taken: readonly Column[],
  { isHeader, centred }: Position,
  keepNext: boolean,
): string {
  const properties = [
    `<w:tcW w:w="${taken.reduce((sum, { width }) => sum + width, 0)}" w:type="dxa"/>`,
    span === undefined ? "" : `<w:gridSpan w:val="${span}"/>`,
    merge === undefined ? "" : `<w:vMerge w:val="${merge === "begin" ? "restart" : "continue"}"/>`,
    shaded || isHeader ? `<w:shd w:val="clear" w:color="auto" w:fill="${shaded ? "D9D9D9" : SHADE}"/>` : "",
    isHeader || centred ? '<w:vAlign w:val="center"/>' : "",
  ];
  const align = isHeader ? "center" : (taken[0]?.align ?? "left");
  const paragraphs = content.map((one) =>
    paragraphXml({ ...one, align: one.align ?? align }, isHeader || keepNext || one.keepNext === true),
  );
  return `<w:tc><w:tcPr>${properties.join("")}</w:tcPr>${paragraphs.join("")}</w:tc>`;
}
