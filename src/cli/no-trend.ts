import { EXIT_CODES } from "../exit-code.ts";
import type { AssessmentOptions, Plan, TrendReport } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { notAssessed } from "./not-assessed.ts";

/** The same document without periods, for a run that could not begin, or whose files could not be written. */
export function noTrend(
  plan: Plan | null,
  problems: readonly Problem[],
  asked: Partial<AssessmentOptions> = {},
): TrendReport {
  return {
    assessment: notAssessed(plan, problems, asked),
    trend: null,
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
  };
}
