import { calculate } from "../check.ts";
import type { Calculation } from "../check.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { expectExports } from "../gather/expect-exports.ts";
import type { AssessmentOptions, Plan, Trend, TrendReport, Unit } from "../model.ts";
import { namedUnit } from "../named-unit.ts";
import { trendOfCalculation } from "../report-of.ts";
import { TREND_FORMATS } from "../trend/formats.ts";
import type { TrendFormatName } from "../trend/formats.ts";
import { renderTrend } from "../trend/render-trend.ts";
import { answer } from "./answer.ts";
import type { AnswerFormat, AnswerKind, Begun } from "./answer-kind.ts";
import { dataRequest, periodFrom } from "./data-request.ts";
import { filesRead } from "./files-read.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";
import { namedPlan } from "./named-plan.ts";
import { notAssessed } from "./not-assessed.ts";
import type { TrendOptions } from "./trend-command.ts";

/** Sets the periods side by side, writes the files asked for, prints the problems, and returns the exit code. */
export async function runTrend(data: readonly string[], options: Unsettled<TrendOptions>, io: Io): Promise<number> {
  await expectExports(data, io);
  return answer(TREND, { data, options }, { work: (begun) => work(begun, io) }, io);
}

/** The periods of a year side by side. */
export const TREND: AnswerKind<TrendFormatName, TrendReport, TrendOptions> = {
  command: "trend",
  formats: TREND_FORMATS,
  plain: "text",
  loadPlan: namedPlan,
  failed: (problems, { asked, plan, found }) => ({
    assessment: notAssessed(plan, [...(found?.assessment.problems ?? []), ...problems], askedOptions(asked.options)),
    trend: null,
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
  }),
  render: renderTrend,
  problemsIn: ({ assessment }) => assessment.problems,
  exitCodeOf: ({ exit }) => exit.code,
  filesRead: (asked, { config, found }, cwd) =>
    filesRead({ ...asked, config, inputs: found?.assessment.inputs ?? null }, cwd),
};

async function work(
  { data, options, plan, config, formats }: Begun<TrendOptions, Plan, AnswerFormat>,
  io: Io,
): Promise<TrendReport> {
  const calculation = await calculate({
    plan,
    ...(await dataRequest({ data, options, config, plan }, io)),
    period: options.period === undefined ? null : periodFrom("--period", options.period),
    digests: formats.some(({ provenance }) => provenance),
    ...askedOptions(options),
  });
  return reportOn(calculation, options);
}
/** A trend is no gate: what is missed is shown, and only what cannot be trusted is refused. */
function reportOn(calculation: Calculation, { by = "plan", unit }: TrendOptions): TrendReport {
  const { assessment } = calculation;
  const whole = trendOfCalculation(calculation, unit === undefined ? by : "unit");
  const trend = whole === null || unit === undefined ? whole : ofUnit(whole, namedUnit(unit, assessment.units));
  const reason = assessment.exit.reason === "untrusted-data" ? "untrusted-data" : "no-errors";
  return { assessment, trend, exit: { code: EXIT_CODES[reason], reason } };
}

function ofUnit({ periods, rows }: Trend, { code }: Unit): Trend {
  return { periods, rows: rows.filter(({ unit }) => unit === code) };
}

function askedOptions({ by, unit, incomplete, keepGoing }: TrendOptions): Partial<AssessmentOptions> {
  return {
    ...(by && { by }),
    ...(unit !== undefined && { by: "unit" }),
    ...(incomplete && { incomplete }),
    ...(keepGoing && { keepGoing }),
  };
}
