import { openDatabase, UnreadError } from "./database/database.ts";
import type { Target } from "./database/database.ts";
import { nameOfTable } from "./database/database-url.ts";
import { clickhouseDialect } from "./fold/sql/clickhouse-dialect.ts";
import { postgresDialect } from "./fold/sql/postgres-dialect.ts";
import { sqlEngine } from "./fold/sql/sql-engine.ts";
import type { DatabaseTable, Engine, Input, Place, Table, Trouble } from "./model.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";
import { UNREAD } from "./read/open-data.ts";
import { nearest } from "./text/nearest.ts";

/**
 * A table in a database as an export: its header is the names of its columns, and its rows stay where they are.
 *
 * @throws ProblemError where there is no such table.
 */
export async function openTable(
  target: Target,
): Promise<{ readonly input: Input; readonly table: Table | null; readonly problems: readonly Problem[] }> {
  const file = nameOfTable(target);
  const input = { ...UNREAD, file, bytes: null };
  const at = { in: "file", file } as const;
  try {
    const database = await openDatabase(target);
    const found = await database.find(target.table);
    if ("tables" in found) {
      const { tables: allowed } = found;
      const near = nearest(target.table, allowed);
      const args = { kind: "table", name: target.table, allowed, nearest: near } as const;
      throw new ProblemError([problem("name-unknown", args, { at })]);
    }
    const dialect = target.url.protocol === "clickhouse:" ? clickhouseDialect : postgresDialect;
    const engine = sqlEngine({ table: found, dialect, connected: (use) => database.connected(use) });
    return { input, table: tableOf(file, found, guarded(engine, target)), problems: [] };
  } catch (error) {
    if (!(error instanceof UnreadError)) throw error;
    return { input, table: null, problems: [problem("database-unread", argsOf(error, target), { at })] };
  }
}

function argsOf({ why, detail }: UnreadError, { url }: Pick<Target, "url">) {
  return { why, host: url.host, detail };
}

const HEADER = { line: 1, offset: 0 };

function tableOf(file: string, { columns }: DatabaseTable, engine: Engine): Table {
  return {
    file,
    sheet: null,
    bytes: null,
    engine,
    head: [{ at: HEADER, cells: columns.map(({ name }) => name) }],
    // oxlint-disable-next-line require-yield
    async *rows() {
      throw new Error("the rows of a database are not read one by one");
    },
    locate: ({ row }, _, field) => {
      const at: Place = row === undefined ? { in: "file", file } : { in: "database", file, row, field };
      return { at, excerpt: null };
    },
  };
}

/**
 * A database that gives no whole answer is an error of its table, of which then nothing is taken; in a second reading
 * it is one of the run, which has said nothing yet.
 */
function guarded(engine: Engine, target: Target): Engine {
  return {
    ...engine,
    fold: async (spec, isAlone) => {
      try {
        return await engine.fold(spec, isAlone);
      } catch (error) {
        if (!(error instanceof UnreadError)) throw error;
        const place = { row: HEADER, index: null, field: null };
        const trouble: Trouble = { code: "database-unread", args: argsOf(error, target), ...place };
        return { folded: [], rows: 0, keys: new Map(), troubles: [trouble], prints: null, fault: null };
      }
    },
    async *rowsBehind(spec, folded) {
      try {
        yield* engine.rowsBehind(spec, folded);
      } catch (error) {
        if (!(error instanceof UnreadError)) throw error;
        const at = { in: "file", file: nameOfTable(target) } as const;
        throw new ProblemError([problem("database-unread", argsOf(error, target), { at })]);
      }
    },
  };
}
