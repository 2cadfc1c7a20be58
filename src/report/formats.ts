import { loadWords, PART_NAMES } from "../locale/locale.ts";
import type { Language, Locale, PartName } from "../locale/locale.ts";
import type { Report, ReportHeader } from "../model.ts";
import type { Paint } from "./paint.ts";

/** What a report is rendered with: nothing of it changes what the report says. */
export interface RenderContext<Part extends PartName = PartName> {
  /** What every run says, with the parts that the format speaks. */
  readonly locale: Locale<Part>;
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

export interface Format<Part extends PartName> {
  readonly render: (report: Report, context: RenderContext<Part>) => Rendered | Promise<Rendered>;
}

/** A format that was loaded with its words. */
type Speaking = (report: Report, context: Omit<RenderContext, "locale">) => Rendered | Promise<Rendered>;

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
  readonly load: (language: Language) => Promise<Speaking>;
}

/** What a format does not say of itself is not so. */
const DOCUMENT = { machine: false, provenance: false, full: false, binary: false } as const;

/** Loads a format and, at the same time, the parts of a language that it speaks. */
function speaking<const Part extends PartName>(
  parts: readonly Part[],
  load: () => Promise<Format<NoInfer<Part>>>,
): FormatEntry["load"] {
  return async (language) => {
    const [{ render }, locale] = await Promise.all([load(), loadWords(language, parts)]);
    return (report, context) => render(report, { ...context, locale });
  };
}

/**
 * Every format, loaded when it is used with what it says. A new one is a file that exports `render` and a line here; a
 * format in several files has a folder.
 */
export const FORMATS = {
  table: { ...DOCUMENT, extension: ".txt", load: speaking([], () => import("./table.ts")) },
  json: {
    ...DOCUMENT,
    machine: true,
    provenance: true,
    extension: ".json",
    load: speaking(["problems"], () => import("./json.ts")),
  },
  csv: { ...DOCUMENT, machine: true, extension: ".csv", load: speaking(["problems"], () => import("./csv.ts")) },
  markdown: {
    ...DOCUMENT,
    extension: ".md",
    load: speaking(["problems", "reports", "html", "findings"], () => import("./markdown.ts")),
  },
  junit: {
    ...DOCUMENT,
    machine: true,
    extension: ".xml",
    load: speaking(["problems", "reports"], () => import("./junit.ts")),
  },
  github: {
    ...DOCUMENT,
    machine: true,
    extension: null,
    load: speaking(["problems", "reports"], () => import("./github.ts")),
  },
  xlsx: {
    ...DOCUMENT,
    provenance: true,
    full: true,
    binary: true,
    extension: ".xlsx",
    load: speaking(PART_NAMES, () => import("./xlsx/xlsx.ts")),
  },
  docx: {
    ...DOCUMENT,
    provenance: true,
    full: true,
    binary: true,
    extension: ".docx",
    load: speaking(PART_NAMES, () => import("./docx/docx.ts")),
  },
  html: {
    ...DOCUMENT,
    provenance: true,
    full: true,
    extension: ".html",
    load: speaking(PART_NAMES, () => import("./html/html.ts")),
  },
} as const satisfies Record<string, FormatEntry>;

export type FormatName = keyof typeof FORMATS;
