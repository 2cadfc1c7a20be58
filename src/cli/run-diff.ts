import { compare } from "../compare.ts";
import { NO_CONFIG } from "../config/config.ts";
import type { DiffReport } from "../diff/diff-report.ts";
import { isEmpty } from "../diff/differences.ts";
import { DIFF_FORMATS } from "../diff/formats.ts";
import type { DiffFormatName } from "../diff/formats.ts";
import { renderDiff } from "../diff/render-diff.ts";
import type { DiffOptions } from "../diff/render-diff.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { ProblemError } from "../problem/problem.ts";
import { notCompared } from "./not-compared.ts";
import { parseOutputs } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { writeOutputs } from "./write-outputs.ts";
import type { DiffCommandOptions } from "./diff-command.ts";
import type { Io } from "./io.ts";

type Named = Pick<DiffReport, "before" | "after">;

interface Attempt {
  readonly report: DiffReport;
  readonly config: typeof NO_CONFIG;
  readonly outputs: readonly Output<DiffFormatName>[];
}

/** Compares, writes the files asked for, prints what differs, and returns the exit code. */
export async function runDiff(named: Named, options: DiffCommandOptions, io: Io): Promise<number> {
  const { report, config, outputs } = await attempt(named, options, io);
  const spoken = pickLanguage({ wanted: options.lang ?? config.language, plan: null, env: io.env });
  const render = (given: DiffReport, format: DiffFormatName, more: DiffOptions) =>
    renderDiff(given, format, { language: DIFF_FORMATS[format].machine ? (options.lang ?? "en") : spoken, ...more });

  const write = (format: DiffFormatName) => render(report, format, { isFile: true });
  const read = [named.before, named.after];
  const unwritten = await writeOutputs(outputs, write, { read, cwd: io.cwd });
  const final = unwritten.length === 0 ? report : notCompared(named, [...report.problems, ...unwritten]);
  if (final.problems.length > 0) await reportProblems(final.problems, { language: spoken, colour: options.color }, io);
  const colour = options.color && io.colours("stdout");
  io.stdout(await render(final, options.format, { width: io.width, colour }));
  return final.exit.code;
}

async function attempt(named: Named, options: DiffCommandOptions, io: Io): Promise<Attempt> {
  let config = NO_CONFIG;
  let outputs: Attempt["outputs"] = [];
  try {
    config = await readConfig(io.cwd);
    outputs = parseOutputs(options.output, DIFF_FORMATS, io.cwd);
    const differences = await compare(named.before, named.after, io.cwd);
    const reason = isEmpty(differences) ? "no-differences" : "differences";
    const exit = { code: EXIT_CODES[reason], reason } as const;
    return { report: { ...named, differences, problems: [], exit }, config, outputs };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { report: notCompared(named, error.problems), config, outputs };
  }
}
