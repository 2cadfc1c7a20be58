import { EXIT_CODES } from "../exit-code.ts";
import { FINDINGS_FORMATS } from "../findings/formats.ts";
import type { FindingsFormatName } from "../findings/formats.ts";
import { renderFindings } from "../findings/render-findings.ts";
import { expectExports } from "../gather/expect-exports.ts";
import { loadPlan } from "../load.ts";
import type { Plan, Validation } from "../model.ts";
import { validate } from "../validate.ts";
import { answer } from "./answer.ts";
import type { AnswerKind, Begun } from "./answer-kind.ts";
import { dataRequest } from "./data-request.ts";
import { filesRead } from "./files-read.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";
import type { ValidateOptions } from "./validate-command.ts";

type Format = (typeof FINDINGS_FORMATS)[FindingsFormatName];

/** Validates, writes the files asked for, prints the findings, and returns the exit code. */
export async function runValidate(
  data: readonly string[],
  options: Unsettled<ValidateOptions>,
  io: Io,
): Promise<number> {
  await expectExports(data, io);
  return answer(VALIDATION, { data, options }, { work: (begun) => work(begun, io) }, io);
}

/** What is wrong with exports. */
export const VALIDATION: AnswerKind<FindingsFormatName, Validation, ValidateOptions, Plan | null, Format> = {
  command: "validate",
  formats: FINDINGS_FORMATS,
  plain: "text",
  loadPlan: async (named, cwd) => (named === null ? null : loadPlan(named, { cwd })),
  failed: (problems, { asked: { options }, plan, found }) => ({
    inputs: [],
    senders: new Map(),
    ...found,
    plan,
    failOn: options.failOn ?? "error",
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
    problems: [...(found?.problems ?? []), ...problems],
  }),
  render: renderFindings,
  problemsIn: ({ problems }) => problems,
  exitCodeOf: ({ exit }) => exit.code,
  filesRead: (asked, { config, found }, cwd) => filesRead({ ...asked, config, inputs: found?.inputs ?? null }, cwd),
  withoutWrong: (validation, wrong) => ({
    ...validation,
    problems: validation.problems.filter((one) => !wrong.includes(one)),
  }),
};

async function work(
  { data, options, plan, config, formats }: Begun<ValidateOptions, Plan | null, Format>,
  io: Io,
): Promise<Validation> {
  return validate({
    ...(await dataRequest({ data, options, config, plan }, io)),
    plan,
    failOn: options.failOn ?? "error",
    digests: formats.some(({ provenance }) => provenance),
    senders: formats.some(({ senders }) => senders),
  });
}
