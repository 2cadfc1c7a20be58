import type { Language } from "../locale/locale.ts";
import { ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { FORMATS } from "../report/formats.ts";
import { renderReport } from "../report/render-report.ts";
import { filesRead } from "./files-read.ts";
import type { Io } from "./io.ts";
import { notAssessed } from "./not-assessed.ts";
import { soundOutputs } from "./outputs.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { writeOutputs } from "./write-outputs.ts";

/**
 * The files that `check` would have written, had its arguments been right: they say that nothing was assessed, so that
 * none of an earlier run is taken for one of this run. Whatever the arguments may name besides stays as it is.
 */
export async function writeNotAssessed(
  found: Problem,
  argv: readonly string[],
  { wanted, spoken }: { readonly wanted: Language | null; readonly spoken: Language },
  io: Io,
): Promise<void> {
  const outputs = soundOutputs(valuesOf(["-o", "--output"], argv), FORMATS, io.cwd);
  if (outputs.length === 0) return;
  try {
    const config = await readConfig(io.cwd);
    const named = new Set(outputs.map(({ file }) => file));
    const data = argv.filter((argument) => !argument.startsWith("-") && !named.has(argument));
    const [plan] = valuesOf(["-p", "--plan"], argv);
    const options = { source: valuesOf(["--source"], argv), ...(plan !== undefined && { plan }) };
    const read = await filesRead({ data, options, config, inputs: null }, io.cwd);
    const assessment = notAssessed(null, [found], {});
    const unwritten = await writeOutputs(
      outputs,
      (format) => {
        const language = FORMATS[format].machine ? (wanted ?? "en") : spoken;
        return renderReport(assessment, format, { language, header: config.report, isFile: true });
      },
      { read, cwd: io.cwd },
    );
    await reportProblems(unwritten, { language: spoken, colour: false }, io);
  } catch (error) {
    // What the config names, which may not be overwritten, is not known then.
    if (!(error instanceof ProblemError)) throw error;
  }
}

/** Every value of an option among arguments that were not parsed. */
function valuesOf(names: readonly string[], argv: readonly string[]): string[] {
  return argv.flatMap((argument, index) => {
    const name = names.find((one) => argument === one || argument.startsWith(`${one}=`));
    if (name === undefined) return [];
    const value = argument === name ? argv[index + 1] : argument.slice(name.length + 1);
    return value === undefined ? [] : [value];
  });
}
