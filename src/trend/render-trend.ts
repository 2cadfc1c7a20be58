import { loadLocale } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import type { TrendReport } from "../model.ts";
import { loadPaint } from "../report/paint.ts";
import { version } from "../version.ts";
import { TREND_FORMATS } from "./formats.ts";
import type { TrendFormatName } from "./formats.ts";

export interface TrendOptions {
  /** "en" unless said otherwise. */
  readonly language?: Language;
  /** Columns of the terminal that lines have to fit; 100 unless said otherwise. */
  readonly width?: number;
  readonly colour?: boolean;
  readonly isFile?: boolean;
}

/** A trend as a whole document in one of the formats. */
export async function renderTrend(
  report: TrendReport,
  format: TrendFormatName,
  { language = "en", width = 100, colour = false, isFile = false }: TrendOptions = {},
): Promise<string> {
  const [{ render }, locale, paint] = await Promise.all([
    TREND_FORMATS[format].load(),
    loadLocale(language),
    loadPaint(colour),
  ]);
  return render(report, { locale, width, paint, version, isFile });
}
