import { COLUMN_KINDS, TONES } from "./workbook.ts";
import type { WorkbookColumn } from "./workbook.ts";

type Kind = WorkbookColumn["kind"];
type Tone = (typeof TONES)[number];

/** Excel's numbers of its own formats: 49 is text (@), 3 is #,##0. */
const FORMATS = { text: 49, wrapped: 49, count: 3 } as const satisfies Record<Kind, number>;
const FILLS = { plain: null, good: "FFC6EFCE", doubtful: "FFFFEB9C", bad: "FFFFC7CE" } as const satisfies Record<
  Tone,
  string | null
>;
const HEADER_FILL = "FFD9E1F2";

/** The number of the header's style; cells without one have 0. */
export const HEADER_STYLE = 1;

/** The number of a cell's style. */
export function styleOf(kind: Kind, tone: Tone): number {
  return HEADER_STYLE + 1 + COLUMN_KINDS.indexOf(kind) * TONES.length + TONES.indexOf(tone);
}

export function stylesXml(): string {
  // Excel keeps the first two fills for itself.
  const fills = [HEADER_FILL, ...Object.values(FILLS).filter((fill) => fill !== null)];
  const fillOf = (fill: string | null) => (fill === null ? 0 : fills.indexOf(fill) + 2);
  const header = `<xf numFmtId="49" fontId="1" fillId="${fillOf(HEADER_FILL)}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  const cells = COLUMN_KINDS.flatMap((kind) =>
    TONES.map((tone) => {
      const wrap = kind === "wrapped" ? ' wrapText="1"' : "";
      return `<xf numFmtId="${FORMATS[kind]}" fontId="0" fillId="${fillOf(FILLS[tone])}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${wrap}/></xf>`;
    }),
  );
  const formats = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', header, ...cells];
  const solid = fills.map(
    (fill) => `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/></patternFill></fill>`,
  );
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid.join("")}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");
}
