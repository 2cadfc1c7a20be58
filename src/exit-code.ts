import { EXIT_REASONS, LINT_EXIT_REASONS, VALIDATION_EXIT_REASONS } from "./model.ts";
import type {
  AssessmentOptions,
  DiffExitReason,
  Exit,
  ExitReason,
  LintExitReason,
  Result,
  Validation,
  ValidationExitReason,
  ValidationFailOn,
} from "./model.ts";
import type { Problem } from "./problem/problem.ts";

/** Exit codes by what they mean. */
export const EXIT_CODES = {
  bug: 70,
  "wrong-usage": 2,
  "untrusted-data": 3,
  missed: 1,
  "nothing-assessed": 4,
  "no-data": 4,
  warning: 5,
  "misses-tolerated": 0,
  "none-missed": 0,
  "errors-tolerated": 0,
  "no-errors": 0,
  differences: 1,
  "no-differences": 0,
} as const satisfies Record<ExitReason | ValidationExitReason | DiffExitReason, number>;

/** What a run ends with. Only what the plan asks decides; what it advises, or has waived, does not. */
export function exitOf(
  results: readonly Result[],
  problems: readonly Problem[],
  { failOn }: Pick<AssessmentOptions, "failOn">,
): Exit {
  const targets = results.filter(({ scope }) => scope === "target");
  const deciding = targets.filter(({ flags }) => !flags.includes("advisory") && !flags.includes("waived"));
  const has = (verdict: Result["verdict"]) => deciding.some((result) => result.verdict === verdict);
  const holds: Record<ExitReason, boolean> = {
    bug: false,
    "wrong-usage": false,
    "untrusted-data": problems.some(({ severity }) => severity === "error") || has("invalid"),
    missed: failOn !== "never" && has("missed"),
    "nothing-assessed": !targets.some(({ verdict }) => verdict === "met" || verdict === "missed"),
    "no-data": (failOn === "no-data" || failOn === "warning") && has("no-data"),
    warning: failOn === "warning" && problems.some(({ severity }) => severity === "warning"),
    "misses-tolerated": targets.some(({ verdict }) => verdict === "missed"),
    "none-missed": true,
  };
  const reason = EXIT_REASONS.find((candidate) => holds[candidate]) ?? "none-missed";
  return { code: EXIT_CODES[reason], reason };
}

/** What a validation ends with. With `never` it reports errors, and lets its caller go on. */
export function validationExit(problems: readonly Problem[], failOn: ValidationFailOn): Validation["exit"] {
  const has = (severity: Problem["severity"]) => problems.some((one) => one.severity === severity);
  const holds: Record<ValidationExitReason, boolean> = {
    "wrong-usage": false,
    "untrusted-data": failOn !== "never" && has("error"),
    warning: failOn === "warning" && has("warning"),
    "errors-tolerated": has("error"),
    "no-errors": true,
  };
  const reason = VALIDATION_EXIT_REASONS.find((candidate) => holds[candidate]) ?? "no-errors";
  return { code: EXIT_CODES[reason], reason };
}

/** What a linting ends with: a plan with an error is none, and what is doubtful is no error. */
export function lintExit(
  problems: readonly Problem[],
  failOn: ValidationFailOn,
): { readonly code: number; readonly reason: LintExitReason } {
  const has = (severity: Problem["severity"]) => problems.some((one) => one.severity === severity);
  const holds: Record<LintExitReason, boolean> = {
    "wrong-usage": failOn !== "never" && has("error"),
    warning: failOn === "warning" && has("warning"),
    "errors-tolerated": has("error"),
    "no-errors": true,
  };
  const reason = LINT_EXIT_REASONS.find((candidate) => holds[candidate]) ?? "no-errors";
  return { code: EXIT_CODES[reason], reason };
}
