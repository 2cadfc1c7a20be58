import { EXIT_CODES } from "../exit-code.ts";
import type { Explanation } from "../explain/explanation.ts";
import type { AssessmentOptions, Plan } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { notAssessed } from "./not-assessed.ts";

/** The same document without a subject, for a run that could not begin, or whose files could not be written. */
export function notExplained(
  plan: Plan | null,
  problems: readonly Problem[],
  asked: Partial<AssessmentOptions> = {},
): Explanation {
  return {
    assessment: notAssessed(plan, problems, asked),
    subject: null,
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
  };
}
