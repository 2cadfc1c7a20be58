import { compare } from "../compare.ts";
import type { ComparedOver } from "../compare.ts";
import type { DiffReport } from "../diff/diff-report.ts";
import { isEmpty } from "../diff/differences.ts";
import { DIFF_FORMATS } from "../diff/formats.ts";
import type { DiffFormatName } from "../diff/formats.ts";
import { renderDiff } from "../diff/render-diff.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { answer } from "./answer.ts";
import type { AnswerFormat, AnswerKind, Begun } from "./answer-kind.ts";
import { dataRequest, periodFrom } from "./data-request.ts";
import type { DiffCommandOptions } from "./diff-command.ts";
import { filesRead } from "./files-read.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

type Named = Pick<DiffReport, "before" | "after">;

/** Compares, writes the files asked for, prints what differs, and returns the exit code. */
export async function runDiff(
  { before, after }: Named,
  data: readonly string[],
  options: Unsettled<DiffCommandOptions>,
  io: Io,
): Promise<number> {
  const { period, source, periodOf, encoding } = options;
  const isAsked = data.length > 0 || [period, source, periodOf, encoding].some((option) => option !== undefined);
  const work = async (begun: Pick<Begun<DiffCommandOptions, null, AnswerFormat>, "config" | "options">) => {
    const over = isAsked ? await overOf(data, begun, io) : null;
    const { differences, problems } = await compare(before, after, { cwd: io.cwd, over });
    const reason = differences === null ? "untrusted-data" : isEmpty(differences) ? "no-differences" : "differences";
    const exit = { code: EXIT_CODES[reason], reason } as const;
    return { before, after, differences, problems, exit };
  };
  return answer(DIFFERENCES, { data: [before, after, ...data], options }, { work }, io);
}

/** The exports over which plans are compared: those named, or the config's where an option speaks of them. */
async function overOf(
  data: readonly string[],
  { options, config }: Pick<Begun<DiffCommandOptions, null, AnswerFormat>, "config" | "options">,
  io: Io,
): Promise<ComparedOver> {
  let input: Promise<Buffer> | undefined;
  // Both plans look at what comes in once.
  const readStandardInput = () => (input ??= wholeOf(io.readStandardInput()));
  return {
    ...(await dataRequest({ data, options, config, plan: null }, { ...io, readStandardInput })),
    period: options.period === undefined ? null : periodFrom("--period", options.period),
    digests: false,
  };
}

async function wholeOf(coming: ReturnType<Io["readStandardInput"]>): Promise<Buffer> {
  if (coming instanceof Promise) return coming;
  const chunks: Buffer[] = [];
  for await (const chunk of coming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What differs between two assessments or plans. */
export const DIFFERENCES: AnswerKind<DiffFormatName, DiffReport, DiffCommandOptions, null> = {
  command: "diff",
  formats: DIFF_FORMATS,
  plain: "text",
  planAmong: ([before]) => before,
  loadPlan: () => Promise.resolve(null),
  failed: (problems, { asked: { data }, found }) => ({
    before: data[0] ?? "",
    after: data[1] ?? "",
    differences: null,
    problems: [...(found?.problems ?? []), ...problems],
    exit: { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" },
  }),
  render: renderDiff,
  problemsIn: ({ problems }) => problems,
  exitCodeOf: ({ exit }) => exit.code,
  filesRead: async ({ data: [before = "", after = "", ...data], options }, { config }, cwd) => {
    if (data.length === 0) return [before, after];
    return [before, after, ...(await filesRead({ data, options, config, inputs: null }, cwd))];
  },
};
