import path from "node:path";
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
  const { plan = null, data = [], sources = [], period = null, language = null } = value;
  const resolve = (file: string) => (path.isAbsolute(file) || file === "-" ? file : path.join(folder, file));
  const isFile = plan !== null && /[./\\]/.test(plan);
  return {
    plan: isFile ? resolve(plan) : plan,
    data: data.map(resolve),
    sources: sources.map(resolve),
    period,
    language,
  };
}
