import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { FINDINGS_FORMATS } from "../findings/formats.ts";
import type { FindingsFormatName } from "../findings/formats.ts";
import { renderFindings } from "../findings/render-findings.ts";
import { loadPlan } from "../load.ts";
import type { Plan, Validation } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { validate } from "../validate.ts";
import { dataRequest } from "./data-request.ts";
import { filesRead } from "./files-read.ts";
import { notValidated } from "./not-validated.ts";
import { parseOutputs } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { writeOutputs } from "./write-outputs.ts";
import { wrongOption } from "./wrong-option.ts";
import type { ValidateOptions } from "./validate-command.ts";
import type { Io } from "./io.ts";

type Outputs = readonly Output<FindingsFormatName>[];

/** What a run came to, and what it went by. */
interface Attempt {
  readonly validation: Validation;
  readonly config: Config;
  readonly outputs: Outputs;
  /** What is wrong with the command, rather than with the exports. */
  readonly usage: readonly Problem[];
}

/** Validates, writes the files asked for, prints the findings, and returns the exit code. */
export async function runValidate(data: readonly string[], options: ValidateOptions, io: Io): Promise<number> {
  const { validation, config, outputs, usage } = await attempt(data, options, io);
  const spoken = pickLanguage({ wanted: options.lang ?? config.language, plan: validation.plan, env: io.env });
  const languageOf = (format: FindingsFormatName) =>
    FINDINGS_FORMATS[format].machine ? (options.lang ?? "en") : spoken;

  const read =
    outputs.length === 0
      ? []
      : await filesRead({ data, options, config, inputs: usage.length === 0 ? validation.inputs : null }, io.cwd);
  const written = notIfFailed(validation, usage);
  const unwritten = await writeOutputs(
    outputs,
    (format) => renderFindings(written, format, { language: languageOf(format), isFile: true }),
    { read, cwd: io.cwd },
  );
  const wrong = [...usage, ...unwritten];
  if (wrong.length > 0) await reportProblems(wrong, { language: spoken, colour: options.color }, io);

  const final = notIfFailed(validation, wrong);
  const format = FINDINGS_FORMATS[options.format].binary ? "text" : options.format;
  // People have read on stderr what is wrong with the command; a program reads everything in one document.
  const shown = FINDINGS_FORMATS[format].machine ? final : { ...final, problems: validation.problems };
  const colour = options.color && io.colours("stdout");
  io.stdout(String(await renderFindings(shown, format, { language: languageOf(format), colour })));
  return final.exit.code;
}

async function attempt(data: readonly string[], options: ValidateOptions, io: Io): Promise<Attempt> {
  const { cwd } = io;
  const { failOn = "error" } = options;
  let config = NO_CONFIG;
  let plan: Plan | null = null;
  let outputs: Outputs = [];
  try {
    config = await readConfig(cwd);
    // Not before it is known what the config names: nothing of that may be overwritten.
    outputs = outputsOf(options, cwd);
    const named = options.plan ?? config.plan;
    plan = named === null ? null : await loadPlan(named, { cwd });
    const formats = [options.format, ...outputs.map(({ format }) => format)].map((name) => FINDINGS_FORMATS[name]);
    const digests = formats.some(({ provenance }) => provenance);
    const senders = formats.some((format) => format.senders);
    const request = await dataRequest(data, options, config, io);
    return { validation: await validate({ ...request, plan, failOn, digests, senders }), config, outputs, usage: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { validation: notValidated([], { plan, failOn }), config, outputs, usage: error.problems };
  }
}

function notIfFailed(validation: Validation, usage: readonly Problem[]): Validation {
  return usage.length === 0 ? validation : notValidated(usage, validation);
}

/** A workbook is of no use to a terminal. */
function outputsOf({ format, output }: ValidateOptions, cwd: string): Outputs {
  if (FINDINGS_FORMATS[format].binary)
    throw wrongOption("-f", format, [`-o FILE${FINDINGS_FORMATS[format].extension}`]);
  return parseOutputs(output, FINDINGS_FORMATS, cwd);
}
