import type { Locale } from "../locale/locale.ts";
import { formatPlace } from "./format-place.ts";
import type { Problem } from "./problem.ts";
import { wordingOf } from "./wording-of.ts";

/** A problem in one line, where there is no room for an excerpt: place, severity, message, code, and the way out. */
export function problemLine(one: Problem, locale: Locale<"problems">): string {
  const { message, hint } = wordingOf(one, locale);
  const place = one.at === null ? "" : `${formatPlace(one.at)}: `;
  const rows = one.rows > 1 ? ` (${locale.rows(one.rows)})` : "";
  const text = `${place}${locale.severities[one.severity]}: ${message}${rows} [${one.code}]`;
  return hint === null ? text : `${text} – ${hint}`;
}
