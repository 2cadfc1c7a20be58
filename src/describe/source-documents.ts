import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Detection, Source } from "../model.ts";
import { problemEntry } from "../problem/problem-entry.ts";
import { columnLetters } from "../text/column-letters.ts";
import { sourceEntry } from "./source-entry.ts";

/** What these documents have in common: who wrote them. */
interface Written {
  readonly locale: Locale;
  readonly version: string;
}

/** `chitieu/sources@1`: the sources known. */
export function sourcesDocument(sources: readonly Source[], { locale, version }: Written): string {
  const entries = sources.map(({ id, name, system, rows, form, measures }) => {
    return { id, name: nameIn(name, locale), system, rows, form, measures: Object.keys(measures) };
  });
  return print("chitieu/sources@1", version, { sources: entries });
}

/** `chitieu/source-description@1`: everything that a source says of its exports. */
export function sourceDocument(source: Source, { locale, version }: Written): string {
  return print("chitieu/source-description@1", version, { source: sourceEntry(source, locale) });
}

/** `chitieu/detection@1`: what files were taken for. */
export function detectionDocument(
  detections: readonly Detection[],
  code: number,
  { locale, version }: Written,
): string {
  const files = detections.map(({ file, sheet, source, isUsable, columns, period, periodFrom, problems }) => ({
    file,
    sheet,
    source: source?.id ?? null,
    usable: isUsable,
    columns: columns.map(({ name, field, index }) => ({ column: columnLetters(index), name, header: field })),
    period,
    "period-from": periodFrom,
    problems: problems.map((one) => problemEntry(one, locale)),
  }));
  return print("chitieu/detection@1", version, { exit: { code }, files });
}

function print(format: string, version: string, content: object): string {
  return `${JSON.stringify({ format, tool: { name: "chitieu", version }, ...content }, null, 2)}\n`;
}
