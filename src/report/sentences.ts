import { formatCount } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, Result } from "../model.ts";
import { waiverText } from "./decisions.ts";
import { countsOf, isCeiling, rateOf, targetOf, verdictOf } from "./figures.ts";

/** The verdict with its figures: "chưa đạt: 1.760/2.200 = 80,00%, kế hoạch ≥ 95%; còn thiếu 330 …" */
export function resultSentence(result: Result, assessment: Assessment, locale: Locale<"reports">): string {
  const figures = [countsOf(result, locale), rateOf(result, locale)].filter((text) => text !== "").join(" = ");
  const target = targetOf(result, locale);
  const document = documentOf(result, assessment);
  const asked = document === null ? target : `${target} (${document})`;
  const parts = [figures, ...(target === "" ? [] : [`${locale.columns.target.toLowerCase()} ${asked}`])];
  const said = parts.filter((text) => text !== "").join(", ");
  const more = [
    gapSentence(result, locale),
    result.waiver === null ? "" : `${locale.flags.waived} ${waiverText(result.waiver, assessment, locale)}`,
  ].filter((text) => text !== "");
  return [`${verdictOf(result, locale)}${said === "" ? "" : `: ${said}`}`, ...more].join("; ");
}

/** The later decision that a target rests on; `null` where it is the plan's own. */
function documentOf({ target }: Result, { plan }: Assessment): string | null {
  const document = target?.document ?? null;
  return document === plan?.number ? null : document;
}

/** By how much a target is missed; "" where it isn't, or where no number says it. */
function gapSentence({ gap, target, denominator }: Result, locale: Locale<"reports">): string {
  if (gap?.fixed === null || gap?.fixed === undefined) return "";
  const { short, tooMany, shortCount, tooManyCount } = locale.reports;
  const fixed = formatCount(gap.fixed, locale);
  if (denominator === null) return isCeiling(target) ? tooManyCount(fixed) : shortCount(fixed);
  if (isCeiling(target)) return tooMany(fixed);
  return short(fixed, gap.growing === null ? null : formatCount(gap.growing, locale));
}
