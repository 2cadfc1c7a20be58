import { EXIT_CODES } from "../exit-code.ts";
import { learnRoster } from "../learn-roster.ts";
import { loadPlan } from "../load.ts";
import { ProblemError } from "../problem/problem.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { listPairs } from "../roster/list-pairs.ts";
import { rosterCsv } from "../roster/roster-csv.ts";
import { dataRequest } from "./data-request.ts";
import { withDataSettings } from "./settings.ts";
import { speak } from "./speak.ts";
import type { UnitsOptions } from "./units-command.ts";
import { writeNewFile } from "./write-output.ts";
import { wrongOption } from "./wrong-option.ts";
import type { Io } from "./io.ts";

/** Learns a roster from exports, and writes it to a file that is not there yet. */
export async function runUnits(data: readonly string[], options: UnitsOptions, io: Io): Promise<number> {
  const { output } = options;
  return speak({ ...options, data }, io, async (config, locale, spoken) => {
    const { cwd } = io;
    if (output !== undefined && !output.toLowerCase().endsWith(".csv")) throw wrongOption("-o", output, ["FILE.csv"]);
    const settled = withDataSettings(options, config);
    const plan = settled.plan === undefined ? null : (spoken ?? (await loadPlan(settled.plan, { cwd })));
    const learnt = await learnRoster({ ...(await dataRequest({ data, options: settled, config, plan }, io)), plan });
    const csv = rosterCsv(learnt, locale);
    if (output !== undefined) {
      const unwritten = writeNewFile(output, `\u{FEFF}${csv}`, cwd);
      if (unwritten !== null) throw new ProblemError([unwritten]);
    }
    io.stderr(renderProblems(learnt.problems, { locale, paint: (text) => text }));
    (output === undefined ? io.stderr : io.stdout)(listPairs(learnt, locale));
    if (output === undefined) io.stdout(csv);
    const hasErrors = learnt.problems.some(({ severity }) => severity === "error");
    return EXIT_CODES[hasErrors ? "untrusted-data" : "no-errors"];
  });
}
