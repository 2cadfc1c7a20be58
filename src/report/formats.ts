import type { Locale } from "../locale/locale.ts";
import type { Report, ReportHeader } from "../model.ts";
import type { Paint } from "./paint.ts";

/** What a report is rendered with: nothing of it changes what the report says. */
export interface RenderContext {
  readonly locale: Locale;
  /** Of the terminal, in columns. */
  readonly width: number;
  readonly paint: Paint;
  readonly version: string;
  /** What stands at the head of a document; `null` where nothing says it. */
  readonly header: ReportHeader | null;
  /** Whether it becomes a file, which may come to lie among exports and be opened by a double click. */
  readonly isFile: boolean;
}

export type Rendered = string | Uint8Array;

export interface Format {
  readonly render: (report: Report, context: RenderContext) => Rendered | Promise<Rendered>;
}

export interface FormatEntry {
  /** Read by programs, and so in English unless asked. */
  readonly machine: boolean;
  /** It says which inputs it was made from, with their digests. */
  readonly provenance: boolean;
  /** It shows more than the verdicts: the results by level and by unit, the trend, or the figures behind them. */
  readonly full: boolean;
  /** Bytes that no terminal shows. */
  readonly binary: boolean;
  /** How files in it are called; `null` where only the format's name before the file says it. */
  readonly extension: string | null;
  readonly load: () => Promise<Format>;
}

/** What a format does not say of itself is not so. */
const DOCUMENT = { machine: false, provenance: false, full: false, binary: false } as const;

/**
 * Every format, loaded when it is used. A new one is a file that exports `render` and a line here; a format in several
 * files has a folder: `load: () => import("./html/html.ts")`.
 */
export const FORMATS = {
  table: { ...DOCUMENT, extension: ".txt", load: () => import("./table.ts") },
  json: { ...DOCUMENT, machine: true, provenance: true, extension: ".json", load: () => import("./json.ts") },
  csv: { ...DOCUMENT, machine: true, extension: ".csv", load: () => import("./csv.ts") },
  markdown: { ...DOCUMENT, extension: ".md", load: () => import("./markdown.ts") },
  junit: { ...DOCUMENT, machine: true, extension: ".xml", load: () => import("./junit.ts") },
  github: { ...DOCUMENT, machine: true, extension: null, load: () => import("./github.ts") },
  xlsx: {
    ...DOCUMENT,
    provenance: true,
    full: true,
    binary: true,
    extension: ".xlsx",
    load: () => import("./xlsx/xlsx.ts"),
  },
  docx: {
    ...DOCUMENT,
    provenance: true,
    full: true,
    binary: true,
    extension: ".docx",
    load: () => import("./docx/docx.ts"),
  },
  html: { ...DOCUMENT, provenance: true, full: true, extension: ".html", load: () => import("./html/html.ts") },
} as const satisfies Record<string, FormatEntry>;

export type FormatName = keyof typeof FORMATS;
