import { nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { TrendPoint, TrendReport, TrendRow } from "../model.ts";
import type { TrendContext } from "./formats.ts";

/** It begins as the report of `check` does, so that among exports it is known as ours. */
const COLUMNS = [
  "indicator",
  "scope",
  "level",
  "unit",
  "verdict",
  "reason",
  "period",
  "kind",
  "flags",
  "numerator",
  "denominator",
  "value",
  "percent",
  "target",
  "would-meet",
  "name",
  "group",
] as const;
type Line = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

/**
 * One line for each target, period and kind: the period alone, the year to date, and, in the plan's year, what is
 * projected (without a verdict) and needed. Plain integers, percents with a point.
 */
export function render({ assessment: { plan, units }, trend }: TrendReport, { locale, isFile }: TrendContext): string {
  const periods = trend?.periods ?? [];
  const year = plan?.year.label ?? "";
  const lines = (trend?.rows ?? []).flatMap((row) => {
    const head = headOf(row, locale, row.unit === null ? null : (units.get(row.unit)?.name ?? row.unit));
    return [
      ...row.points.flatMap(({ inPeriod, toDate }, index) => [
        { ...head, kind: "in-period", period: periods[index] ?? "", ...cellsOf(inPeriod) },
        { ...head, kind: "to-date", period: periods[index] ?? "", ...cellsOf(toDate) },
      ]),
      ...outlookLines(row, year).map((line) => ({ ...head, ...line })),
    ];
  });
  const text = [COLUMNS.join(","), ...lines.map((line: Line) => COLUMNS.map((one) => cell(line[one])).join(","))];
  return `${isFile ? "\uFEFF" : ""}${text.join("\r\n")}\r\n`;
}

function headOf({ indicator, name, group, scope, level, target }: TrendRow, locale: Locale, unit: string | null): Line {
  return { indicator, name: nameIn(name, locale), group, scope, level, unit, target: askedText(target) };
}

function askedText(target: TrendRow["target"]): string {
  return target === null ? "" : `${target.operator} ${target.value}`;
}

function cellsOf({ verdict, reason, flags, numerator, denominator, value, percent }: TrendPoint): Line {
  return { verdict, reason, flags: flags.join(" "), numerator, denominator, value, percent };
}

function outlookLines({ projection, needed, unprojected, finalTarget }: TrendRow, year: string): Line[] {
  const of = { period: year, target: askedText(finalTarget) };
  const lines: Line[] = [];
  if (projection !== null) {
    const { numerator, denominator, percent, met } = projection;
    const counts = denominator === null ? { value: numerator } : { numerator, denominator, percent };
    lines.push({ ...of, kind: "projection", ...counts, "would-meet": met ? "yes" : "no" });
  } else if (unprojected !== null) lines.push({ ...of, kind: "projection", reason: unprojected });
  if (needed !== null)
    lines.push({ ...of, kind: "needed", percent: needed.percent, "would-meet": needed.reachable ? "" : "no" });
  return lines;
}

/** Quoted where it has to be. A name that a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
