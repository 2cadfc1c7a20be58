import type { DatabaseTable, Engine, FoldedRow, Trouble } from "../../model.ts";
import type { Dialect } from "./dialect.ts";
import { findRepeats } from "./find-repeats.ts";
import { findTroubles } from "./find-troubles.ts";
import { foldGroups } from "./fold-groups.ts";
import { foldQuery } from "./fold-query.ts";
import type { Ask, FoldContext, Group } from "./fold-query.ts";
import { rowsBehind } from "./rows-behind.ts";

export interface SqlEngineOptions {
  readonly table: DatabaseTable;
  readonly dialect: Dialect;
  /** Lends a connection whose questions all see the table as it was at one moment. */
  readonly connected: <Value>(use: (ask: Ask) => Promise<Value>) => Promise<Value>;
}

/**
 * Folds a table in its database: one GROUP BY over the columns of the spec, whose groups get their classes here. What
 * is wrong with some of the rows is asked for afterwards, where there is any.
 */
export function sqlEngine({ table, dialect, connected }: SqlEngineOptions): Engine {
  const groupsOf = new WeakMap<FoldedRow, readonly Group[]>();
  return {
    fold: (spec, isAlone) =>
      connected(async (ask) => {
        const query = foldQuery(spec, table, dialect);
        const context: FoldContext = { spec, table, dialect, query, ask };
        const answers = await ask(query.sql);
        // Without anything to group by, no rows are one group of none.
        const groups = answers.map((answer) => query.readGroup(answer)).filter(({ rows }) => rows > 0);
        const folded = foldGroups(groups, context);
        const troubles = await findTroubles(folded, context);
        const { keys, troubles: unread } = await findRepeats(folded, context, isAlone);
        const sound = folded.map(({ row }) => withinReach(row));
        for (const [index, row] of sound.entries()) groupsOf.set(row, folded[index]?.groups ?? []);
        const tooLarge = folded.flatMap(({ row }) => pastReach(row, context));
        const rows = groups.reduce((total, group) => total + group.rows, 0);
        return {
          folded: sound,
          rows,
          keys,
          troubles: [...troubles, ...tooLarge, ...unread],
          prints: null,
          fault: null,
        };
      }),
    rowsBehind: (spec, folded) => {
      const groups = folded.flatMap((row) => groupsOf.get(row) ?? []);
      return rowsBehind(groups, spec, { table, dialect, ask: (sql) => connected((ask) => ask(sql)) });
    },
  };
}

/** A sum past 2^53−1 is an error, and counts as nothing. */
function withinReach(row: FoldedRow): FoldedRow {
  const sums = row.sums.map(({ total, reported, unread }) =>
    total <= Number.MAX_SAFE_INTEGER
      ? { total, reported, unread }
      : { total: 0, reported: reported - 1, unread: unread + 1 },
  );
  return { ...row, sums };
}

function pastReach({ sums, first }: FoldedRow, { spec }: FoldContext): Trouble[] {
  return spec.sums.flatMap(({ index, field }, position) =>
    (sums[position]?.total ?? 0) <= Number.MAX_SAFE_INTEGER
      ? []
      : [{ code: "sum-too-large", args: { of: field }, row: first, index, field }],
  );
}
