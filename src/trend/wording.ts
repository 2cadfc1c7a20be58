import { formatCount, formatDecimal, nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import { UNPROJECTED } from "../model.ts";
import type { Assessment, Plan, Trend, TrendPoint, TrendReport, TrendRow } from "../model.ts";
import { amendmentLines, waiverLines } from "../report/decisions.ts";
import { levelOf, rateOf, unitOf, verdictOf } from "../report/figures.ts";
import { SYMBOLS } from "../report/symbols.ts";
import { printable } from "../text/printable.ts";
import { sparkline } from "./sparkline.ts";

/** "Quý III/2022 (kỳ cuối có số liệu)", and the plan. */
export function titlesOf({ period, periodAsked, plan }: Assessment, locale: Locale): string[] {
  const latest = periodAsked ? "" : ` (${locale.latest})`;
  return [
    ...(period === null ? [] : [`${locale.trend.title}: ${locale.period(period)}${latest}`]),
    ...(plan === null ? [] : [printable(`${locale.plan} ${plan.number ?? plan.id}: ${plan.title}`)]),
    ...amendmentLines(plan, locale),
  ];
}

/** A row's name, with whose it is. */
export function rowName({ name, level, unit, scope }: TrendRow, assessment: Assessment, locale: Locale): string {
  const ofLevel = unit !== null && scope === "breakdown" ? null : levelOf(level, assessment, locale);
  const parts = [nameIn(name, locale), ofLevel, unitOf(unit, assessment)];
  return printable(parts.filter((part) => part !== null).join(" – "));
}

/** A rate or a count, with a mark where somebody is missing from it; a dash where there is none. */
export function figureOf({ percent, value, verdict, flags }: TrendPoint, locale: Locale): string {
  const mark = flags.includes("provisional") ? "*" : "";
  if (percent !== null) return `${rateOf({ percent }, locale)}${mark}`;
  if (value !== null) return `${formatCount(value, locale)}${mark}`;
  return verdict === "invalid" ? "!" : "–";
}

/** The verdict with its sign, or the reason why there is none. */
export function verdictText(point: TrendPoint, locale: Locale): string {
  return `${SYMBOLS[point.verdict]} ${verdictOf(point, locale)}`;
}

/** The line of what each period brought alone, or, where no period stands alone, of the year so far. */
export function lineOf({ points }: TrendRow): string {
  const valueOf = ({ percent, value }: TrendPoint) => (percent === null ? value : Number(percent));
  const alone = points.map(({ inPeriod }) => valueOf(inPeriod));
  const isAlone = alone.filter((value) => value !== null).length > 1;
  return sparkline(isAlone ? alone : points.map(({ toDate }) => valueOf(toDate)));
}

/** "≈ 82,50% (330/400): ước đạt" */
export function projectionText({ projection }: TrendRow, locale: Locale): string {
  if (projection === null) return "";
  const { numerator, denominator, percent, met } = projection;
  const count = formatCount(numerator, locale);
  const figure =
    percent === null || denominator === null
      ? count
      : `${formatDecimal(percent, locale)}% (${count}/${formatCount(denominator, locale)})`;
  return `≈ ${figure}: ${locale.trend.wouldBe[met ? "met" : "missed"]}`;
}

export function neededText({ needed }: TrendRow, { trend, ...locale }: Locale): string {
  if (needed === null) return "";
  const percent = formatDecimal(needed.percent, locale);
  return needed.reachable ? trend.needed(percent) : trend.unreachable(percent);
}

/** The rows of each of the plan's groups in order; what is in none stands last. */
export function groupsOf(
  { rows }: Trend,
  plan: Plan | null,
): { readonly id: string | null; readonly rows: readonly TrendRow[] }[] {
  return [...Object.keys(plan?.groups ?? {}), null]
    .map((id) => ({ id, rows: rows.filter(({ group }) => group === id) }))
    .filter((group) => group.rows.length > 0);
}

/** What the marks mean, what a projection is, and for how many there is none. */
export function notesOf({ assessment, trend }: TrendReport, locale: Locale): string[] {
  const { trend: words } = locale;
  const rows = trend?.rows ?? [];
  const points = rows.flatMap((row) => row.points.flatMap(({ inPeriod, toDate }) => [inPeriod, toDate]));
  const methods = [...new Set(rows.flatMap(({ projection }) => projection?.method ?? []))];
  const refused = UNPROJECTED.flatMap((why) => {
    const count = rows.filter(({ unprojected }) => unprojected === why).length;
    return count === 0 ? [] : [words.unprojectedCount(count, words.unprojected[why])];
  });
  return [
    ...(points.some(({ flags }) => flags.includes("provisional")) ? [words.provisionalNote] : []),
    ...waiverLines(assessment, locale),
    ...methods.map((method) => words.projectionNote(words.methods[method])),
    ...(rows.some(({ needed }) => needed !== null) ? [words.neededNote] : []),
    ...refused,
  ];
}
