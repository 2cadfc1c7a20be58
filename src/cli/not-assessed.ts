import { VERDICTS } from "../model.ts";
import type { Assessment, Plan } from "../model.ts";
import type { Problem } from "../problem/problem.ts";

/** The same document without verdicts, for a run that could not begin. */
export function notAssessed(plan: Plan | null, problems: readonly Problem[], code: number): Assessment {
  const none = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<(typeof VERDICTS)[number], number>;
  return {
    plan,
    period: null,
    periodAsked: false,
    window: [],
    options: {
      window: "year-to-date",
      by: "plan",
      incomplete: "provisional",
      keepGoing: false,
      asOf: null,
      failOn: "missed",
    },
    inputs: [],
    summary: { ...none, waived: 0 },
    exit: { code, reason: "wrong-usage" },
    results: [],
    tasks: [],
    units: new Map(),
    problems,
  };
}
