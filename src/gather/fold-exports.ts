import { foldTable } from "../fold/fold-table.ts";
import type { Recognised, Table } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Folded } from "../tally/tally.ts";
import { groupBy } from "../text/group-by.ts";
import type { Year } from "../text/period.ts";
import { eachContentOnce } from "./each-content-once.ts";
import type { Exports } from "./open-exports.ts";
import { recogniseExports } from "./recognise-exports.ts";

/** What came of folding. Of tables that turned out not to be readable, nothing is known but what is wrong with them. */
export interface FoldedExports {
  readonly folded: readonly Folded[];
  readonly unread: ReadonlySet<Table>;
  readonly problems: readonly Problem[];
}

/** Recognises which source each export is, and folds its rows. */
export async function foldExports(exports: Exports, year: Year): Promise<FoldedExports> {
  const sources = [...exports.named.sources.values(), ...exports.tiers.flat()];
  const { recognised, problems } = eachContentOnce(await recogniseExports(exports, year), sources);
  const ofSource = groupBy(recognised, ({ source }) => source.id);
  const folded: Folded[] = [];
  const faults = new Map<Table, readonly Problem[]>();
  const total = recognised.reduce((sum, { table }) => sum + (table.bytes?.length ?? 0), 0);
  for (const one of recognised) {
    // One table after the other: several at once would take the memory of several, and the same time.
    // oxlint-disable-next-line no-await-in-loop
    const { folding, wrong } = await foldOne(one, total, ofSource.get(one.source.id)?.length === 1);
    if (folding !== null) folded.push({ recognised: one, folding });
    else faults.set(one.table, wrong);
  }
  const files = new Set([...faults.keys()].map(({ file }) => file));
  const sound = problems.filter(({ at }) => at === null || !files.has(at.file));
  return {
    folded,
    unread: new Set(faults.keys()),
    problems: [...sound, ...[...faults.values()].flat(), ...folded.flatMap(located)],
  };
}

/** A table's own engine goes first. */
async function foldOne({ table, spec }: Recognised, total: number, isAlone: boolean) {
  try {
    const folding = await (table.engine?.fold(spec, isAlone) ?? foldTable(table, spec, total));
    if (folding.fault === null || table.bytes === null) return { folding, wrong: [] };
    return { folding: null, wrong: [await table.bytes.faultAt(folding.fault)] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { folding: null, wrong: error.problems };
  }
}

/** What an engine could not read, at its place in the table. */
function located({ recognised: { table }, folding }: Folded): Problem[] {
  return folding.troubles.map(({ code, args, row, index, field, rows = 1 }) =>
    problem(code, args, { ...table.locate(row, index, field), rows }),
  );
}
