import type { Locale } from "../../locale/locale.ts";
import type { Assessment } from "../../model.ts";
import { amendmentLines } from "../decisions.ts";
import { planLine, periodLine } from "../titles.ts";

/** What stands above every sheet: the plan and the period, or that there is no verdict, and why. */
export function titleLines(assessment: Assessment, locale: Locale): string[] {
  const { results, exit } = assessment;
  return [
    planLine(assessment, locale),
    ...amendmentLines(assessment.plan, locale),
    results.length > 0 ? periodLine(assessment, locale) : `${locale.notAssessed}: ${locale.exits[exit.reason]}`,
  ].filter((line) => line !== "");
}
