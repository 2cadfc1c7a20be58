import type { Locale } from "../locale/locale.ts";
import type { TrendReport } from "../model.ts";
import type { Paint } from "../report/paint.ts";

/** What a trend is rendered with: nothing of it changes what the trend says. */
export interface TrendContext {
  readonly locale: Locale;
  /** Of the terminal, in columns. */
  readonly width: number;
  readonly paint: Paint;
  readonly version: string;
  /** Whether it becomes a file, which Excel may open and which may come to lie among exports. */
  readonly isFile: boolean;
}

export interface TrendFormat {
  readonly render: (report: TrendReport, context: TrendContext) => string;
}

/**
 * Every format of a trend, loaded when it is used. `machine`: read by programs, and so in English unless asked.
 * `provenance`: it says which inputs it was made from. `extension`: how files in it are called.
 */
const FORMATS = {
  text: { machine: false, provenance: false, extension: ".txt", load: () => import("./text.ts") },
  json: { machine: true, provenance: true, extension: ".json", load: () => import("./json.ts") },
  csv: { machine: true, provenance: false, extension: ".csv", load: () => import("./csv.ts") },
  markdown: { machine: false, provenance: false, extension: ".md", load: () => import("./markdown.ts") },
} as const satisfies Record<string, FormatEntry>;

interface FormatEntry {
  readonly machine: boolean;
  readonly provenance: boolean;
  readonly extension: string | null;
  readonly load: () => Promise<TrendFormat>;
}

export type TrendFormatName = keyof typeof FORMATS;

export const TREND_FORMATS: Readonly<Record<TrendFormatName, FormatEntry>> = FORMATS;
