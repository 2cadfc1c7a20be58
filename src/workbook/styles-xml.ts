import { COLUMN_KINDS, TONES } from "./workbook.ts";
import type { Tone, WorkbookColumn } from "./workbook.ts";

type Kind = WorkbookColumn["kind"];

/** Excel's numbers of its own formats: 49 is text (@), 3 is #,##0, 10 is 0.00%, 14 is a day as the reader writes it. */
const FORMATS = { text: 49, wrapped: 49, count: 3, percent: 10, date: 14 } as const satisfies Record<Kind, number>;
/** Percents with more decimals, for which Excel has no formats; it knows 15 digits. Own formats begin at 164. */
const FEWEST_DECIMALS = 2;
const MOST_DECIMALS = 15;
const FIRST_OWN = 164;
const LONGER = Array.from({ length: MOST_DECIMALS - FEWEST_DECIMALS }, (_, index) => FEWEST_DECIMALS + 1 + index);

/** Every format of a cell: those of the kinds, then longer percents. */
const CELLS: readonly { readonly format: number; readonly wraps: boolean }[] = [
  ...COLUMN_KINDS.map((kind) => ({ format: FORMATS[kind], wraps: kind === "wrapped" })),
  ...LONGER.map((_, index) => ({ format: FIRST_OWN + index, wraps: false })),
];
const FILLS = { plain: null, good: "FFC6EFCE", doubtful: "FFFFEB9C", bad: "FFFFC7CE" } as const satisfies Record<
  Tone,
  string | null
>;
const HEADER_FILL = "FFD9E1F2";

/** The numbers of the styles of headers and of the lines above them; cells without a style have 0. */
export const HEADER_STYLE = 1;
export const TITLE_STYLE = 2;

/** The number of a cell's style. */
export function styleOf(kind: Kind, tone: Tone, decimals = FEWEST_DECIMALS): number {
  const longer = kind === "percent" ? Math.min(decimals, MOST_DECIMALS) - FEWEST_DECIMALS : 0;
  const cell = longer > 0 ? COLUMN_KINDS.length + longer - 1 : COLUMN_KINDS.indexOf(kind);
  return TITLE_STYLE + 1 + cell * TONES.length + TONES.indexOf(tone);
}

/** The number of the format that a rule gives a cell. */
export function ruleFormatOf(tone: Tone): number {
  return COLOURED.indexOf(tone);
}

const COLOURED = TONES.filter((tone) => FILLS[tone] !== null);

export function stylesXml(): string {
  // Excel keeps the first two fills for itself.
  const fills = [HEADER_FILL, ...Object.values(FILLS).filter((fill) => fill !== null)];
  const fillOf = (fill: string | null) => (fill === null ? 0 : fills.indexOf(fill) + 2);
  const header = `<xf numFmtId="49" fontId="1" fillId="${fillOf(HEADER_FILL)}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  const title = '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>';
  const cells = CELLS.flatMap(({ format, wraps }) =>
    TONES.map((tone) => {
      const wrap = wraps ? ' wrapText="1"' : "";
      return `<xf numFmtId="${format}" fontId="0" fillId="${fillOf(FILLS[tone])}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${wrap}/></xf>`;
    }),
  );
  const formats = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', header, title, ...cells];
  const solid = fills.map(
    (fill) => `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/></patternFill></fill>`,
  );
  const longer = LONGER.map(
    (decimals, index) => `<numFmt numFmtId="${FIRST_OWN + index}" formatCode="0.${"0".repeat(decimals)}%"/>`,
  );
  // The colour of a rule is the background here, where that of a cell is the foreground.
  const rules = COLOURED.map(
    (tone) => `<dxf><fill><patternFill patternType="solid"><bgColor rgb="${FILLS[tone]}"/></patternFill></fill></dxf>`,
  );
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${longer.length}">${longer.join("")}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid.join("")}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    `<dxfs count="${rules.length}">${rules.join("")}</dxfs>`,
    "</styleSheet>",
  ].join("");
}
