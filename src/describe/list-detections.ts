import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Detection } from "../model.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { columnLetters } from "../text/column-letters.ts";
import { printable } from "../text/printable.ts";

/** What each file was taken for: its source, by which columns, and its period; or what it lacks for the nearest. */
export function listDetections(detections: readonly Detection[], locale: Locale): string {
  return detections.map((one) => detectionText(one, locale)).join("\n");
}

function detectionText(
  { file, sheet, source, columns, problems, isUsable, ...found }: Detection,
  locale: Locale,
): string {
  const { labels } = locale.sources;
  const place = printable(sheet === null ? file : `${file}#${sheet}`);
  const troubles = renderProblems(problems, { locale, paint: (text) => text });
  if (source === null) return `${place}: ${labels.notRecognised}\n${troubles}`;
  const lines = [
    `${place}: ${source.id} (${printable(nameIn(source.name, locale))})`,
    ...columns.map(({ name, field, index }) => `  ${columnLetters(index)}  ${name}: ${printable(field)}`),
    ...(isUsable ? [`  ${labels.period}: ${periodText(found, locale)}`] : []),
  ];
  return `${lines.join("\n")}\n${troubles}`;
}

function periodText({ period, periodFrom }: Pick<Detection, "period" | "periodFrom">, locale: Locale): string {
  const { labels, periodFrom: origins } = locale.sources;
  if (periodFrom === null) return labels.noPeriod;
  return [...(period === null ? [] : [locale.period(period)]), origins[periodFrom]].join(", ");
}
