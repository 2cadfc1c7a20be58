import { foldSmall, foldTable, isSmall } from "../fold/fold-table.ts";
import type { Folding, Recognised, Table } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Folded, FoldedFile } from "../tally/tally.ts";
import { groupBy } from "../text/group-by.ts";
import type { Year } from "../text/period.ts";
import { eachContentOnce } from "./each-content-once.ts";
import { joinedTable } from "./joined-table.ts";
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
  const folded: Folded[] = await foldAlike(recognised);
  const done = new Set(folded.flatMap(({ files }) => files.map(({ number }) => number)));
  const faults = new Map<Table, readonly Problem[]>();
  const total = recognised.reduce((sum, { table }) => sum + (table.bytes?.length ?? 0), 0);
  for (const [number, one] of recognised.entries()) {
    if (done.has(number)) continue;
    // One table after the other: several at once would take the memory of several, and the same time.
    // oxlint-disable-next-line no-await-in-loop
    const { folding, wrong } = await foldOne(one, total, ofSource.get(one.source.id)?.length === 1);
    if (folding !== null) folded.push({ recognised: one, folding, files: [aloneIn(folding, one, number)] });
    else faults.set(one.table, wrong);
  }
  const files = new Set([...faults.keys()].map(({ file }) => file));
  const sound = problems.filter(({ at }) => at === null || !files.has(at.file));
  return {
    folded: folded.sort((one, other) => numberOf(one) - numberOf(other)),
    unread: new Set(faults.keys()),
    problems: [...sound, ...[...faults.values()].flat(), ...folded.flatMap(located)],
  };
}

function numberOf({ files: [first] }: Folded): number {
  return first?.number ?? 0;
}

function aloneIn({ folded, rows }: Folding, recognised: Recognised, number: number): FoldedFile {
  return {
    recognised,
    number,
    rows,
    start: 0,
    end: Infinity,
    folded: () => folded.map((row) => ({ row, of: row })),
    first: () => null,
  };
}

/** Small tables whose rows mean the same, as one: what is not plain in them, and what has no others like it, is left. */
async function foldAlike(recognised: readonly Recognised[]): Promise<Folded[]> {
  const numbered = recognised.map((one, number) => ({ one, number })).filter(({ one }) => isRecords(one));
  const bySpec = groupBy(numbered, ({ one: { spec } }) => spec);
  const groups = [...bySpec.values()].flatMap((alike) => [...groupBy(alike, ({ one: { period } }) => period).values()]);
  const folded: Folded[] = [];
  for (const group of groups) {
    const [{ one: first } = { one: null }] = group;
    const tables = group.map(({ one: { table } }) => table);
    if (first === null) continue;
    // oxlint-disable-next-line no-await-in-loop
    const together = await foldSmall(tables, first.spec, first.period !== null);
    if (together === null) continue;
    const files = together.tables.flatMap((placed, index): FoldedFile[] => {
      const { one, number } = group[index] ?? {};
      if (placed === null || one === undefined || number === undefined) return [];
      const { start, rows } = placed;
      const end = start + (one.table.bytes?.length ?? 0);
      return [
        {
          recognised: one,
          number,
          rows,
          start,
          end,
          folded: () => together.foldedOf(index),
          first: () => together.firstOf(index),
        },
      ];
    });
    const [begin, ...others] = files;
    if (begin === undefined) continue;
    const whole = { ...first, table: joinedTable([begin, ...others]) };
    folded.push({ recognised: whole, folding: together.folding, files });
  }
  return folded;
}

/** Records add up, wherever they stand; all else that a table says is said of each row, or of the table as a whole. */
function isRecords({ source, table, incomplete }: Recognised): boolean {
  const { rows, totals, balance, columns, unitOfFile } = source;
  const isPlain = totals.length === 0 && balance.length === 0 && !unitOfFile && !incomplete;
  const isRated = Object.values(columns).some(({ rate }) => rate !== null);
  return rows === "record" && isPlain && !isRated && isSmall(table);
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
