import type { Locale } from "../locale/locale.ts";
import type { Change } from "./differences.ts";

/** Both sides of a change with their days as people write them. */
export function dated({ before, after }: Change<string>, { date }: Locale): Change<string> {
  const side = (text: string | null) => text?.replaceAll(DAY, (day) => date(day)) ?? null;
  return { before: side(before), after: side(after) };
}

/** A day that stands alone or among words, and is not part of a path, an id or a number. */
const DAY = /(?<![\p{L}\d_./-])\d{4}-\d{2}-\d{2}(?![\p{L}\d_/-]|\.\p{L})/gu;
