import type { Config } from "../config/config.ts";
import { loadSource, shippedSources } from "../load.ts";
import type { Source } from "../model.ts";

/** The sources of one's own that the config names. */
export async function ownSources({ sources }: Config, cwd: string): Promise<readonly Source[]> {
  return Promise.all(sources.map((file) => loadSource(file, { cwd })));
}

/** Those, then the shipped ones. */
export async function knownSources(config: Config, cwd: string): Promise<readonly Source[]> {
  return [...(await ownSources(config, cwd)), ...(await shippedSources())];
}

/**
 * A source by its id, or by its file.
 *
 * @throws ProblemError where there is none.
 */
export async function knownSource(source: string, config: Config, cwd: string): Promise<Source> {
  return loadSource(source, { cwd, own: await ownSources(config, cwd) });
}
