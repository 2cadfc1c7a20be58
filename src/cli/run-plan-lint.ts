import { EXIT_CODES } from "../exit-code.ts";
import { lint } from "../lint.ts";
import { LINT_FORMATS } from "../lint/formats.ts";
import type { LintFormatName } from "../lint/formats.ts";
import { renderLinting } from "../lint/render-linting.ts";
import { shippedPlanIds } from "../load.ts";
import type { Linting, Plan } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import { answer } from "./answer.ts";
import type { AnswerFormat, AnswerKind, Begun } from "./answer-kind.ts";
import { ownSources } from "./known-sources.ts";
import type { LintPlanOptions } from "./plan-command.ts";
import { planSpoken } from "./speak.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

/** Looks through plans, prints what is wrong or doubtful, and returns the exit code. */
export async function runPlanLint(
  plans: readonly string[],
  options: Unsettled<LintPlanOptions>,
  io: Io,
): Promise<number> {
  return answer(LINTING, { data: plans, options }, { work: (begun) => work(begun, io) }, io);
}

/** What is wrong with plans, and doubtful in them. */
export const LINTING: AnswerKind<LintFormatName, Linting, LintPlanOptions, Plan | null> = {
  command: "lint",
  formats: LINT_FORMATS,
  plain: "text",
  planAmong: ([plan]) => plan,
  loadPlan: planSpoken,
  failed: (problems, { asked: { options }, found }) => ({
    plans: [],
    ...found,
    failOn: options.failOn,
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
    problems: [...(found?.problems ?? []), ...problems],
  }),
  render: renderLinting,
  problemsIn: ({ problems }) => problems,
  exitCodeOf: ({ exit }) => exit.code,
  filesRead: ({ data }) => Promise.resolve(data),
  withoutWrong: (linting, wrong) => ({
    ...linting,
    problems: linting.problems.filter((one) => !wrong.includes(one)),
  }),
};

async function work(
  { data, options, config }: Begun<LintPlanOptions, Plan | null, AnswerFormat>,
  { cwd }: Io,
): Promise<Linting> {
  const plans = data.length > 0 ? data : [options.plan ?? config.plan].filter((plan) => plan !== null);
  if (plans.length === 0)
    throw new ProblemError([problem("plan-not-named", { by: "argument", shipped: shippedPlanIds })]);
  return lint({ plans, sources: await ownSources(config, cwd), failOn: options.failOn, cwd });
}
