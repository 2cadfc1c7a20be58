import { check } from "../check.ts";
import type { CheckRequest } from "../check.ts";
import { expectExports } from "../gather/expect-exports.ts";
import { bareReport } from "../model.ts";
import type { AssessmentOptions, Plan, Report } from "../model.ts";
import { FORMATS } from "../report/formats.ts";
import type { FormatEntry, FormatName } from "../report/formats.ts";
import { renderReport } from "../report/render-report.ts";
import { answer } from "./answer.ts";
import type { AnswerKind, Begun } from "./answer-kind.ts";
import type { CheckOptions } from "./check-command.ts";
import { dataRequest, dateFrom, periodFrom } from "./data-request.ts";
import { filesRead } from "./files-read.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";
import { writeJobSummary } from "./job-summary.ts";
import { namedPlan } from "./named-plan.ts";
import { notAssessed } from "./not-assessed.ts";

/** Checks, writes the files asked for, prints the report and the problems, and returns the exit code. */
export async function runCheck(data: readonly string[], options: Unsettled<CheckOptions>, io: Io): Promise<number> {
  await expectExports(data, io);
  return answer(
    CHECK,
    { data, options },
    {
      work: (begun) => work(begun, io),
      alsoWrite: (report, { formats, render }) =>
        writeJobSummary(report, formats, async (given) => String(await render(given, "markdown")), io),
    },
    io,
  );
}

/** The report of a check. */
export const CHECK: AnswerKind<FormatName, Report, CheckOptions, Plan, FormatEntry> = {
  command: "check",
  formats: FORMATS,
  plain: "table",
  loadPlan: namedPlan,
  failed: (problems, { asked, plan, found }) => {
    const all = [...(found?.assessment.problems ?? []), ...problems];
    return bareReport(notAssessed(plan, all, askedOptions(asked.options)));
  },
  render: renderReport,
  problemsIn: ({ assessment }) => assessment.problems,
  exitCodeOf: ({ assessment }) => assessment.exit.code,
  filesRead: (asked, { config, found }, cwd) =>
    filesRead({ ...asked, config, inputs: found?.assessment.inputs ?? null }, cwd),
};

async function work(
  { data, options, plan, config, formats }: Begun<CheckOptions, Plan, FormatEntry>,
  io: Io,
): Promise<Report> {
  const request: CheckRequest = {
    plan,
    ...(await dataRequest({ data, options, config, plan }, io)),
    period: options.period === undefined ? null : periodFrom("--period", options.period),
    asOf: options.asOf === undefined ? null : dateFrom("--as-of", options.asOf),
    digests: formats.some(({ provenance }) => provenance),
    ...askedOptions(options),
  };
  return formats.some(({ full }) => full)
    ? (await import("../report-of.ts")).checkInFull(request)
    : bareReport(await check(request));
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
