import { compare } from "../compare.ts";
import type { DiffReport } from "../diff/diff-report.ts";
import { isEmpty } from "../diff/differences.ts";
import { DIFF_FORMATS } from "../diff/formats.ts";
import type { DiffFormatName } from "../diff/formats.ts";
import { renderDiff } from "../diff/render-diff.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { answer } from "./answer.ts";
import type { AnswerKind } from "./answer-kind.ts";
import type { DiffCommandOptions } from "./diff-command.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

type Named = Pick<DiffReport, "before" | "after">;

/** Compares, writes the files asked for, prints what differs, and returns the exit code. */
export async function runDiff(
  { before, after }: Named,
  options: Unsettled<DiffCommandOptions>,
  io: Io,
): Promise<number> {
  const work = async (): Promise<DiffReport> => {
    const differences = await compare(before, after, io.cwd);
    const reason = isEmpty(differences) ? "no-differences" : "differences";
    return { before, after, differences, problems: [], exit: { code: EXIT_CODES[reason], reason } };
  };
  return answer(DIFFERENCES, { data: [before, after], options }, { work }, io);
}

/** What differs between two assessments or plans. */
export const DIFFERENCES: AnswerKind<DiffFormatName, DiffReport, DiffCommandOptions, null> = {
  command: "diff",
  formats: DIFF_FORMATS,
  plain: "text",
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
  filesRead: ({ data }) => Promise.resolve(data),
};
