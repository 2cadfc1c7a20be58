import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, TrendPoint, TrendReport, TrendRow } from "../model.ts";
import { errorCells } from "../problem/error-cells.ts";
import { csvDocument } from "../text/csv-document.ts";
import type { CsvLine } from "../text/csv-document.ts";
import type { TrendContext } from "./formats.ts";

/** In order, as the report of `check` has them. Files that begin with the first five are known as ours among exports. */
const COLUMNS = [
  "indicator",
  "scope",
  "level",
  "unit",
  "verdict",
  "reason",
  "flags",
  "name",
  "unit_name",
  "group",
  "period",
  "kind",
  "numerator",
  "denominator",
  "value",
  "percent",
  "operator",
  "target",
  "due",
  "would_meet",
  "document",
  "waived_until",
  "waiver",
  "waiver_document",
  "message",
] as const;
type Line = CsvLine<(typeof COLUMNS)[number]>;

/**
 * One line for each target, period and kind: the period alone, the year to date, and, in the plan's year, what is
 * projected (without a verdict) and needed. Plain integers, percents with a point. Where nothing could be shown, one
 * line for each error.
 */
export function render({ assessment, trend, exit }: TrendReport, { locale, isFile }: TrendContext): string {
  const lines: readonly Line[] = [
    ...(trend?.rows ?? []).flatMap((row) => rowLines(row, trend?.periods ?? [], { assessment, locale })),
    ...(exit.code === 0 ? [] : errorCells(assessment.problems, { isAssessed: assessment.results.length > 0, locale })),
  ];
  return csvDocument(COLUMNS, lines, isFile);
}

function rowLines(
  row: TrendRow,
  periods: readonly string[],
  { assessment: { plan, units }, locale }: { readonly assessment: Assessment; readonly locale: Locale },
): Line[] {
  const { indicator, name, group, scope, level, unit } = row;
  const unitName = unit === null ? null : (units.get(unit)?.name ?? null);
  const head = { indicator, scope, level, unit, name: nameIn(name, locale), unit_name: unitName, group };
  const points = row.points.flatMap(({ inPeriod, toDate }, index): Line[] => {
    const of = { ...head, period: periods[index] ?? "" };
    return [
      { ...of, ...askedCells(inPeriod.target), ...pointCells(inPeriod), kind: "in-period" },
      { ...of, ...askedCells(toDate.target), ...pointCells(toDate), kind: "to-date" },
    ];
  });
  const ofYear = { ...head, ...askedCells(row.finalTarget), period: plan?.year.label ?? "" };
  return [...points, ...outlookLines(row).map((line) => ({ ...ofYear, ...line }))];
}

function askedCells(target: TrendRow["target"]): Line {
  return target === null
    ? {}
    : { operator: target.operator, target: target.value, due: target.due, document: target.document };
}

function pointCells({ verdict, reason, flags, numerator, denominator, value, percent, waiver }: TrendPoint): Line {
  const { until = null, reason: why = null, document = null } = waiver ?? {};
  const waived = { waived_until: until, waiver: why, waiver_document: document };
  return { verdict, reason, flags: flags.join(" "), numerator, denominator, value, percent, ...waived };
}

function outlookLines({ projection, needed, unprojected }: TrendRow): Line[] {
  const lines: Line[] = [];
  if (projection !== null) {
    const { numerator, denominator, percent, met } = projection;
    const counts = denominator === null ? { value: numerator } : { numerator, denominator, percent };
    lines.push({ kind: "projection", ...counts, would_meet: met ? "yes" : "no" });
  } else if (unprojected !== null) lines.push({ kind: "projection", reason: unprojected });
  if (needed !== null)
    lines.push({ kind: "needed", percent: needed.percent, would_meet: needed.reachable ? null : "no" });
  return lines;
}
