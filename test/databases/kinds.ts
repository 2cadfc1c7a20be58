import pg from "pg";
import { PASSWORD, startServers } from "./servers.js";
import type { Cluster, Server } from "./servers.js";

/** A column of a table as a test declares it. */
export type Type = "text" | "date" | "time" | "integer" | "decimal";

export interface TableDraft {
  readonly name: string;
  readonly columns: Readonly<Record<string, Type>>;
  readonly rows: readonly (readonly (string | null)[])[];
  /** The column by which it is spread over the three servers; on the first alone without one. */
  readonly spread?: string;
}

/** Servers of one kind, as the tests of all kinds use them. */
export interface Kind {
  readonly cluster: Cluster;
  /** The address by which the program asks the first of them, with the password in it or without. */
  readonly address: (withPassword?: boolean) => string;
  readonly variable: string;
  /** Runs statements on the first server, and gives the rows of the last. */
  readonly run: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  readonly create: (draft: TableDraft) => Promise<void>;
  /** Makes a view `slow` of dossiers that gives no rows before a minute is over. */
  readonly createSlow: () => Promise<void>;
  /** How many queries of the program the first server works on. */
  readonly running: () => Promise<number>;
}

export const KINDS = { postgres, clickhouse } as const;

async function postgres(): Promise<Kind> {
  const cluster = await startServers("postgres");
  const runOn = (server: Server) => async (sql: string) => {
    const client = await connect(server);
    try {
      const results: unknown = await client.query({ text: sql, rowMode: "array" });
      const last = Array.isArray(results) ? results.at(-1) : results;
      return (last as { rows: unknown[][] }).rows;
    } finally {
      await client.end();
    }
  };
  const [first, ...others] = cluster.servers;
  if (first === undefined) throw new Error("no server");
  const run = runOn(first);
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const types = { text: "text", date: "date", time: "timestamp", integer: "bigint", decimal: "numeric(20,3)" };
  const columnsOf = ({ columns }: TableDraft) =>
    Object.entries(columns)
      .map(([name, type]) => `${quote(name)} ${types[type]}`)
      .join(", ");

  await run("CREATE EXTENSION postgres_fdw");
  for (const [index, { host, port }] of others.entries()) {
    await run(
      `CREATE SERVER node${index} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${host}', port '${port}', dbname 'postgres', async_capable 'true', fdw_tuple_cost '1');
       CREATE USER MAPPING FOR tester SERVER node${index} OPTIONS (user 'tester', password '${PASSWORD}')`,
    );
  }
  return {
    cluster,
    variable: "PGPASSWORD",
    address: (withPassword = true) => addressOf("postgres", "tester", first, "postgres", withPassword),
    run,
    create: async (draft) => {
      const { name, spread, rows, columns } = draft;
      const table = quote(name);
      if (spread === undefined) await run(`CREATE TABLE ${table} (${columnsOf(draft)})`);
      else {
        await run(`CREATE TABLE ${table} (${columnsOf(draft)}) PARTITION BY HASH (${quote(spread)});
          CREATE TABLE ${quote(`${name}_0`)} PARTITION OF ${table} FOR VALUES WITH (MODULUS 3, REMAINDER 0)`);
        for (const [index, server] of others.entries()) {
          await runOn(server)(`CREATE TABLE ${table} (${columnsOf(draft)})`);
          await run(
            `CREATE FOREIGN TABLE ${quote(`${name}_${index + 1}`)} PARTITION OF ${table} FOR VALUES WITH (MODULUS 3, REMAINDER ${index + 1}) SERVER node${index} OPTIONS (table_name '${name.replaceAll("'", "''")}')`,
          );
        }
      }
      const quoted = (text: string | null) => (text === null ? "NULL" : `'${text.replaceAll("'", "''")}'`);
      const values = rows.map((row) => `(${row.map(quoted).join(", ")})`);
      const cast = Object.values(columns).map((type, index) => `c${index}::${types[type]}`);
      const names = Object.keys(columns).map((_, index) => `c${index}`);
      if (values.length > 0)
        await run(
          `INSERT INTO ${table} SELECT ${cast.join(", ")} FROM (VALUES ${values.join(", ")}) AS v(${names.join(", ")})`,
        );
    },
    createSlow: async () => {
      await run(`CREATE VIEW slow AS SELECT 'H57.01' AS unit, 'HS-1' AS code, 'Trực tuyến' AS channel, 'Cấp tỉnh' AS system,
        DATE '2022-01-01' AS received, DATE '2022-01-02' AS settled WHERE pg_sleep(60) IS NOT NULL`);
    },
    running: async () => {
      const [[count] = []] = await run(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'chitieu' AND state = 'active'",
      );
      return Number(count);
    },
  };
}

