import { EXIT_CODES } from "../exit-code.ts";
import type { Validation } from "../model.ts";
import type { Problem } from "../problem/problem.ts";

/** The same document for a run that could not begin, or whose files could not be written: with what was found so far. */
export function notValidated(problems: readonly Problem[], found: Partial<Validation> = {}): Validation {
  return {
    plan: null,
    inputs: [],
    failOn: "error",
    senders: new Map(),
    ...found,
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
    problems: [...(found.problems ?? []), ...problems],
  };
}
