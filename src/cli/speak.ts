import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { loadLocale } from "../locale/locale.ts";
import type { Language, Locale } from "../locale/locale.ts";
import { ProblemError } from "../problem/problem.ts";
import { pickLanguage } from "./pick-language.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import type { Io } from "./io.ts";

/**
 * Runs what a command about sources does, with the config and in the language asked for; JSON is in English unless
 * asked. What is wrong with the command goes to stderr.
 */
export async function speak(
  { lang, format = "text" }: { readonly lang?: Language; readonly format?: string },
  io: Io,
  run: (config: Config, locale: Locale) => Promise<number>,
): Promise<number> {
  let config = NO_CONFIG;
  try {
    config = await readConfig(io.cwd);
    const spoken = pickLanguage({ wanted: lang ?? config.language, plan: null, env: io.env });
    return await run(config, await loadLocale(format === "json" ? (lang ?? "en") : spoken));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const language = pickLanguage({ wanted: lang ?? config.language, plan: null, env: io.env });
    await reportProblems(error.problems, { language, colour: true }, io);
    return EXIT_CODES["wrong-usage"];
  }
}
