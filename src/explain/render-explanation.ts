import { loadLocale } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import { loadPaint } from "../report/paint.ts";
import { version } from "../version.ts";
import type { Explanation } from "./explanation.ts";
import { EXPLAIN_FORMATS } from "./formats.ts";
import type { ExplainFormatName } from "./formats.ts";

export interface ExplainOptions {
  /** "en" unless said otherwise. */
  readonly language?: Language;
  /** Columns of the terminal that lines have to fit; 100 unless said otherwise. */
  readonly width?: number;
  readonly colour?: boolean;
  /** Whether it becomes a file, which may come to lie among exports. */
  readonly isFile?: boolean;
  /** So many items of a list are shown; all unless said otherwise. */
  readonly most?: number;
}

/** An explanation as a whole document in one of the formats. */
export async function renderExplanation(
  explanation: Explanation,
  format: ExplainFormatName,
  { language = "en", width = 100, colour = false, isFile = false, most = Infinity }: ExplainOptions = {},
): Promise<string> {
  const [{ render }, locale, paint] = await Promise.all([
    EXPLAIN_FORMATS[format].load(),
    loadLocale(language),
    loadPaint(colour),
  ]);
  return render(explanation, { locale, width, paint, version, isFile, most });
}
