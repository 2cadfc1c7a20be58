import { EXIT_CODES } from "../exit-code.ts";
import { VERDICTS } from "../model.ts";
import type { Assessment, AssessmentOptions, Plan } from "../model.ts";
import type { Problem } from "../problem/problem.ts";

/** The same document without verdicts, for a run that could not begin. */
export function notAssessed(
  plan: Plan | null,
  problems: readonly Problem[],
  asked: Partial<Pick<AssessmentOptions, "window" | "by" | "incomplete" | "keepGoing" | "failOn">>,
): Assessment {
  const none = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<(typeof VERDICTS)[number], number>;
  return {
    plan,
    period: null,
    periodAsked: false,
    window: [],
    options: {
      window: asked.window ?? "year-to-date",
      by: asked.by ?? "plan",
      incomplete: asked.incomplete ?? "provisional",
      keepGoing: asked.keepGoing ?? false,
      asOf: null,
      failOn: asked.failOn ?? "missed",
    },
    inputs: [],
    summary: { ...none, waived: 0 },
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
    results: [],
    tasks: [],
    units: new Map(),
    problems,
  };
}
