import { EXIT_CODES } from "../exit-code.ts";
import { explain } from "../explain.ts";
import type { Explanation } from "../explain/explanation.ts";
import { EXPLAIN_FORMATS } from "../explain/formats.ts";
import type { ExplainFormatName } from "../explain/formats.ts";
import { renderExplanation } from "../explain/render-explanation.ts";
import { expectExports } from "../gather/expect-exports.ts";
import type { AssessmentOptions, Plan } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import { answer } from "./answer.ts";
import type { AnswerFormat, AnswerKind, Begun } from "./answer-kind.ts";
import { dataRequest, dateFrom, periodFrom } from "./data-request.ts";
import type { ExplainOptions } from "./explain-command.ts";
import { filesRead } from "./files-read.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";
import { namedPlan } from "./named-plan.ts";
import { notAssessed } from "./not-assessed.ts";

/** So many cells of a measure, and items of a list, are shown without `--all`. */
const SOME = 10;

/** Explains, writes the files asked for, prints the problems, and returns the exit code. */
export async function runExplain(
  id: string,
  data: readonly string[],
  options: Unsettled<ExplainOptions>,
  io: Io,
): Promise<number> {
  await expectExports(data, io);
  return answer(EXPLANATION, { data, options }, { work: (begun) => work(id, begun, io) }, io);
}

/** The arithmetic and the cells behind one indicator. */
export const EXPLANATION: AnswerKind<ExplainFormatName, Explanation, ExplainOptions> = {
  command: "explain",
  formats: EXPLAIN_FORMATS,
  plain: "text",
  loadPlan: namedPlan,
  failed: (problems, { asked, plan, found }) => ({
    assessment: notAssessed(plan, [...(found?.assessment.problems ?? []), ...problems], askedOptions(asked.options)),
    subject: null,
    exit: exitAfter(problems),
  }),
  render: (explanation, format, rendering, options) =>
    renderExplanation(explanation, format, { ...rendering, most: mostOf(options) }),
  problemsIn: ({ assessment }) => assessment.problems,
  exitCodeOf: ({ exit }) => exit.code,
  filesRead: (asked, { config, found }, cwd) =>
    filesRead({ ...asked, config, inputs: found?.assessment.inputs ?? null }, cwd),
};

/** A database that is lost in the second reading is no fault of the command. */
function exitAfter(problems: readonly Problem[]): Explanation["exit"] {
  const reason = problems.some(({ code }) => code === "database-unread") ? "untrusted-data" : "wrong-usage";
  return { code: EXIT_CODES[reason], reason };
}

async function work(
  id: string,
  { data, options, plan, config, formats }: Begun<ExplainOptions, Plan, AnswerFormat>,
  io: Io,
): Promise<Explanation> {
  const { unit = null, level = null } = options;
  return explain({
    plan,
    id,
    unit,
    level,
    most: mostOf(options),
    ...(await dataRequest({ data, options, config, plan }, io)),
    period: options.period === undefined ? null : periodFrom("--period", options.period),
    asOf: options.asOf === undefined ? null : dateFrom("--as-of", options.asOf),
    digests: formats.some(({ provenance }) => provenance),
    ...askedOptions(options),
  });
}

function mostOf({ all = false }: ExplainOptions): number {
  return all ? Infinity : SOME;
}

function askedOptions({ window, incomplete, keepGoing }: ExplainOptions): Partial<AssessmentOptions> {
  return { ...(window && { window }), ...(incomplete && { incomplete }), ...(keepGoing && { keepGoing }) };
}
