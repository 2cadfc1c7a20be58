import { findConfig } from "../config/find-config.ts";
import type { Config } from "../config/config.ts";
import type { Input } from "../model.ts";
import { openData } from "../read/open-data.ts";
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
    /** What was opened; `null` where the run failed before it opened anything. */
    readonly inputs: readonly Input[] | null;
  },
  cwd: string,
): Promise<readonly string[]> {
  const { plan = null } = options;
  const pairs = (options.source ?? []).map((pair) => [
    pair.slice(0, pair.indexOf("=")),
    pair.slice(pair.indexOf("=") + 1),
  ]);
  const configFile = findConfig(cwd);
  const exports = [...config.data, ...data, ...pairs.flatMap(([, file = ""]) => file)];
  return [
    ...(configFile === null ? [] : [configFile]),
    ...(plan === null ? [] : await (await import("../read-definitions.ts")).planFiles(plan, cwd)),
    ...config.sources,
    ...pairs.flatMap(([source = ""]) => source),
    ...(inputs ?? (await openedBy(exports, cwd))).map(({ file }) => file),
  ];
}

/** What would have been opened: a file of ours that lies among exports is none. */
async function openedBy(data: readonly string[], cwd: string): Promise<readonly Input[]> {
  const readStandardInput = () => Promise.resolve(Buffer.alloc(0));
  const { opened } = await openData({ data, cwd, digests: false, readStandardInput });
  return opened.map(({ input }) => input);
}