/** A server that has just been started may not let anybody in yet. */
async function connect({ host, port }: Server): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ host, port, user: "tester", password: PASSWORD, database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function clickhouse(): Promise<Kind> {
  const cluster = await startServers("clickhouse");
  const runOn =
    ({ host, port }: Server) =>
    async (sql: string) => {
      const response = await fetch(`http://${host}:${port}/?default_format=JSONCompact&insert_distributed_sync=1`, {
        method: "POST",
        headers: { "X-ClickHouse-User": "default", "X-ClickHouse-Key": PASSWORD },
        body: sql,
      });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      return text === "" ? [] : (JSON.parse(text) as { data: unknown[][] }).data;
    };
  const [first] = cluster.servers;
  if (first === undefined) throw new Error("no server");
  const run = runOn(first);
  const quote = (name: string) => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
  const types = {
    text: "Nullable(String)",
    date: "Nullable(Date)",
    time: "Nullable(DateTime)",
    integer: "Nullable(Int64)",
    decimal: "Nullable(Float64)",
  };
  return {
    cluster,
    variable: "CLICKHOUSE_PASSWORD",
    address: (withPassword = true) => addressOf("clickhouse", "default", first, "default", withPassword),
    run,
    create: async ({ name, spread, rows, columns }) => {
      const declared = Object.entries(columns).map(([column, type]) => `${quote(column)} ${types[type]}`);
      const local = spread === undefined ? name : `${name}_local`;
      const table = `CREATE TABLE ${quote(local)} (${declared.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`;
      if (spread === undefined) await run(table);
      else {
        for (const server of cluster.servers) await runOn(server)(table);
        await run(
          `CREATE TABLE ${quote(name)} AS ${quote(local)} ENGINE = Distributed(tester, default, ${quote(local)}, cityHash64(ifNull(${quote(spread)}, '')))`,
        );
      }
      const isNumber = Object.values(columns).map((type) => type === "integer" || type === "decimal");
      const write = (value: string | null, index: number) => (isNumber[index] ? (value ?? "NULL") : literal(value));
      const values = rows.map((row) => `(${row.map(write).join(", ")})`);
      if (values.length > 0) await run(`INSERT INTO ${quote(name)} VALUES ${values.join(", ")}`);
    },
    createSlow: async () => {
      await run(`CREATE VIEW slow AS SELECT 'H57.01' AS unit, toString(number) AS code, 'Trực tuyến' AS channel, 'Cấp tỉnh' AS system,
        toDate('2022-01-01') AS received, toDate('2022-01-02') AS settled FROM system.numbers WHERE number % 1000000007 = 5`);
    },
    running: async () => {
      const [[count] = []] = await run(
        "SELECT count() FROM system.processes WHERE query LIKE '%slow%' AND query NOT LIKE '%system.processes%'",
      );
      return Number(count);
    },
  };
}

function addressOf(scheme: string, user: string, { host, port }: Server, database: string, withPassword: boolean) {
  const password = withPassword ? `:${encodeURIComponent(PASSWORD)}` : "";
  return `${scheme}://${user}${password}@${host}:${port}/${database}`;
}

function literal(value: string | null): string {
  return value === null ? "NULL" : `'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
