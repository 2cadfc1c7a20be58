import path from "node:path";
import type * as z from "zod/mini";
import type { ReportHeader } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { checkShape } from "../yaml/check-shape.ts";
import type { YamlFile } from "../yaml/parse-yaml.ts";
import { configSchema } from "./config-schema.ts";
import type { Config, OptionValue } from "./config.ts";
import { DOCUMENT_FORMATS } from "./document-formats.ts";
import type { DocumentCommand } from "./document-formats.ts";

type ConfigFile = z.output<typeof configSchema>;
type Resolve = (file: string) => string;

/**
 * A config file's YAML.
 *
 * @throws ProblemError with everything that is wrong in it.
 */
export function parseConfig(yaml: YamlFile, folder: string): Config {
  const { value, problems } = checkShape(configSchema, yaml);
  if (value === null) throw new ProblemError(problems);
  const { plan = null, data = [], sources = [], language = null, report } = value;
  const resolve: Resolve = (file) => (path.isAbsolute(file) || file === "-" ? file : path.join(folder, file));
  return {
    file: yaml.file,
    plan: plan === null ? null : resolveNamed(plan, resolve),
    data: data.map(resolve),
    sources: sources.map(resolve),
    language,
    report: report === undefined ? null : headerOf(report),
    options: optionsOf(value, resolve),
    placeOf: (key) => yaml.locate(key.split("."), "key").at ?? null,
  };
}

/** A shipped id is no path, and a path has a dot or a slash in it. */
function resolveNamed(named: string, resolve: Resolve): string {
  return /[./\\]/.test(named) ? resolve(named) : named;
}

/** What the command line would say for the same. */
function optionsOf(file: ConfigFile, resolve: Resolve): Config["options"] {
  const { plan, data, sources, language, report, ...rest } = file;
  const { encoding, "source-of": sourceOf, "period-of": periodOf, outputs, ...own } = rest;
  const { validate, explain, trend, diff, lint, ...plain } = own;
  const options: Record<string, OptionValue | undefined> = {
    ...plain,
    encoding: typeof encoding === "string" ? [encoding] : pairsOf(encoding, resolve),
    "source-of": pairsOf(sourceOf, resolve)?.map((pair) => {
      const [source = "", ...file_] = pair.split("=");
      return [resolveNamed(source, resolve), ...file_].join("=");
    }),
    "period-of": pairsOf(periodOf, resolve),
    outputs: outputs?.map((output) => resolveOutput(output, "check", resolve)),
  };
  for (const [command, section] of Object.entries({ validate, explain, trend, diff, lint })) {
    for (const [key, value] of Object.entries(section ?? {})) {
      const isOutputs = Array.isArray(value);
      options[`${command}.${key}`] = isOutputs
        ? value.map((output: string) => resolveOutput(output, command as DocumentCommand, resolve))
        : (value as OptionValue);
    }
  }
  return Object.fromEntries(
    Object.entries(options).filter((entry): entry is [string, OptionValue] => entry[1] !== undefined),
  );
}

/** `{ tcvn3: [a.csv, b.csv] }` as `tcvn3=a.csv` and `tcvn3=b.csv`. */
function pairsOf(
  files: Readonly<Record<string, readonly string[] | undefined>> | undefined,
  resolve: Resolve,
): readonly string[] | undefined {
  if (files === undefined) return undefined;
  return Object.entries(files).flatMap(([name, some = []]) => some.map((file) => `${name}=${resolve(file)}`));
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
