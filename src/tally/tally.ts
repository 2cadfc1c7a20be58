import type { Figure, Plan, RowKind, Tally, TaskReport } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { checkFigures, isWanted } from "./check-figures.ts";
import { countFigures, taskReports, unitFigures } from "./plain-rows.ts";
import { recordFigures } from "./record-rows.ts";
import type { Said } from "./record-rows.ts";
import { repeatedRecords } from "./repeated-records.ts";
import { RowMeaning } from "./row-meaning.ts";
import type { Folded, TallyContext } from "./row-meaning.ts";
import { UnitDirectory } from "./unit-directory.ts";

export type { Folded } from "./row-meaning.ts";

/** What the rows of each kind say. */
const READERS = {
  unit: (meaning) => ({ figures: unitFigures(meaning), covered: [] }),
  count: (meaning, context) => ({ figures: countFigures(meaning, context), covered: [] }),
  record: recordFigures,
  task: () => ({ figures: [], covered: [] }),
} as const satisfies Record<RowKind, (meaning: RowMeaning, context: TallyContext) => Said>;

/** Gives folded rows their meaning, once: the exact sums of every measure of the plan, by period and unit. */
export function tally(
  files: readonly Folded[],
  plan: Plan,
): { readonly tally: Tally; readonly problems: readonly Problem[] } {
  const context = { plan, directory: new UnitDirectory(plan.roster) };
  const meanings = files.map((file) => new RowMeaning(file, context));
  const said = meanings.map((meaning) => READERS[meaning.recognised.source.rows](meaning, context));
  const reports = meanings.flatMap((meaning) =>
    meaning.recognised.source.rows === "task" ? taskReports(meaning, context) : [],
  );
  const records = new Set(files.flatMap(({ recognised: { source } }) => (source.rows === "record" ? [source.id] : [])));
  const { units } = context.directory;
  const all = said.flatMap(({ figures }) => figures);
  const { figures, problems } = checkFigures(all, plan, units, (source) => records.has(source));
  const covered = said.flatMap((one) => one.covered).filter(({ measure, source }) => isWanted(measure, source, plan));
  const { tasks, problems: twice } = eachOnce(reports);
  return {
    tally: { figures, covered, tasks, units },
    problems: [
      ...meanings.flatMap((meaning) => meaning.problems),
      ...problems,
      ...twice,
      ...repeatedRecords(meanings, plan),
      ...missingLevels(figures, plan, units),
    ],
  };
}

function eachOnce(reports: readonly TaskReport[]): {
  readonly tasks: readonly TaskReport[];
  readonly problems: readonly Problem[];
} {
  const seen = new Map<string, TaskReport>();
  const problems: Problem[] = [];
  for (const report of reports) {
    const { task, period, origin } = report;
    const id = `${task}\u0000${period}`;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, report);
    else {
      const related = [before.origin.table.locate(before.origin.row, null, null).at];
      problems.push(
        problem(
          "figure-twice",
          { measure: task, unit: null, period },
          { ...origin.table.locate(origin.row, null, null), related },
        ),
      );
    }
  }
  return { tasks: [...seen.values()], problems };
}

/** Units without a level, where an indicator asks for it. */
function missingLevels(figures: readonly Figure[], plan: Plan, units: Tally["units"]): Problem[] {
  const byLevel = plan.indicators.filter(
    ({ targets, applies }) => applies.levels !== null || targets.some(({ level }) => level !== null),
  );
  const measures = new Set(
    byLevel.flatMap(({ numerator, denominator }) =>
      [...numerator.terms, ...(denominator?.terms ?? [])].map(({ measure }) => measure),
    ),
  );
  const reported = new Set<string>();
  return figures.flatMap(({ measure, unit, origin: { table, row } }) => {
    if (unit === null || !measures.has(measure) || reported.has(unit) || units.get(unit)?.level !== null) return [];
    reported.add(unit);
    return [problem("level-missing", { unit, allowed: Object.keys(plan.levels) }, table.locate(row, null, null))];
  });
}
