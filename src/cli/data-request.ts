import type { Config } from "../config/config.ts";
import { isDatabaseUrl } from "../database/database-url.ts";
import type { DataRequest } from "../gather/data-request.ts";
import { loadSource } from "../load.ts";
import type { Language } from "../locale/locale.ts";
import { ENCODINGS } from "../model.ts";
import type { Encoding, Plan, Source } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import { parseDate } from "../text/date.ts";
import type { IsoDate } from "../text/date.ts";
import { parsePeriod } from "../text/period.ts";
import type { Period } from "../text/period.ts";
import { nearest } from "../text/nearest.ts";
import { withoutPassword } from "../text/without-password.ts";
import type { DataOptions } from "./data-options.ts";
import { ownSources } from "./known-sources.ts";
import type { Io } from "./io.ts";
import { pickLanguage } from "./pick-language.ts";
import { watchFor } from "./progress.ts";
import { wrongOption } from "./wrong-option.ts";

/** What is said of exports, on the command line and in the config, and the plan that they are held against. */
interface Asked {
  readonly data: readonly string[];
  readonly options: DataOptions & { readonly lang?: Language };
  readonly config: Config;
  readonly plan: Plan | null;
}

/**
 * The exports that the arguments name, or else the config.
 *
 * @throws ProblemError where nothing names any, or an option makes no sense.
 */
export async function dataRequest({ data, options, config, plan }: Asked, io: Io): Promise<DataRequest> {
  const { cwd, env, readStandardInput, dataRead } = io;
  const named = data.length > 0 ? data : [...config.data, ...Object.keys(config.databases)];
  if (named.length === 0 && (options.source ?? []).length === 0)
    throw new ProblemError([problem("data-not-named", {})]);
  const own = await ownSources(config, cwd);
  const encodings = (options.encoding ?? []).map(encodingFrom);
  const isDatabase = (one: string) => isDatabaseUrl(one) || Object.hasOwn(config.databases, one);
  const tables = named.filter(isDatabase);
  const periods = (options.periodOf ?? []).map((pair) => {
    const [text, file] = splitPair("--period-of", pair, "PERIOD=FILE");
    return { period: periodFrom("--period-of", text), file };
  });
  // What the config says of its exports is no slip where a run reads others.
  const saidInConfig = (key: string, said: readonly string[] | undefined) =>
    data.length > 0 && said !== undefined && said === config.options[key] ? { ifRead: true } : {};
  const [ofSources, ofPeriods, ofEncodings] = [
    saidInConfig("source-of", options.source),
    saidInConfig("period-of", options.periodOf),
    saidInConfig("encoding", options.encoding),
  ];
  const strayed = periods.find(({ file }) => isDatabase(file) && !tables.includes(file));
  if (strayed !== undefined && ofPeriods.ifRead !== true) throw notRead("--period-of", strayed.file, tables);
  const load = (source: string) => loadSource(source, { cwd, own });
  const [files, ofTables] = [named.filter((one) => !isDatabase(one)), sourcesOf(options, tables.some(isDatabaseUrl))];
  return {
    data: files,
    cwd,
    sources: own,
    sourceOf: await Promise.all(
      ofTables.pairs.map(async ([source, file]) => ({ source: await load(source), file, ...ofSources })),
    ),
    periodOf: periods.flatMap((one) => (isDatabase(one.file) ? [] : [{ ...one, ...ofPeriods }])),
    encoding: encodings.findLast(({ file }) => file === null)?.encoding ?? null,
    encodingOf: encodings.flatMap(({ encoding, file }) => (file === null ? [] : [{ encoding, file, ...ofEncodings }])),
    readStandardInput,
    dataRead,
    digestLarge: options.hash === true,
    ...(options.quiet !== true && {
      watch: watchFor(pickLanguage({ wanted: options.lang ?? config.language, plan, env }), io),
    }),
    ...(tables.length > 0 && (await databasesOf(tables, ofTables.alone, { options, config, periods, load, io }))),
  };
}

function notRead(option: string, file: string, read: readonly string[]): ProblemError {
  const shown = withoutPassword(file);
  const near = nearest(shown, read.map(withoutPassword));
  return new ProblemError([problem("file-not-read", { option, file: shown, nearest: near })]);
}

interface Given {
  readonly options: DataOptions;
  readonly config: Config;
  readonly periods: readonly { readonly period: Period; readonly file: string }[];
  readonly load: (source: string) => Promise<Source>;
  readonly io: Pick<Io, "env" | "interrupted">;
}

async function databasesOf(
  tables: readonly string[],
  source: string | null,
  { options, config, periods, load, io }: Given,
): Promise<Partial<DataRequest>> {
  const { databaseRequest } = await import("./database-request.ts");
  const said = {
    table: options.table ?? null,
    source,
    periodOf: (address: string) => periods.find(({ file }) => file === address)?.period ?? null,
  };
  return {
    databases: await Promise.all(tables.map((table) => databaseRequest(table, said, { config, load, env: io.env }))),
    ...(options.timeout !== undefined && { timeout: secondsFrom("--timeout", options.timeout) }),
    signal: io.interrupted?.() ?? null,
  };
}

/** Of an address on the command line the source stands alone: `--source one-stop-dossiers`. */
function sourcesOf({ source = [] }: DataOptions, hasAddress: boolean) {
  const alone = hasAddress ? source.filter((one) => !one.includes("=")) : [];
  if (alone.length > 1) throw wrongOption("--source", alone[1] ?? "", alone.slice(0, 1));
  const pairs = source.filter((one) => !alone.includes(one));
  return { alone: alone[0] ?? null, pairs: pairs.map((pair) => splitPair("--source", pair, "SOURCE=FILE")) };
}

export function periodFrom(option: string, text: string): Period {
  const period = parsePeriod(text);
  if (period !== null) return period;
  throw wrongOption(option, text, ["2022-Q3", "2022-H1", "2022-9M", "2022-03", "2022", "“Quý 3/2022”"]);
}

export function dateFrom(option: string, text: string): IsoDate {
  const date = parseDate(text);
  if (date !== null) return date;
  throw wrongOption(option, text, ["2022-12-31", "31/12/2022"]);
}

/** `ENCODING` of all text, or `ENCODING=FILE`. */
function encodingFrom(text: string): { readonly encoding: Encoding; readonly file: string | null } {
  const [name, file] = text.includes("=") ? splitPair("--encoding", text, "ENCODING=FILE") : [text, null];
  const encoding = ENCODINGS.find((one) => one === name.toLowerCase());
  if (encoding === undefined) throw wrongOption("--encoding", text, [...ENCODINGS, `${ENCODINGS.at(-1)}=FILE`]);
  return { encoding, file };
}

function secondsFrom(option: string, text: string): number {
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text);
  throw wrongOption(option, text, ["60", "3600"]);
}

function splitPair(option: string, pair: string, meant: string): [string, string] {
  const at = pair.indexOf("=");
  if (at <= 0 || at === pair.length - 1) throw wrongOption(option, pair, [meant]);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
