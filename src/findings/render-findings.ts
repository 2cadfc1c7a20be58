import { loadLocale } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import type { Validation } from "../model.ts";
import { loadPaint } from "../report/paint.ts";
import { version } from "../version.ts";
import { FINDINGS_FORMATS } from "./formats.ts";
import type { FindingsFormatName } from "./formats.ts";

export interface FindingsOptions {
  /** "en" unless said otherwise. */
  readonly language?: Language;
  readonly colour?: boolean;
  /** Whether it becomes a file: text then begins with a line by which it is known as ours among exports. */
  readonly isFile?: boolean;
}

/** A validation as a whole document in one of the formats; a workbook is bytes, the others are text. */
export async function renderFindings(
  validation: Validation,
  format: FindingsFormatName,
  { language = "en", colour = false, isFile = false }: FindingsOptions = {},
): Promise<string | Uint8Array> {
  const [{ render }, locale, paint] = await Promise.all([
    FINDINGS_FORMATS[format].load(),
    loadLocale(language),
    loadPaint(colour),
  ]);
  return render(validation, { locale, paint, version, isFile });
}
