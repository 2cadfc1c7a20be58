import { formatCount } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Change } from "./differences.ts";

/** "chưa đạt → đạt" */
export function arrow({ before, after }: Change<string>, { diff }: Locale): string {
  const shown = (text: string | null) => (text === null || text === "" ? diff.nothing : text);
  return `${shown(before)} → ${shown(after)}`;
}

/** By how many a count changed. */
export function signed(count: number, locale: Locale): string {
  return `${count < 0 ? "−" : "+"}${formatCount(Math.abs(count), locale)}`;
}
