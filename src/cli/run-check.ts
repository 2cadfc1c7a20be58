import path from "node:path";
import { check } from "../check.ts";
import type { CheckRequest } from "../check.ts";
import { findConfig } from "../config/find-config.ts";
import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { loadPlan, loadSource, shippedPlanIds } from "../load.ts";
import { loadLocale } from "../locale/locale.ts";
import type { Locale } from "../locale/locale.ts";
import type { Assessment, AssessmentOptions, Plan } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { FORMATS } from "../report/formats.ts";
import { loadPaint } from "../report/paint.ts";
import type { Paint } from "../report/paint.ts";
import { renderReport } from "../report/render-report.ts";
import { parseDate } from "../text/date.ts";
import { parsePeriod } from "../text/period.ts";
import { notAssessed } from "./not-assessed.ts";
import { pickLanguage } from "./pick-language.ts";
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
  if (assessment.problems.length > 0) {
    const paint = await loadPaint(options.color && io.colours("stderr"));
    io.stderr(problemText(assessment.problems, await loadLocale(spoken), paint));
  }
  io.stdout(report);
  return assessment.exit.code;
}

function problemText(problems: readonly Problem[], locale: Locale, { red, yellow, dim }: Paint): string {
  const paints = { error: red, warning: yellow, note: dim };
  return renderProblems(problems, { locale, paint: (text, severity) => paints[severity](text) });
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

async function readConfig(cwd: string): Promise<Config> {
  const file = findConfig(cwd);
  if (file === null) return NO_CONFIG;
  const [{ readYaml }, { parseConfig }] = await Promise.all([
    import("../read-yaml.ts"),
    import("../config/parse-config.ts"),
  ]);
  const { yaml } = await readYaml(file, cwd);
  return yaml.value === null || yaml.value === ""
    ? NO_CONFIG
    : parseConfig(yaml, path.relative(cwd, path.dirname(file)));
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
  const { cwd } = io;
  const named = data.length > 0 ? data : config.data;
  if (named.length === 0 && (options.source ?? []).length === 0)
    throw new ProblemError([problem("data-not-named", {})]);
  const own = await Promise.all(config.sources.map((file) => loadSource(file, { cwd })));
  return {
    plan,
    data: named,
    cwd,
    sources: own,
    sourceOf: await Promise.all((options.source ?? []).map(async (pair) => sourceOf(pair, cwd))),
    periodOf: (options.periodOf ?? []).map((pair) => {
      const [text, file] = split("--period-of", pair);
      return { period: periodFrom("--period-of", text), file };
    }),
    period: options.period === undefined ? config.period : periodFrom("--period", options.period),
    asOf: options.asOf === undefined ? null : dateFrom("--as-of", options.asOf),
    digests: FORMATS[options.format].provenance,
    readStandardInput: io.readStandardInput,
    ...askedOptions(options),
  };
}

async function sourceOf(pair: string, cwd: string) {
  const [source, file] = split("--source", pair);
  return { source: await loadSource(source, { cwd }), file };
}

function split(option: string, pair: string): [string, string] {
  const at = pair.indexOf("=");
  if (at <= 0 || at === pair.length - 1)
    throw wrong(option, pair, [`${option === "--source" ? "SOURCE" : "PERIOD"}=FILE`]);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function periodFrom(option: string, text: string): string {
  const period = parsePeriod(text);
  if (period === null) throw wrong(option, text, ["2022-Q3", "2022-H1", "2022-9M", "2022-03", "2022", "“Quý 3/2022”"]);
  return period;
}

function dateFrom(option: string, text: string): string {
  const date = parseDate(text);
  if (date === null) throw wrong(option, text, ["2022-12-31", "31/12/2022"]);
  return date;
}

function wrong(option: string, value: string, allowed: readonly string[]): ProblemError {
  return new ProblemError([problem("option-wrong", { option, value, allowed })]);
}
