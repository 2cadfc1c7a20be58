import { NO_CONFIG } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { EXIT_CODES } from "../exit-code.ts";
import { loadLocale } from "../locale/locale.ts";
import { loadPlan } from "../load.ts";
import type { Language, Locale } from "../locale/locale.ts";
import type { Plan } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { pickLanguage } from "./pick-language.ts";
import { placedInConfig } from "./placed-in-config.ts";
import { readConfig } from "./read-config.ts";
import { reportProblems } from "./report-problems.ts";
import { statedLanguage } from "./stated-language.ts";
import type { Io } from "./io.ts";

/** What a command says of how it wants to be answered; `plan`: the one that it is about. */
interface Spoken {
  readonly lang?: Language;
  readonly format?: string;
  readonly plan?: string | undefined;
  /** The exports that it names. */
  readonly data?: readonly string[];
}

/**
 * Runs what a command does that answers with no document of its own, with the config and in the language asked for, or
 * that of its plan, else of the config's; JSON is in English unless asked. What is wrong with the command goes to stderr.
 * The plan is handed on where it could be read; whoever needs one that could not reads it again, for what is wrong with it.
 */
export async function speak(
  spoken: Spoken,
  io: Io,
  run: (config: Config, locale: Locale, plan: Plan | null) => Promise<number>,
): Promise<number> {
  const { lang, format = "text", plan: named, data } = spoken;
  let config = NO_CONFIG;
  let plan: Plan | null = null;
  const languageSpoken = () => pickLanguage({ wanted: lang ?? config.language, plan, env: io.env });
  try {
    config = await readConfig(io.cwd);
    plan = await planSpoken(named ?? config.plan, io.cwd);
    return await run(config, await loadLocale(format === "json" ? (lang ?? "en") : languageSpoken()), plan);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const stated = plan === null ? statedLanguage(named ?? null, io.cwd) : null;
    const language = lang ?? config.language ?? stated ?? languageSpoken();
    await reportProblems(
      placedInConfig(error.problems, config, { data, options: spoken }),
      { language, colour: true },
      io,
    );
    return EXIT_CODES["wrong-usage"];
  }
}

/** A plan whose language is spoken. What is wrong with it is told by whoever needs more of it than that. */
export async function planSpoken(named: string | null, cwd: string): Promise<Plan | null> {
  if (named === null) return null;
  return loadPlan(named, { cwd }).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
}
