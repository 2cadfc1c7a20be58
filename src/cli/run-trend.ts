import { calculate } from "../check.ts";
import type { Calculation } from "../check.ts";
import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { EXIT_CODES } from "../exit-code.ts";
import type { AssessmentOptions, Plan, Trend, TrendReport, Unit } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { trendOfCalculation } from "../report-of.ts";
import { foldText } from "../text/fold-text.ts";
import { nearest } from "../text/nearest.ts";
import { TREND_FORMATS } from "../trend/formats.ts";
import type { TrendFormatName } from "../trend/formats.ts";
import { renderTrend } from "../trend/render-trend.ts";
import type { TrendOptions as Rendering } from "../trend/render-trend.ts";
import { dataRequest, periodFrom } from "./data-request.ts";
import { filesRead } from "./files-read.ts";
import { namedPlan } from "./named-plan.ts";
import { noTrend } from "./no-trend.ts";
import { parseOutputs } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { writeOutputs } from "./write-outputs.ts";
import type { TrendOptions } from "./trend-command.ts";
import type { Io } from "./io.ts";

/** What a run came to, and what it went by. */
interface Attempt {
  readonly report: TrendReport;
  readonly config: Config;
  readonly outputs: readonly Output<TrendFormatName>[];
  /** Whether it came to opening exports. */
  readonly opened: boolean;
}

/** Sets the periods side by side, writes the files asked for, prints the problems, and returns the exit code. */
export async function runTrend(data: readonly string[], options: TrendOptions, io: Io): Promise<number> {
  const { report, config, outputs, opened } = await attempt(data, options, io);
  const { plan, inputs } = report.assessment;
  const spoken = pickLanguage({ wanted: options.lang ?? config.language, plan, env: io.env });
  const render = (given: TrendReport, format: TrendFormatName, more: Rendering) =>
    renderTrend(given, format, { language: TREND_FORMATS[format].machine ? (options.lang ?? "en") : spoken, ...more });

  const read =
    outputs.length === 0 ? [] : await filesRead({ data, options, config, inputs: opened ? inputs : null }, io.cwd);
  const write = (format: TrendFormatName) => render(report, format, { isFile: true });
  const unwritten = await writeOutputs(outputs, write, { read, cwd: io.cwd });
  const final = unwritten.length === 0 ? report : unreported(report, unwritten);
  const { problems } = final.assessment;
  if (problems.length > 0) await reportProblems(problems, { language: spoken, colour: options.color }, io);
  const colour = options.color && io.colours("stdout");
  io.stdout(await render(final, options.format, { width: io.width, colour }));
  return final.exit.code;
}

async function attempt(data: readonly string[], options: TrendOptions, io: Io): Promise<Attempt> {
  let plan: Plan | null = null;
  let config = NO_CONFIG;
  let outputs: Attempt["outputs"] = [];
  try {
    config = await readConfig(io.cwd);
    // Not before it is known what the config names: nothing of that may be overwritten.
    outputs = parseOutputs(options.output, TREND_FORMATS, io.cwd);
    plan = await namedPlan(options.plan ?? config.plan, io.cwd);
    const formats = [options.format, ...outputs.map(({ format }) => format)].map((name) => TREND_FORMATS[name]);
    const calculation = await calculate({
      plan,
      ...(await dataRequest(data, options, config, io)),
      period: options.period === undefined ? config.period : periodFrom("--period", options.period),
      digests: formats.some(({ provenance }) => provenance),
      ...askedOptions(options),
    });
    return { report: reportOn(calculation, options), config, outputs, opened: true };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { report: noTrend(plan, error.problems, askedOptions(options)), config, outputs, opened: false };
  }
}

/** A trend is no gate: what is missed is shown, and only what cannot be trusted is refused. */
function reportOn(calculation: Calculation, { by = "plan", unit }: TrendOptions): TrendReport {
  const { assessment } = calculation;
  const whole = trendOfCalculation(calculation, unit === undefined ? by : "unit");
  const trend = whole === null || unit === undefined ? whole : ofUnit(whole, unitNamed(unit, assessment.units));
  const reason = assessment.exit.reason === "untrusted-data" ? "untrusted-data" : "no-errors";
  return { assessment, trend, exit: { code: EXIT_CODES[reason], reason } };
}

function ofUnit({ periods, rows }: Trend, { code }: Unit): Trend {
  return { periods, rows: rows.filter(({ unit }) => unit === code) };
}

function unitNamed(text: string, units: ReadonlyMap<string, Unit>): Unit {
  const wanted = foldText(text);
  const found = [...units.values()].find(({ code, name, aliases }) =>
    [code, name, ...aliases].some((one) => foldText(one) === wanted),
  );
  if (found !== undefined) return found;
  const allowed = [...units.values()].map(({ name }) => name);
  throw new ProblemError([
    problem("name-unknown", { kind: "unit", name: text, allowed, nearest: nearest(text, allowed) }),
  ]);
}

function unreported({ assessment: { plan, problems, options } }: TrendReport, unwritten: readonly Problem[]) {
  return noTrend(plan, [...problems, ...unwritten], options);
}

function askedOptions({ by, unit, incomplete, keepGoing }: TrendOptions): Partial<AssessmentOptions> {
  return {
    ...(by && { by }),
    ...(unit !== undefined && { by: "unit" }),
    ...(incomplete && { incomplete }),
    ...(keepGoing && { keepGoing }),
  };
}
