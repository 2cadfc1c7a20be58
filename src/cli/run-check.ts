import { check } from "../check.ts";
import type { CheckRequest } from "../check.ts";
import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { bareReport } from "../model.ts";
import type { Assessment, AssessmentOptions, Plan, Report } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { FORMATS } from "../report/formats.ts";
import type { FormatName } from "../report/formats.ts";
import { renderReport } from "../report/render-report.ts";
import type { ReportOptions } from "../report/render-report.ts";
import { dataRequest, dateFrom, periodFrom } from "./data-request.ts";
import { filesRead } from "./files-read.ts";
import { writeJobSummary } from "./job-summary.ts";
import { namedPlan } from "./named-plan.ts";
import { notAssessed } from "./not-assessed.ts";
import { parseOutputs, soundOutputs } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { writeOutputs } from "./write-outputs.ts";
import { wrongOption } from "./wrong-option.ts";
import type { CheckOptions } from "./check-command.ts";
import type { Io } from "./io.ts";

type Outputs = readonly Output<FormatName>[];

/** What a run came to, and what it went by. */
interface Attempt {
  readonly report: Report;
  readonly config: Config;
  readonly outputs: Outputs;
  /** Whether it came to opening exports. */
  readonly opened: boolean;
}

/** Checks, writes the files asked for, prints the report and the problems, and returns the exit code. */
export async function runCheck(data: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const attempted = await attempt(data, options, io);
  const { report, config, outputs } = attempted;
  const { plan, inputs } = report.assessment;
  const spoken = pickLanguage({ wanted: options.lang ?? config.language, plan, env: io.env });
  const render = <Name extends FormatName>(given: Report, format: Name, more: ReportOptions) => {
    const language = FORMATS[format].machine ? (options.lang ?? "en") : spoken;
    return renderReport(given, format, { language, header: config.report, ...more });
  };

  const read =
    outputs.length === 0
      ? []
      : await filesRead({ data, options, config, inputs: attempted.opened ? inputs : null }, io.cwd);
  const write = (format: FormatName) => render(report, format, { isFile: true });
  const formats = [options.format, ...outputs.map((output) => output.format)];
  const unwritten = [
    ...(await writeOutputs(outputs, write, { read, cwd: io.cwd })),
    ...(await writeJobSummary(report, formats, (given) => render(given, "markdown", {}), io)),
  ];
  const final = unwritten.length === 0 ? report : unreported(report.assessment, unwritten);
  // The files must not say another thing than the run: what could be written says so too.
  if (unwritten.length > 0)
    await writeOutputs(outputs, (format) => render(final, format, { isFile: true }), { read, cwd: io.cwd });
  const { problems, exit } = final.assessment;
  if (problems.length > 0) await reportProblems(problems, { language: spoken, colour: options.color }, io);
  const format = FORMATS[options.format].binary ? "table" : options.format;
  const colour = options.color && io.colours("stdout");
  io.stdout(String(await render(final, format, { width: io.width, colour })));
  return exit.code;
}

async function attempt(data: readonly string[], options: CheckOptions, io: Io): Promise<Attempt> {
  let plan: Plan | null = null;
  let config = NO_CONFIG;
  let outputs: Outputs = [];
  try {
    config = await readConfig(io.cwd);
    // Not before it is known what the config names: nothing of that may be overwritten.
    outputs = soundOutputs(options.output, FORMATS, io.cwd);
    outputs = outputsOf(options, io.cwd);
    plan = await namedPlan(options.plan ?? config.plan, io.cwd);
    const formats = [options.format, ...outputs.map(({ format }) => format)].map((name) => FORMATS[name]);
    const request = {
      ...(await requestOf(plan, data, options, config, io)),
      digests: formats.some(({ provenance }) => provenance),
    };
    const isFull = formats.some(({ full }) => full);
    const report = isFull
      ? await (await import("../report-of.ts")).checkInFull(request)
      : bareReport(await check(request));
    return { report, config, outputs, opened: true };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const report = bareReport(notAssessed(plan, error.problems, askedOptions(options)));
    return { report, config, outputs, opened: false };
  }
}

/** Bytes are of no use to a terminal. */
function outputsOf({ format, output }: CheckOptions, cwd: string): Outputs {
  const { binary, extension } = FORMATS[format];
  if (binary) throw wrongOption("-f", format, [`-o FILE${extension}`]);
  return parseOutputs(output, FORMATS, cwd);
}

/** A run that could not write what it was asked for has failed, whatever it had found. */
function unreported({ plan, problems, options }: Assessment, unwritten: readonly Problem[]): Report {
  return bareReport(notAssessed(plan, [...problems, ...unwritten], options));
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
    ...askedOptions(options),
  };
}
