import { randomUUID } from "node:crypto";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import type { ColumnKind, DatabaseTable } from "../model.ts";
import { detailOf, UnreadError } from "./database.ts";
import type { Answer, Database, Target } from "./database.ts";

/** How much longer than the server the client waits for an answer, in milliseconds. */
const GRACE = 5000;

/**
 * Nothing is written; and every limit that a server may have is an error, since by other settings it would give what it
 * has so far. An answer is sent once it is whole, so that an error in the middle of it is one.
 */
const WHOLE: ClickHouseSettings = {
  readonly: "2",
  wait_end_of_query: 1,
  timeout_overflow_mode: "throw",
  read_overflow_mode: "throw",
  group_by_overflow_mode: "throw",
  sort_overflow_mode: "throw",
  distinct_overflow_mode: "throw",
  result_overflow_mode: "throw",
  skip_unavailable_shards: 0,
  // Keys that stand twice are asked for by all of their texts.
  max_query_size: "16777216",
  output_format_json_quote_64bit_integers: 1,
};

/** ClickHouse, over HTTP. */
export function clickhouse(target: Target): Database {
  const connected = async <Value>(use: (ask: (sql: string) => Promise<readonly Answer[]>) => Promise<Value>) => {
    const client = clientOf(target);
    try {
      return await use((sql) => ask(client, sql, target));
    } catch (error) {
      target.signal?.throwIfAborted();
      throw unread(error, target);
    } finally {
      await client.close();
    }
  };
  return { find: (table) => connected((asked) => findTable(asked, table)), connected };
}

/** `clickhouse://host:port/database` is HTTP, and HTTPS with `?secure=true`. */
function clientOf({ url, timeout }: Target): ClickHouseClient {
  const isSecure = url.searchParams.get("secure") === "true";
  return createClient({
    url: `${isSecure ? "https" : "http"}://${url.hostname}:${url.port || (isSecure ? "8443" : "8123")}`,
    ...(url.username === "" ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
    ...(url.pathname.length > 1 ? { database: decodeURIComponent(url.pathname.slice(1)) } : {}),
    application: "chitieu",
    request_timeout: timeout * 1000 + GRACE,
    keep_alive: { enabled: false },
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { ...WHOLE, max_execution_time: Math.ceil(timeout) },
  });
}

async function ask(client: ClickHouseClient, query: string, target: Target): Promise<readonly Answer[]> {
  const { signal } = target;
  const id = randomUUID();
  const cancel = () => void cancelQuery(id, target);
  signal?.throwIfAborted();
  signal?.addEventListener("abort", cancel);
  try {
    const answer = await client.query({
      query,
      format: "JSONCompact",
      query_id: id,
      ...(signal !== null && { abort_signal: signal }),
    });
    const { data, rows } = await answer.json<(string | number | null)[]>();
    if (rows !== data.length) throw new UnreadError("lost", `${data.length}/${rows}`);
    return data.map((row) => row.map((value) => (value === null ? null : String(value))));
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

/** A server goes on with a query whose client has left, unless it is told. */
async function cancelQuery(id: string, target: Target): Promise<void> {
  const client = clientOf(target);
  try {
    const query = `KILL QUERY WHERE query_id = '${id}' ASYNC`;
    await client.command({ query, clickhouse_settings: { readonly: "0" } });
  } catch {
    // What cannot be cancelled ends by its time limit.
  } finally {
    await client.close();
  }
}

/** TIMEOUT_EXCEEDED, TOO_SLOW; what says that the user is not let in; and that a node is gone. */
const TOO_SLOW = new Set(["159", "160"]);
const NOT_LET_IN = new Set(["192", "193", "194", "516"]);
const GONE = new Set(["209", "210", "279"]);
/** READONLY: of an account that may change no setting, or not one of those. */
const READ_ONLY = "164";

function unread(error: unknown, { url, timeout }: Target): unknown {
  if (error instanceof UnreadError) return error;
  const { message = "", code } = error as { message?: string; code?: string };
  const detail = detailOf(error, url);
  // Servers say it each in their own form.
  const number = /\bCode: (\d+)/.exec(message)?.[1] ?? (/^\d+$/.test(code ?? "") ? code : undefined);
  if (number === undefined) {
    if (message === "Timeout error.") return new UnreadError("too-slow", String(timeout));
    const isReached = /ECONNRESET|EPIPE|socket hang up|aborted|JSON/i.test(`${code} ${message}`);
    const isConnection = isReached || /^E[A-Z]+$/.test(code ?? "");
    return isConnection ? new UnreadError(isReached ? "lost" : "unreachable", detail) : error;
  }
  if (TOO_SLOW.has(number)) return new UnreadError("too-slow", String(timeout));
  if (number === READ_ONLY) return new UnreadError("read-only", detail);
  return new UnreadError(NOT_LET_IN.has(number) ? "unreachable" : GONE.has(number) ? "lost" : "refused", detail);
}

type Asked = (sql: string) => Promise<readonly Answer[]>;

async function findTable(asked: Asked, table: string): ReturnType<Database["find"]> {
  const named = literal(table);
  const [found] = await asked(
    `SELECT database, name FROM system.tables WHERE (database = currentDatabase() AND name = ${named}) OR concat(database, '.', name) = ${named} ORDER BY database = currentDatabase() DESC, database LIMIT 1`,
  );
  if (found === undefined) {
    const tables = await asked(
      "SELECT if(database = currentDatabase(), name, concat(database, '.', name)) FROM system.tables WHERE database NOT IN ('system', 'information_schema', 'INFORMATION_SCHEMA') ORDER BY database, name LIMIT 200",
    );
    return { tables: tables.map(([name]) => name ?? "") };
  }
  const [database, name] = found;
  const columns = await asked(
    `SELECT name, type FROM system.columns WHERE database = ${literal(database ?? "")} AND table = ${literal(name ?? "")}`,
  );
  return {
    path: [database ?? "", name ?? ""],
    columns: columns.map(([column, type]) => ({ name: column ?? "", kind: kindOf(type ?? "") })),
    names: [],
    unique: [],
  } satisfies DatabaseTable;
}

function literal(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

const WRAPPED = /^(?:Nullable|LowCardinality)\((.*)\)$/;
const KINDS: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(?:String|FixedString)/, "text"],
  [/^U?Int\d+$/, "integer"],
  [/^Decimal/, "decimal"],
  [/^Float/, "float"],
  [/^Date(?:32)?$/, "date"],
  [/^DateTime/, "time"],
];

function kindOf(type: string): ColumnKind {
  const inner = WRAPPED.exec(type)?.[1];
  if (inner !== undefined) return kindOf(inner);
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? "other";
}
