/**
 * What the document is made of. Nothing here is XML: text from data goes through one door, `runs-xml.ts`, where it is
 * escaped. Lengths are twentieths of a point, as in the format itself; sizes of letters are half points.
 */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Where it differs from that of the paragraph's style. */
  readonly size?: number;
}

/** The styles that `styles-xml.ts` describes. */
export const PARAGRAPH_STYLES = ["Body", "Heading1", "Heading2", "Line", "Cell", "Note", "Caption"] as const;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly style: (typeof PARAGRAPH_STYLES)[number];
  readonly runs: readonly Run[];
  readonly align?: "left" | "center" | "right" | "both";
  /** Space above and below. */
  readonly before?: number;
  readonly after?: number;
  readonly left?: number;
  readonly right?: number;
  readonly hanging?: number;
  /** A rule in place of text, as long as the indents leave. */
  readonly rule?: boolean;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
}

export interface Column {
  readonly width: number;
  readonly align: "left" | "center" | "right";
}

export interface Cell {
  readonly content: readonly Paragraph[];
  /** How many columns it takes. */
  readonly span?: number;
  /** One cell over several rows begins, or goes on. */
  readonly merge?: "begin" | "continue";
  readonly shaded?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Stays on the page of the row below. */
  readonly keepNext?: boolean;
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  /** Rows that are repeated on every page. */
  readonly header: readonly Row[];
  readonly rows: readonly Row[];
  readonly bordered: boolean;
  /** Cells stand in the middle of their row, not at its top. */
  readonly centred?: boolean;
  /** Space at both sides of a cell. */
  readonly padding: number;
}

/** Bars of a result beside those of what was asked. */
export interface Chart {
  readonly kind: "chart";
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly series: { readonly result: string; readonly target: string };
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly label: string;
  /** Decimal text. */
  readonly result: string;
  /** `null` where one number does not say it. */
  readonly target: string | null;
  /** As it is written beside the bar. */
  readonly shown: string;
  readonly isMissed: boolean;
}

export type Block = Paragraph | Table | Chart;

/** Pages of one orientation; their numbers begin at 1, and the first shows none. */
export interface Section {
  readonly page: Page;
  readonly blocks: readonly Block[];
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

/** Words, or words and runs, as a paragraph. */
export function paragraph(
  style: Paragraph["style"],
  content: string | readonly (string | Run)[],
  options: Omit<Paragraph, "kind" | "style" | "runs"> = {},
): Paragraph {
  const parts = typeof content === "string" ? [content] : content;
  return {
    kind: "paragraph",
    style,
    runs: parts.map((part) => (typeof part === "string" ? { text: part } : part)),
    ...options,
  };
}

/** A cell of one paragraph. */
export function cell(
  content: string | readonly (string | Run)[],
  { align, ...options }: Pick<Paragraph, "align"> & Omit<Cell, "content"> = {},
): Cell {
  return { content: [paragraph("Cell", content, align === undefined ? {} : { align })], ...options };
}

export function bold(text: string): Run {
  return { text, bold: true };
}

export function italic(text: string): Run {
  return { text, italic: true };
}
