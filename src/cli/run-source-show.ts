import { showSource } from "../describe/show-source.ts";
import { sourceDocument } from "../describe/source-documents.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { version } from "../version.ts";
import { knownSource } from "./known-sources.ts";
import { speak } from "./speak.ts";
import type { SourceOptions } from "./source-command.ts";
import type { Io } from "./io.ts";

/** Shows one source. */
export async function runSourceShow(name: string, options: SourceOptions, io: Io): Promise<number> {
  return speak(options, io, async (config, locale) => {
    const source = await knownSource(name, config, io.cwd);
    const isJson = options.format === "json";
    io.stdout(isJson ? sourceDocument(source, { locale, version }) : showSource(source, locale, io.width));
    return EXIT_CODES["no-errors"];
  });
}
