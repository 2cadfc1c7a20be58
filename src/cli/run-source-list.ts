import { listSources } from "../describe/list-sources.ts";
import { sourcesDocument } from "../describe/source-documents.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { version } from "../version.ts";
import { knownSources } from "./known-sources.ts";
import { speak } from "./speak.ts";
import type { SourceOptions } from "./source-command.ts";
import type { Io } from "./io.ts";

/** Lists the sources known. */
export async function runSourceList(options: SourceOptions, io: Io): Promise<number> {
  return speak(options, io, async (config, locale) => {
    const sources = await knownSources(config, io.cwd);
    const isJson = options.format === "json";
    io.stdout(isJson ? sourcesDocument(sources, { locale, version }) : listSources(sources, locale, io.width));
    return EXIT_CODES["no-errors"];
  });
}
