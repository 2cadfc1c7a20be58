import { formatCount, nameIn } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, Result } from "../model.ts";
import { countsOf, isCeiling, levelOf, rateOf, targetOf, unitOf, verdictOf } from "./figures.ts";

/** What a result is of: the indicator, and the level or unit that the plan asks it of. */
export function resultTitle({ name, level, unit }: Result, assessment: Assessment, locale: Locale): string {
  const of = unitOf(unit, assessment) ?? levelOf(level, assessment, locale);
  return of === null ? nameIn(name, locale) : `${nameIn(name, locale)} – ${of}`;
}

/** The verdict with its figures: "chưa đạt: 1.760/2.200 = 80,00%, kế hoạch ≥ 95%; còn thiếu 330 …" */
export function resultSentence(result: Result, locale: Locale): string {
  const figures = [countsOf(result, locale), rateOf(result, locale)].filter((text) => text !== "").join(" = ");
  const target = targetOf(result, locale);
  const parts = [figures, ...(target === "" ? [] : [`${locale.columns.target.toLowerCase()} ${target}`])];
  const said = parts.filter((text) => text !== "").join(", ");
  const gap = gapSentence(result, locale);
  return `${verdictOf(result, locale)}${said === "" ? "" : `: ${said}`}${gap === "" ? "" : `; ${gap}`}`;
}

/** By how much a target is missed; "" where it isn't, or where no number says it. */
function gapSentence({ gap, target, denominator }: Result, locale: Locale): string {
  if (gap?.fixed === null || gap?.fixed === undefined) return "";
  const { short, tooMany, shortCount, tooManyCount } = locale.reports;
  const fixed = formatCount(gap.fixed, locale);
  if (denominator === null) return isCeiling(target) ? tooManyCount(fixed) : shortCount(fixed);
  if (isCeiling(target)) return tooMany(fixed);
  return short(fixed, gap.growing === null ? null : formatCount(gap.growing, locale));
}
