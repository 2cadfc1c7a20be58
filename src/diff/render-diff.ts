import { loadLocale } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import { loadPaint } from "../report/paint.ts";
import { version } from "../version.ts";
import type { DiffReport } from "./diff-report.ts";
import { DIFF_FORMATS } from "./formats.ts";
import type { DiffFormatName } from "./formats.ts";

export interface DiffOptions {
  /** "en" unless said otherwise. */
  readonly language?: Language;
  /** Columns of the terminal that lines have to fit; 100 unless said otherwise. */
  readonly width?: number;
  readonly colour?: boolean;
  readonly isFile?: boolean;
}

/** Differences as a whole document in one of the formats. */
export async function renderDiff(
  report: DiffReport,
  format: DiffFormatName,
  { language = "en", width = 100, colour = false, isFile = false }: DiffOptions = {},
): Promise<string> {
  const [{ render }, locale, paint] = await Promise.all([
    DIFF_FORMATS[format].load(),
    loadLocale(language),
    loadPaint(colour),
  ]);
  return render(report, { locale, width, paint, version, isFile });
}
