import type { Config, NamedDatabase } from "../config/config.ts";
import { parseDatabaseUrl } from "../database/database-url.ts";
import type { DatabaseRequest } from "../gather/data-request.ts";
import type { Source } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Period } from "../text/period.ts";
import { withoutPassword } from "../text/without-password.ts";
import type { Io } from "./io.ts";

/** What options say of the addresses among the arguments. */
interface Said {
  readonly table: string | null;
  readonly source: string | null;
  readonly periodOf: (address: string) => Period | null;
}

interface Known {
  readonly config: Config;
  readonly load: (source: string) => Promise<Source>;
  readonly env: Io["env"];
}

/**
 * The table that an argument names: by an address and options, or by the name that the config gives it.
 *
 * @throws ProblemError where an address is none, or it is not said which table is meant or what its password is.
 */
export async function databaseRequest(argument: string, said: Said, known: Known): Promise<DatabaseRequest> {
  const { config, load, env } = known;
  const named = config.databases[argument];
  if (named !== undefined) {
    const source = named.source === null ? null : await load(named.source);
    return { url: urlOf(named, env), table: named.table, source, period: named.period };
  }
  const url = withVariable(urlFrom(argument), env);
  if (said.table === null) throw new ProblemError([problem("table-not-named", { database: url.host })]);
  const source = said.source === null ? null : await load(said.source);
  return { url, table: said.table, source, period: said.periodOf(argument) };
}

function urlFrom(text: string): URL {
  const url = parseDatabaseUrl(text);
  if (url !== null) return url;
  throw new ProblemError([problem("address-wrong", { address: withoutPassword(text) })]);
}

/** The password stands in the environment alone. */
function urlOf({ url: text, passwordFrom }: NamedDatabase, env: Io["env"]): URL {
  const url = urlFrom(text);
  if (passwordFrom === null) return withVariable(url, env);
  const password = env[passwordFrom];
  if (password === undefined) throw new ProblemError([problem("password-not-set", { variable: passwordFrom })]);
  url.password = encodeURIComponent(password);
  return url;
}

/** Where the databases' own programs look for a password. */
const VARIABLES: Readonly<Record<string, string>> = { "clickhouse:": "CLICKHOUSE_PASSWORD" };

function withVariable(url: URL, env: Io["env"]): URL {
  const password = env[VARIABLES[url.protocol] ?? "PGPASSWORD"];
  if (url.password === "" && url.host !== "" && password !== undefined) url.password = encodeURIComponent(password);
  return url;
}
