import type { Language } from "../locale/locale.ts";
import { bareReport } from "../model.ts";
import type { Assessment, Report, ReportHeader } from "../model.ts";
import { version } from "../version.ts";
import { FORMATS } from "./formats.ts";
import type { FormatEntry, FormatName } from "./formats.ts";
import { loadPaint } from "./paint.ts";

export interface ReportOptions {
  /** "en" unless said otherwise. */
  readonly language?: Language;
  /** Columns of the terminal that a table has to fit; 100 unless said otherwise. */
  readonly width?: number;
  readonly colour?: boolean;
  /** What stands at the head of an administrative document. */
  readonly header?: ReportHeader | null;
  /** Whether it becomes a file: CSV then says that it is UTF-8, and a table begins with a line that says whose it is. */
  readonly isFile?: boolean;
}

/** What a document in a format is: text, or the bytes of an archive. */
type RenderedAs<Name extends FormatName> = Name extends unknown
  ? (typeof FORMATS)[Name]["binary"] extends true
    ? Uint8Array
    : string
  : never;

/** A report, or an assessment alone, as a whole document in one of the formats. */
export async function renderReport<Name extends FormatName>(
  given: Assessment | Report,
  format: Name,
  { language = "en", width = 100, colour = false, header = null, isFile = false }: ReportOptions = {},
): Promise<RenderedAs<Name>> {
  const { load }: FormatEntry = FORMATS[format];
  const [render, paint] = await Promise.all([load(language), loadPaint(colour)]);
  const report = "assessment" in given ? given : bareReport(given);
  const rendered = await render(report, { width, version, paint, header, isFile });
  return rendered as RenderedAs<Name>;
}
