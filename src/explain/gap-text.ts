import { formatCount } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Indicator, Result } from "../model.ts";
import { isCeiling } from "../report/figures.ts";
import { wholeText } from "./formula-text.ts";

/** What a miss lacks, both ways: among what there is, and with new ones. */
export function gapText(indicator: Indicator, { gap, target }: Result, names: Names, locale: Locale): string | null {
  if (gap === null) return null;
  const { explain: words } = locale;
  const [numerator, denominator] = sidesOf(indicator, names, locale);
  const ceiling = isCeiling(target);
  if (denominator === null) {
    if (gap.fixed === null) return null;
    return (ceiling ? words.exceedsCount : words.lacksCount)(formatCount(gap.fixed, locale), numerator);
  }
  const [fixed, growing] = ceiling
    ? [words.exceedsFixed, words.exceedsGrowing]
    : [words.lacksFixed, words.lacksGrowing];
  const say = (count: number | null, word: typeof fixed, never: string) =>
    count === null ? never : word(formatCount(count, locale), numerator, denominator);
  const both = [say(gap.fixed, fixed, words.neverFixed), say(gap.growing, growing, words.neverGrowing)];
  return both.join(gap.fixed === null || gap.growing === null ? "; " : `; ${words.or} `);
}

/** How far a target that is met is from being missed. */
export function headroomText(
  indicator: Indicator,
  { headroom, target }: Result,
  names: Names,
  locale: Locale,
): string | null {
  if (headroom === null) return null;
  const [numerator] = sidesOf(indicator, names, locale);
  const say = isCeiling(target) ? locale.explain.mayGain : locale.explain.mayLose;
  return say(formatCount(headroom, locale), numerator);
}

/** What a measure is called, in quotes. */
export type Names = (measure: string) => string;

function sidesOf({ numerator, denominator }: Indicator, names: Names, locale: Locale): [string, string | null] {
  return [wholeText(numerator, names, locale), denominator === null ? null : wholeText(denominator, names, locale)];
}
