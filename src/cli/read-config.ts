import path from "node:path";
import { findConfig } from "../config/find-config.ts";
import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";

/**
 * What the `chitieu.yaml` of the working folder, or of one above it, says.
 *
 * @throws ProblemError with everything that is wrong in it.
 */
export async function readConfig(cwd: string): Promise<Config> {
  const file = findConfig(cwd);
  if (file === null) return NO_CONFIG;
  const [{ readYaml }, { parseConfig }] = await Promise.all([
    import("../read-yaml.ts"),
    import("../config/parse-config.ts"),
  ]);
  const { yaml } = await readYaml(file, cwd);
  return yaml.value === null || yaml.value === ""
    ? NO_CONFIG
    : parseConfig(yaml, path.relative(cwd, path.dirname(file)));
}
