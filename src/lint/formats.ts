import type { Locale } from "../locale/locale.ts";
import type { Linting } from "../model.ts";
import type { Paint } from "../report/paint.ts";

/** What a linting is rendered with: nothing of it changes what it says. */
export interface LintContext {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly version: string;
}

export interface LintFormat {
  readonly render: (linting: Linting, context: LintContext) => string;
}

/** Every format of a linting, loaded when it is used. `machine`: read by programs, and so in English unless asked. */
const FORMATS = {
  text: { machine: false, extension: ".txt", load: () => import("./text.ts") },
  json: { machine: true, extension: ".json", load: () => import("./json.ts") },
  github: { machine: true, extension: null, load: () => import("./github.ts") },
} as const satisfies Record<string, FormatEntry>;

interface FormatEntry {
  readonly machine: boolean;
  readonly extension: string | null;
  readonly load: () => Promise<LintFormat>;
}

export type LintFormatName = keyof typeof FORMATS;

export const LINT_FORMATS: Readonly<Record<LintFormatName, FormatEntry>> = FORMATS;
