import { check } from "../check.ts";
import type { CheckRequest } from "../check.ts";
import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { loadPlan, shippedPlanIds } from "../load.ts";
import type { Assessment, AssessmentOptions, Plan } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import { FORMATS } from "../report/formats.ts";
import { renderReport } from "../report/render-report.ts";
import { parseDate } from "../text/date.ts";
import { dataRequest, periodFrom } from "./data-request.ts";
import { notAssessed } from "./not-assessed.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { wrongOption } from "./wrong-option.ts";
import type { CheckOptions } from "./check-command.ts";
import type { Io } from "./io.ts";

/** Checks, prints the report to stdout and the problems to stderr, and returns the exit code. */
export async function runCheck(data: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  let plan: Plan | null = null;
  let config = NO_CONFIG;
  let assessment: Assessment;
  try {
    config = await readConfig(io.cwd);
    plan = await namedPlan(options.plan ?? config.plan, io.cwd);
    assessment = await check(await requestOf(plan, data, options, config, io));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    assessment = notAssessed(plan, error.problems, askedOptions(options));
  }
  const spoken = pickLanguage({ wanted: options.lang ?? config.language, plan, env: io.env });
  const language = FORMATS[options.format].machine ? (options.lang ?? "en") : spoken;
  const colour = options.color && io.colours("stdout");
  const report = await renderReport(assessment, options.format, { language, width: io.width, colour });
  if (assessment.problems.length > 0)
    await reportProblems(assessment.problems, { language: spoken, colour: options.color }, io);
  io.stdout(report);
  return assessment.exit.code;
}

function askedOptions({ window, by, failOn, incomplete, keepGoing }: CheckOptions): Partial<AssessmentOptions> {
  return {
    ...(window && { window }),
    ...(by && { by }),
    ...(failOn && { failOn }),
    ...(incomplete && { incomplete }),
    ...(keepGoing && { keepGoing }),
  };
}

async function namedPlan(plan: string | null, cwd: string): Promise<Plan> {
  if (plan === null) throw new ProblemError([problem("plan-not-named", { shipped: shippedPlanIds })]);
  return loadPlan(plan, { cwd });
}

async function requestOf(
  plan: Plan,
  data: readonly string[],
  options: CheckOptions,
  config: Config,
  io: Io,
): Promise<CheckRequest> {
  return {
    plan,
    ...(await dataRequest(data, options, config, io)),
    period: options.period === undefined ? config.period : periodFrom("--period", options.period),
    asOf: options.asOf === undefined ? null : dateFrom("--as-of", options.asOf),
    digests: FORMATS[options.format].provenance,
    ...askedOptions(options),
  };
}

function dateFrom(option: string, text: string): string {
  const date = parseDate(text);
  if (date === null) throw wrongOption(option, text, ["2022-12-31", "31/12/2022"]);
  return date;
}
