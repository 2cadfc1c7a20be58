import type { Figure, FoldedRow, Plan, RowKind, Tally, TaskReport } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { carriedOver } from "./carried-over.ts";
import { crossChecks } from "./cross-checks.ts";
import { spanOf } from "../text/period.ts";
import type { Folded, FoldedFile } from "./folded-table.ts";
import { Ledger } from "./ledger.ts";
import { oneForEachRow } from "./one-for-each-row.ts";
import { tallyCounts, tallyUnits, taskReports } from "./plain-rows.ts";
import { tallyRecords } from "./record-rows.ts";
import { repeatedRecords } from "./repeated-records.ts";
import { RowMeaning } from "./row-meaning.ts";
import type { Trace } from "./trace.ts";
import { measuresByLevel, outsideTerms } from "./outside-terms.ts";
import { UnitDirectory } from "./unit-directory.ts";

export type { Folded, FoldedFile } from "./folded-table.ts";

/** How the rows of each kind become figures, file by file: only of records several are folded as one. */
const TALLIES = {
  unit:
    (...all) =>
    () =>
      tallyUnits(...all),
  count:
    (...all) =>
    () =>
      tallyCounts(...all),
  record: tallyRecords,
  task: () => () => {},
} as const satisfies Record<
  RowKind,
  (meaning: RowMeaning, plan: Plan, ledger: Ledger) => (file: FoldedFile, begun: readonly FoldedRow[]) => void
>;

/**
 * Gives folded rows their meaning, once: the exact sums of every measure of the plan, by period and unit. Who wants to
 * know which rows those are passes a trace. The directory knows who is who in them.
 */
export function tally(
  tables: readonly Folded[],
  plan: Plan,
  trace: Trace | null = null,
): { readonly tally: Tally; readonly directory: UnitDirectory; readonly problems: readonly Problem[] } {
  const directory = new UnitDirectory(plan);
  const ledger = new Ledger(plan, trace);
  const meanings = tables.map((table) => new RowMeaning(table, { plan, directory }));
  const files = meanings
    .flatMap((meaning) => {
      const enter = TALLIES[meaning.recognised.source.rows](meaning, plan, ledger);
      return meaning.files.map((file) => ({ meaning, file, enter }));
    })
    .sort((one, other) => one.file.number - other.file.number);
  for (const { meaning, file, enter } of files) {
    const begun = meaning.begunIn(file);
    for (const row of begun) meaning.reportUnknown(row);
    enter(file, begun);
  }
  const { units } = directory;
  ledger.close(units);
  const reports = meanings.flatMap((meaning) =>
    meaning.recognised.source.rows === "task" ? taskReports(meaning, plan) : [],
  );
  const { tasks, problems: twice } = eachOnce(reports);
  const { figures, covered, reporters } = ledger;
  const checked = [...meanings.flatMap((meaning) => crossChecks(meaning, plan)), ...carriedOver(meanings, plan)];
  const periods = new Set([...ledger.periods.keys(), ...tasks.map(({ period }) => period)]);
  return {
    tally: { figures, covered, reporters, tasks, units, periods },
    directory,
    problems: [
      ...meanings.flatMap((meaning) => meaning.problems),
      ...tables.flatMap(withoutRows),
      ...files.flatMap(({ file }) => ofOtherYear(file, plan)),
      ...sameReports(meanings),
      ...oneForEachRow(ledger.problems),
      ...twice,
      ...repeatedRecords(meanings, plan),
      ...checked,
      ...missingLevels(figures, plan, directory),
      ...outsideTerms(figures, plan, units),
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
    const id = `${task}\0${period}`;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, report);
    else {
      const related = [before.origin.table.locate(before.origin.row, null, null).at];
      const where = { ...origin.table.locate(origin.row, null, null), related };
      problems.push(problem("figure-twice", { measures: [task], unit: null, period }, where));
    }
  }
  return { tasks: [...seen.values()], problems };
}

/** Units without a level, where an indicator asks for it. */
function missingLevels(figures: Tally["figures"], plan: Plan, directory: UnitDirectory): Problem[] {
  const measures = measuresByLevel(plan);
  const levelless = new Map<string, Figure>();
  for (const measure of measures) {
    for (const [unit, ofUnit] of figures.get(measure) ?? []) {
      const figure = ofUnit[0];
      if (figure !== undefined && directory.units.get(unit)?.level === null && !levelless.has(unit))
        levelless.set(unit, figure);
    }
  }
  return [...levelless].map(([unit, { origin }]) => {
    return problem(
      "level-missing",
      {
        unit,
        allowed: Object.keys(plan.levels),
        nearest: directory.isStranger(unit) ? directory.nearest(unit) : null,
      },
      origin.table.locate(origin.row, null, null),
    );
  });
}

/** Two tables of one agency for one period, where each is the agency's whole report: records in them would add up. */
function sameReports(meanings: readonly RowMeaning[]): Problem[] {
  const seen = new Map<string, string>();
  return meanings.flatMap((meaning) => {
    const { recognised, parts } = meaning;
    const { source, table, period } = recognised;
    const [row] = parts;
    if (!source.unitOfFile || period === null || row === undefined) return [];
    const unit = meaning.unitOf(row, true);
    if (unit === null || unit === "unknown") return [];
    const id = `${source.id}\0${unit.code}\0${period}`;
    const other = seen.get(id);
    seen.set(id, other ?? table.file);
    if (other === undefined) return [];
    const where = { ...table.locate(row.first, null, null), related: [{ in: "file", file: other } as const] };
    return [problem("figure-twice", { measures: [source.id], unit: unit.code, period }, where)];
  });
}

/** A file whose name or title puts all of it into another year. */
function ofOtherYear({ recognised: { table, period, spec } }: FoldedFile, { year }: Plan): Problem[] {
  const isDated = spec.classes.some(({ name, classing }) => name === "period" || classing.kind === "date");
  if (period === null || isDated || spanOf(period, year) !== null) return [];
  return [problem("other-year", { period, year: year.label }, { at: { in: "file", file: table.file } })];
}

/** A file with nothing but a header says something only where it speaks for the whole roster. */
function withoutRows({ files, folding }: Folded): Problem[] {
  return files.flatMap(({ recognised: { table, source }, rows }) => {
    if (rows > 0 || folding.troubles.length > 0 || source.coversAll) return [];
    return [problem("file-without-rows", {}, { at: { in: "file", file: table.file } })];
  });
}
