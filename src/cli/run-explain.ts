import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { explain } from "../explain.ts";
import type { Explanation } from "../explain/explanation.ts";
import { EXPLAIN_FORMATS } from "../explain/formats.ts";
import type { ExplainFormatName } from "../explain/formats.ts";
import { renderExplanation } from "../explain/render-explanation.ts";
import type { ExplainOptions as Rendering } from "../explain/render-explanation.ts";
import type { AssessmentOptions, Plan } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { dataRequest, dateFrom, periodFrom } from "./data-request.ts";
import type { ExplainOptions } from "./explain-command.ts";
import { filesRead } from "./files-read.ts";
import type { Io } from "./io.ts";
import { namedPlan } from "./named-plan.ts";
import { notExplained } from "./not-explained.ts";
import { parseOutputs } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { writeOutputs } from "./write-outputs.ts";

/** What a run came to, and what it went by. */
interface Attempt {
  readonly explanation: Explanation;
  readonly config: Config;
  readonly outputs: readonly Output<ExplainFormatName>[];
  /** Whether it came to opening exports. */
  readonly opened: boolean;
}

/** So many cells of a measure, and items of a list, are shown without `--all`. */
const SOME = 10;

/** Explains, writes the files asked for, prints the problems, and returns the exit code. */
export async function runExplain(
  id: string,
  data: readonly string[],
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const { explanation, config, outputs, opened } = await attempt(id, data, options, io);
  const { plan, inputs } = explanation.assessment;
  const spoken = pickLanguage({ wanted: options.lang ?? config.language, plan, env: io.env });
  const most = mostOf(options);
  const render = (given: Explanation, format: ExplainFormatName, more: Rendering) => {
    const language = EXPLAIN_FORMATS[format].machine ? (options.lang ?? "en") : spoken;
    return renderExplanation(given, format, { language, most, ...more });
  };

  const read =
    outputs.length === 0 ? [] : await filesRead({ data, options, config, inputs: opened ? inputs : null }, io.cwd);
  const unwritten = await writeOutputs(outputs, (format) => render(explanation, format, {}), { read, cwd: io.cwd });
  const { problems: found, options: asked } = explanation.assessment;
  const final = unwritten.length === 0 ? explanation : notExplained(plan, [...found, ...unwritten], asked);
  const { problems } = final.assessment;
  if (problems.length > 0) await reportProblems(problems, { language: spoken, colour: options.color }, io);
  const colour = options.color && io.colours("stdout");
  io.stdout(await render(final, options.format, { width: io.width, colour }));
  return final.exit.code;
}

async function attempt(id: string, data: readonly string[], options: ExplainOptions, io: Io): Promise<Attempt> {
  let plan: Plan | null = null;
  let config = NO_CONFIG;
  let outputs: Attempt["outputs"] = [];
  const asked = askedOptions(options);
  try {
    config = await readConfig(io.cwd);
    // Not before it is known what the config names: nothing of that may be overwritten.
    outputs = parseOutputs(options.output, EXPLAIN_FORMATS, io.cwd);
    plan = await namedPlan(options.plan ?? config.plan, io.cwd);
    const formats = [options.format, ...outputs.map(({ format }) => format)].map((name) => EXPLAIN_FORMATS[name]);
    const { unit = null, level = null } = options;
    const explanation = await explain({
      plan,
      id,
      unit,
      level,
      most: mostOf(options),
      ...(await dataRequest(data, options, config, io)),
      period: options.period === undefined ? config.period : periodFrom("--period", options.period),
      asOf: options.asOf === undefined ? null : dateFrom("--as-of", options.asOf),
      digests: formats.some(({ provenance }) => provenance),
      ...asked,
    });
    return { explanation, config, outputs, opened: true };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { explanation: notExplained(plan, error.problems, asked), config, outputs, opened: false };
  }
}

function mostOf({ all = false }: ExplainOptions): number {
  return all ? Infinity : SOME;
}

function askedOptions({ window, incomplete, keepGoing }: ExplainOptions): Partial<AssessmentOptions> {
  return { ...(window && { window }), ...(incomplete && { incomplete }), ...(keepGoing && { keepGoing }) };
}
