import type { Result } from "../../model.ts";
import type { Locale } from "../../locale/locale.ts";
import { gapOf, isCeiling, targetOf } from "../figures.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { resultOf } from "./result-words.ts";

const WIDTH = 200;
const HEIGHT = 22;

/**
 * Actual against target: a bar as long as the result, a line where the target stands, and between them what is missing.
 * Nothing in it is computed anew: the numbers are those shown, and a line of text says the same.
 */
export function bulletChart(result: Result, locale: Locale): Markup | null {
  const actual = result.percent === null ? result.value : Number(result.percent);
  const targets = (result.target?.value ?? "").split("–").filter(Boolean).map(Number.parseFloat);
  const [low, high] = [targets[0], targets.at(-1)];
  if (actual === null || low === undefined || high === undefined) return null;
  const most = result.percent === null ? Math.max(actual, high) * 1.15 || 1 : Math.max(100, actual, high);
  // What lies below a baseline has no length.
  const at = (value: number) => round((Math.max(0, value) / most) * (WIDTH - 4));
  // What is allowed is lighter than the rest of the track.
  const band = result.target?.operator === "between" ? [low, high] : isCeiling(result.target) ? [0, low] : [low, most];
  const gap = actual < low ? [actual, low] : actual > high ? [high, actual] : null;
  const isMissed = result.verdict === "missed";
  const rect = (kind: string, from: number, to: number, inset: number) =>
    markup`<rect class="${kind}" x="${from}" y="${inset}" width="${Math.max(0, round(to - from))}" height="${HEIGHT - 2 * inset}"/>`;
  return markup`<svg class="bullet" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img"><title>${describe(result, locale)}</title>${[
    rect("track", 0, WIDTH - 4, 3),
    rect("band", at(band[0] as number), at(band[1] as number), 3),
    rect(isMissed ? "bar missed" : "bar met", 0, at(actual), 7),
    isMissed && gap !== null && !isCeiling(result.target) && rect("gap", at(gap[0] as number), at(gap[1] as number), 9),
    [...new Set([low, high])].map((value) => rect("mark", at(value), at(value) + 3, 1)),
  ]}</svg>`;
}

function describe(result: Result, locale: Locale): string {
  const gap = gapOf(result, locale);
  const against = locale.html.against(resultOf(result, locale), targetOf(result, locale));
  return gap === "" ? against : `${against}; ${locale.html.labels.gap.toLowerCase()}: ${gap}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
