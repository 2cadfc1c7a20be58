import { loadLocale } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import type { Linting } from "../model.ts";
import { loadPaint } from "../report/paint.ts";
import { version } from "../version.ts";
import { LINT_FORMATS } from "./formats.ts";
import type { LintFormatName } from "./formats.ts";

export interface LintOptions {
  /** "en" unless said otherwise. */
  readonly language?: Language;
  readonly colour?: boolean;
}

/** A linting as a whole document in one of the formats. */
export async function renderLinting(
  linting: Linting,
  format: LintFormatName,
  { language = "en", colour = false }: LintOptions = {},
): Promise<string> {
  const [{ render }, locale, paint] = await Promise.all([
    LINT_FORMATS[format].load(),
    loadLocale(language),
    loadPaint(colour),
  ]);
  return render(linting, { locale, paint, version });
}
