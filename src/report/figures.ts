import { formatCount, formatDecimal, nameIn } from "../locale/locale.ts";
import type { Words } from "../locale/locale.ts";
import { levelsIn } from "../model.ts";
import type { Assessment, Contribution, Result, TrendPoint } from "../model.ts";
import { ALL_MONTHS, monthsOf, spanOf } from "../text/period.ts";

/** "244/253", or the value of a count; "" where there are no figures. */
export function countsOf(
  { numerator, denominator, value }: Pick<TrendPoint, "numerator" | "denominator" | "value">,
  locale: Words,
): string {
  if (value !== null) return formatCount(value, locale);
  return numerator === null || denominator === null
    ? ""
    : `${formatCount(numerator, locale)}/${formatCount(denominator, locale)}`;
}

export function rateOf({ percent }: Pick<TrendPoint, "percent">, locale: Words): string {
  return percent === null ? "" : `${formatDecimal(percent, locale)}%`;
}

/** How much is lacking; of a ceiling, how much is too much. */
export function gapOf({ gap, target }: Pick<Result, "gap" | "target">, locale: Words): string {
  if (gap?.fixed === null || gap?.fixed === undefined) return "";
  const count = formatCount(gap.fixed, locale);
  return isCeiling(target) ? locale.over(count) : count;
}

/** Whether less is better. */
export function isCeiling(target: Result["target"]): boolean {
  return target?.operator === "at-most" || target?.operator === "less-than";
}

export function targetOf({ target }: Pick<Result, "target">, locale: Words): string {
  return target === null ? "" : `${locale.operators[target.operator]} ${formatDecimal(target.value, locale)}`.trim();
}

/** The verdict, or the reason why there is none, with the flags that a reader needs beside it. */
export function verdictOf({ verdict, reason, flags }: Pick<Result, "verdict" | "reason" | "flags">, locale: Words) {
  const word = verdict === "no-data" && reason !== null ? locale.reasons[reason] : locale.verdicts[verdict];
  const remarks = flags.filter((flag) => flag !== "interim" || verdict === "missed").map((flag) => locale.flags[flag]);
  if ((verdict === "invalid" || reason === "withdrawn") && reason !== null) remarks.unshift(locale.reasons[reason]);
  return remarks.length > 0 ? `${word} (${remarks.join(", ")})` : word;
}

/** What a level is called; `null` where there is none. */
export function levelOf(level: string | null, { plan }: Pick<Assessment, "plan">, locale: Words): string | null {
  const name = level === null ? undefined : plan?.levels[level];
  return name === undefined ? level : nameIn(name, locale);
}

/** What a unit is called; `null` where there is none. */
export function unitOf(unit: string | null, { units }: Pick<Assessment, "units">): string | null {
  return unit === null ? null : (units.get(unit)?.name ?? unit);
}

/** What a level or a unit is called; of a unit that changes its level, with the level. `null` for the whole. */
export function partOf(
  { level, unit }: Pick<Result, "level" | "unit">,
  assessment: Pick<Assessment, "plan" | "units">,
  locale: Words,
): string | null {
  const levelName = levelOf(level, assessment, locale);
  const known = unit === null ? undefined : assessment.units.get(unit);
  const isChanged = known !== undefined && levelsIn(known, ALL_MONTHS).length > 1;
  const name = unitOf(unit, assessment);
  return isChanged && levelName !== null ? `${name} (${levelName})` : (name ?? levelName);
}

/** The level of a figure: that of its unit at the time, the later one where it reaches over a change. */
export function levelOfFigure(
  { unit, level, period }: Pick<Contribution, "unit" | "level" | "period">,
  { plan, units }: Pick<Assessment, "plan" | "units">,
): string | null {
  const known = unit === null ? undefined : units.get(unit);
  if (known === undefined) return level;
  const span = plan === null || known.terms === null ? null : spanOf(period, plan.year);
  return span === null ? known.level : (levelsIn(known, monthsOf(span)).at(-1) ?? known.level);
}
