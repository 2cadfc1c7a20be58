import type { Locale } from "../locale/locale.ts";
import { formatPlace } from "./format-place.ts";
import type { Problem } from "./problem.ts";
import { wordingOf } from "./wording-of.ts";

/**
 * Each error as a line of a table in CSV, whose scope is `problem`: nobody is to take the absence of results for a
 * result.
 */
export function errorCells(
  problems: readonly Problem[],
  { isAssessed, locale }: { readonly isAssessed: boolean; readonly locale: Locale<"problems"> },
) {
  const errors = problems.filter(({ severity }) => severity === "error");
  return errors.map((one) => {
    const { message, hint } = wordingOf(one, locale);
    const place = one.at === null ? "" : `${formatPlace(one.at)}: `;
    return {
      scope: "problem",
      verdict: isAssessed ? "invalid" : "not-assessed",
      reason: one.code,
      message: `${locale.notAssessed}: ${place}${message}${hint === null ? "" : ` – ${hint}`}`,
    };
  });
}
