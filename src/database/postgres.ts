import pg from "pg";
import type { ColumnKind, DatabaseTable } from "../model.ts";
import { detailOf, UnreadError } from "./database.ts";
import type { Answer, Database, Target } from "./database.ts";

/** How long a connection may take, in milliseconds. */
const CONNECT = 10_000;
/** How much longer than the server the client waits for an answer, in milliseconds. */
const GRACE = 5000;

/** One moment of the table for all questions, nothing written, and values as texts that mean the same everywhere. */
const BEGIN = [
  "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  "SET LOCAL extra_float_digits = 1",
  "SET LOCAL standard_conforming_strings = on",
  // Each partition is folded where it lies, and not after it has come here.
  "SET LOCAL enable_partitionwise_aggregate = on",
];

const AS_TEXT = { getTypeParser: () => (value: string) => value };

/** PostgreSQL, by its own protocol. */
export function postgres(target: Target): Database {
  const connected = async <Value>(use: (client: pg.Client) => Promise<Value>): Promise<Value> => {
    const client = await connect(target);
    const { signal } = target;
    const cancel = () => void cancelQuery(client, target);
    signal?.addEventListener("abort", cancel);
    try {
      const limit = Math.round(target.timeout * 1000);
      for (const statement of [...BEGIN, `SET LOCAL statement_timeout = ${limit}`]) {
        // oxlint-disable-next-line no-await-in-loop
        await client.query(statement);
      }
      const value = await use(client);
      await client.query("COMMIT");
      return value;
    } catch (error) {
      signal?.throwIfAborted();
      throw unread(error, target);
    } finally {
      signal?.removeEventListener("abort", cancel);
      await client.end().catch(() => {});
    }
  };
  return {
    find: (table) => connected((client) => findTable(client, table)),
    connected: (use) => connected((client) => use((sql) => ask(client, sql))),
  };
}

async function ask(client: pg.Client, text: string, values: readonly unknown[] = []): Promise<readonly Answer[]> {
  const { rows } = await client.query<(string | null)[]>({
    text,
    values: [...values],
    rowMode: "array",
    types: AS_TEXT,
  });
  return rows;
}

async function connect(target: Target): Promise<pg.Client> {
  target.signal?.throwIfAborted();
  const client = clientOf(target);
  // A connection that is lost between two questions shows at the next one.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new UnreadError("unreachable", detailOf(error, target.url));
  }
}

function clientOf({ url, timeout }: Target): pg.Client {
  return new pg.Client({
    connectionString: url.href,
    application_name: "chitieu",
    client_encoding: "UTF8",
    connectionTimeoutMillis: CONNECT,
    query_timeout: timeout * 1000 + GRACE,
    keepAlive: true,
  });
}

/** From a connection of its own, since the first one waits for its answer. */
async function cancelQuery(running: pg.Client, target: Target): Promise<void> {
  const { processID } = running as pg.Client & { readonly processID?: number };
  const client = clientOf(target);
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT pg_cancel_backend($1)", [processID]);
  } catch {
    // What cannot be cancelled ends by its time limit.
  } finally {
    await client.end().catch(() => {});
  }
}

const CANCELLED = "57014";

function unread(error: unknown, { url, timeout }: Target): unknown {
  if (error instanceof UnreadError) return error;
  const { code, message = "" } = error as { code?: string; message?: string };
  if (code === CANCELLED || message === "Query read timeout") return new UnreadError("too-slow", String(timeout));
  // An answer of the server has a code of five characters; of class 08 and 57P it says that the connection ends.
  const isAnswer = error instanceof pg.DatabaseError && !/^(?:08|57P)/.test(code ?? "");
  if (isAnswer) return new UnreadError("refused", detailOf(error, url));
  const isConnection =
    error instanceof pg.DatabaseError || /connection|ECONN|EPIPE|socket|timed? ?out/i.test(`${code} ${message}`);
  return isConnection ? new UnreadError("lost", detailOf(error, url)) : error;
}

const RELATIONS = `FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p')`;

/** What inherits from a table is read with it, and is under none of its indexes; partitions are under all of them. */
const HEIRS = "c.relkind = 'r' AND EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhparent = c.oid)";

const FIND = `SELECT c.oid, n.nspname, c.relname, ${HEIRS} ${RELATIONS}
  AND ((c.relname = $1 AND pg_catalog.pg_table_is_visible(c.oid)) OR n.nspname || '.' || c.relname = $1)
  ORDER BY pg_catalog.pg_table_is_visible(c.oid) DESC, n.nspname LIMIT 1`;

const TABLES = `SELECT CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname ELSE n.nspname || '.' || c.relname END ${RELATIONS}
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1 LIMIT 200`;

const COLUMNS = `SELECT a.attname, coalesce(b.typname, t.typname) FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
  WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

const UNIQUE = `SELECT i.indexrelid, i.indisprimary, a.attname FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = $1 AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
  ORDER BY i.indexrelid, a.attnum`;

async function findTable(client: pg.Client, table: string): ReturnType<Database["find"]> {
  const [found] = await ask(client, FIND, [table]);
  if (found === undefined) return { tables: (await ask(client, TABLES)).map(([name]) => name ?? "") };
  const [oid, schema, name, hasHeirs] = found;
  const columns = await ask(client, COLUMNS, [oid]);
  const unique = new Map<string, { isPrimary: boolean; columns: string[] }>();
  for (const [index, isPrimary, column] of await ask(client, UNIQUE, [oid])) {
    const known = unique.get(index ?? "") ?? { isPrimary: isPrimary === "t", columns: [] };
    unique.set(index ?? "", known);
    known.columns.push(column ?? "");
  }
  return {
    path: [schema ?? "", name ?? ""],
    columns: columns.map(([column, type]) => ({ name: column ?? "", kind: KINDS[type ?? ""] ?? "other" })),
    names: [...unique.values()].find(({ isPrimary }) => isPrimary)?.columns ?? [],
    unique: hasHeirs === "t" ? [] : [...unique.values()].map((one) => one.columns),
  } satisfies DatabaseTable;
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  text: "text",
  varchar: "text",
  bpchar: "text",
  name: "text",
  citext: "text",
  int2: "integer",
  int4: "integer",
  int8: "integer",
  numeric: "decimal",
  float4: "float",
  float8: "float",
  date: "date",
  timestamp: "time",
  timestamptz: "zoned-time",
};
