import { findConfig } from "../config/find-config.ts";
import type { Config } from "../config/config.ts";
import type { Input } from "../model.ts";
import { findFiles } from "../read/open-data.ts";
import type { DataOptions } from "./data-options.ts";

/** What a run read, or was to read: nothing that it writes may take the place of it. */
export async function filesRead(
  {
    data,
    options,
    config,
    inputs,
  }: {
    readonly data: readonly string[];
    readonly options: DataOptions & { readonly plan?: string };
    readonly config: Config;
    readonly inputs: readonly Input[];
  },
  cwd: string,
): Promise<readonly string[]> {
  const plan = options.plan ?? config.plan;
  const pairs = (options.source ?? []).map((pair) => [
    pair.slice(0, pair.indexOf("=")),
    pair.slice(pair.indexOf("=") + 1),
  ]);
  const configFile = findConfig(cwd);
  // A run that failed early has opened none of them.
  const exports = [...config.data, ...data, ...pairs.flatMap(([, file = ""]) => file)];
  const found = await Promise.all(exports.map((argument) => findFiles(argument, cwd)));
  return [
    ...(configFile === null ? [] : [configFile]),
    ...(plan === null ? [] : await (await import("../read-definitions.ts")).planFiles(plan, cwd)),
    ...config.sources,
    ...pairs.flatMap(([source = ""]) => source),
    ...found.flatMap(({ files }) => files),
    ...inputs.map(({ file }) => file),
  ];
}
