import { DEFAULTS } from "../check.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { VERDICTS } from "../model.ts";
import type { Assessment, AssessmentOptions, Plan } from "../model.ts";
import type { Problem } from "../problem/problem.ts";

/** The same document without verdicts, for a run that could not begin. */
export function notAssessed(
  plan: Plan | null,
  problems: readonly Problem[],
  asked: Partial<AssessmentOptions>,
): Assessment {
  const none = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<(typeof VERDICTS)[number], number>;
  return {
    plan,
    period: null,
    periodAsked: false,
    window: [],
    options: { ...DEFAULTS, ...asked },
    inputs: [],
    summary: { ...none, waived: 0 },
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
    results: [],
    tasks: [],
    units: new Map(),
    problems,
  };
}
