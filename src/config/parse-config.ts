import path from "node:path";
import type * as z from "zod/mini";
import type { ReportHeader } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { checkShape } from "../yaml/check-shape.ts";
import type { YamlFile } from "../yaml/parse-yaml.ts";
import { configSchema } from "./config-schema.ts";
import type { Config, NamedDatabase, OptionValue } from "./config.ts";
import { DOCUMENT_FORMATS } from "./document-formats.ts";
import { mentionsIn } from "./mentions.ts";
import type { DocumentCommand } from "./document-formats.ts";

type ConfigFile = z.output<ReturnType<typeof configSchema>>;
type Resolve = (file: string) => string;

/**
 * A config file's YAML.
 *
 * @throws ProblemError with everything that is wrong in it.
 */
export function parseConfig(yaml: YamlFile, folder: string): Config {
  const { value, problems } = checkShape(configSchema(yaml.value), yaml);
  if (value === null) throw new ProblemError(problems);
  const { plan = null, data = [], sources = [], databases = {}, language = null, report } = value;
  const resolve: Resolve = (file) => (path.isAbsolute(file) || file === "-" ? file : path.join(folder, file));
  return {
    file: yaml.file,
    plan: plan === null ? null : resolveNamed(plan, resolve),
    data: data.map(resolve),
    sources: sources.map(resolve),
    databases: Object.fromEntries(Object.entries(databases).map(([name, one]) => [name, databaseOf(one, resolve)])),
    language,
    report: report === undefined ? null : headerOf(report),
    options: optionsOf(value, resolve),
    placeOf: (key) => yaml.locate(key.split("."), "key").at ?? null,
    mentions: () => mentionsIn(yaml, { named: (name) => resolveNamed(name, resolve), file: resolve }),
  };
}

/** A shipped id is no path, and a path has a dot or a slash in it. */
function resolveNamed(named: string, resolve: Resolve): string {
  return /[./\\]/.test(named) ? resolve(named) : named;
}

function databaseOf(said: NonNullable<ConfigFile["databases"]>[string], resolve: Resolve): NamedDatabase {
  const { url, table, source, period = null, "password-from": passwordFrom = null } = said;
  return { url, table, source: source === undefined ? null : resolveNamed(source, resolve), period, passwordFrom };
}

/** Keys whose values are the same on the command line. */
const PLAIN = [
  "period",
  "hash",
  "timeout",
  "window",
  "by",
  "as-of",
  "incomplete",
  "keep-going",
  "fail-on",
  "format",
  "color",
  "quiet",
] as const satisfies readonly (keyof ConfigFile)[];
const SECTIONS = ["validate", "explain", "trend", "diff", "lint"] as const;

/** What the command line would say for the same. */
function optionsOf(file: ConfigFile, resolve: Resolve): Config["options"] {
  const { encoding, outputs } = file;
  const said: (readonly [string, OptionValue | undefined])[] = [
    ...PLAIN.map((key) => [key, file[key]] as const),
    ["encoding", typeof encoding === "string" ? [encoding] : pairsOf(encoding, resolve)],
    ["source-of", pairsOf(file["source-of"], resolve, (source) => resolveNamed(source, resolve))],
    ["period-of", pairsOf(file["period-of"], resolve)],
    ["outputs", outputs?.map((output) => resolveOutput(output, "check", resolve))],
    ...SECTIONS.flatMap((command) =>
      Object.entries(file[command] ?? {}).map(([key, value]: [string, string | string[] | undefined]) => {
        const files = Array.isArray(value) ? value.map((output) => resolveOutput(output, command, resolve)) : value;
        return [`${command}.${key}`, files] as const;
      }),
    ),
  ];
  return Object.fromEntries(said.filter((entry): entry is [string, OptionValue] => entry[1] !== undefined));
}

/** `{ tcvn3: [a.csv, b.csv] }` as `tcvn3=a.csv` and `tcvn3=b.csv`. */
function pairsOf(
  files: Readonly<Record<string, readonly string[] | undefined>> | undefined,
  resolve: Resolve,
  nameOf: (name: string) => string = (name) => name,
): readonly string[] | undefined {
  if (files === undefined) return undefined;
  return Object.entries(files).flatMap(([name, some = []]) => some.map((file) => `${nameOf(name)}=${resolve(file)}`));
}

/** `[FORMAT:]FILE`. */
function resolveOutput(output: string, command: DocumentCommand, resolve: Resolve): string {
  const format = Object.keys(DOCUMENT_FORMATS[command]).find((name) => output.startsWith(`${name}:`));
  return format === undefined ? resolve(output) : `${format}:${resolve(output.slice(format.length + 1))}`;
}

function headerOf(said: NonNullable<ConfigFile["report"]>): ReportHeader {
  const { superior = null, agency = null, number = null, place = null, date = null, recipients = [] } = said;
  const { office = null, name = null } = said.signer ?? {};
  return { superior, agency, number, place, date, recipients, signer: { office, name } };
}
