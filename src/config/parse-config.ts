import path from "node:path";
import type * as z from "zod/mini";
import type { Encoding, ReportHeader } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { checkShape } from "../yaml/check-shape.ts";
import type { YamlFile } from "../yaml/parse-yaml.ts";
import { configSchema } from "./config-schema.ts";
import type { Config } from "./config.ts";

/**
 * A config file's YAML.
 *
 * @throws ProblemError with everything that is wrong in it.
 */
export function parseConfig(yaml: YamlFile, folder: string): Config {
  const { value, problems } = checkShape(configSchema, yaml);
  if (value === null) throw new ProblemError(problems);
  const { plan = null, data = [], sources = [], period = null, language = null, encoding, report } = value;
  const resolve = (file: string) => (path.isAbsolute(file) || file === "-" ? file : path.join(folder, file));
  const isFile = plan !== null && /[./\\]/.test(plan);
  return {
    plan: isFile ? resolve(plan) : plan,
    data: data.map(resolve),
    sources: sources.map(resolve),
    encodings: encodingsOf(encoding).map(({ encoding: named, file }) => {
      return { encoding: named, file: file === null ? null : resolve(file) };
    }),
    period,
    language,
    report: report === undefined ? null : headerOf(report),
  };
}

function encodingsOf(said: z.output<typeof configSchema>["encoding"]): Config["encodings"] {
  if (said === undefined) return [];
  if (typeof said === "string") return [{ encoding: said, file: null }];
  const entries = Object.entries(said) as [Encoding, readonly string[]][];
  return entries.flatMap(([encoding, files]) => files.map((file) => ({ encoding, file })));
}

function headerOf(said: NonNullable<z.output<typeof configSchema>["report"]>): ReportHeader {
  const { superior = null, agency = null, number = null, place = null, date = null, recipients = [] } = said;
  const { office = null, name = null } = said.signer ?? {};
  return { superior, agency, number, place, date, recipients, signer: { office, name } };
}
