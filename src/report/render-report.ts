import { loadLocale } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import type { Assessment } from "../model.ts";
import { version } from "../version.ts";
import { FORMATS } from "./formats.ts";
import type { FormatName } from "./formats.ts";
import { loadPaint } from "./paint.ts";

export interface ReportOptions {
  /** "en" unless said otherwise. */
  readonly language?: Language;
  /** Columns of the terminal that a table has to fit; 100 unless said otherwise. */
  readonly width?: number;
  readonly colour?: boolean;
}

/** An assessment as a whole document in one of the formats. */
export async function renderReport(
  assessment: Assessment,
  format: FormatName,
  { language = "en", width = 100, colour = false }: ReportOptions = {},
): Promise<string> {
  const [{ render }, locale, paint] = await Promise.all([
    FORMATS[format].load(),
    loadLocale(language),
    loadPaint(colour),
  ]);
  return render(assessment, { locale, width, version, paint });
}
