import type { Locale } from "../locale/locale.ts";
import type { Paint } from "../report/paint.ts";
import type { DiffReport } from "./diff-report.ts";

/** What differences are rendered with: nothing of it changes what they are. */
export interface DiffContext {
  readonly locale: Locale;
  /** Of the terminal, in columns. */
  readonly width: number;
  readonly paint: Paint;
  readonly version: string;
  /** Whether it becomes a file, which may come to lie among exports. */
  readonly isFile: boolean;
}

export interface DiffFormat {
  readonly render: (report: DiffReport, context: DiffContext) => string;
}

/** Every format of differences, loaded when it is used; see the registry of reports for what is said of each. */
const FORMATS = {
  text: { machine: false, extension: ".txt", load: () => import("./text.ts") },
  json: { machine: true, extension: ".json", load: () => import("./json.ts") },
  markdown: { machine: false, extension: ".md", load: () => import("./markdown.ts") },
} as const satisfies Record<string, FormatEntry>;

interface FormatEntry {
  readonly machine: boolean;
  readonly extension: string | null;
  readonly load: () => Promise<DiffFormat>;
}

export type DiffFormatName = keyof typeof FORMATS;

export const DIFF_FORMATS: Readonly<Record<DiffFormatName, FormatEntry>> = FORMATS;
