import type { Command, HelpConfiguration } from "commander";
import { findConfig } from "../config/find-config.ts";
import { LANGUAGES } from "../locale/languages.ts";
import type { Language } from "../locale/languages.ts";
import type { Io } from "./io.ts";
import { pickLanguage } from "./pick-language.ts";
import { statedLanguage } from "./stated-language.ts";
import { valuesOf } from "./values-of.ts";

/**
 * Has the help of all commands said in the language asked for, that of `chitieu.yaml` or a plan that is named, or the
 * system's. The commands say it in English, and by that the words of other languages are found.
 */
export async function speakHelp(program: Command, argv: readonly string[], io: Io): Promise<void> {
  if (languageOf(argv, io) === "en") return;
  const { help } = await import("../locale/vi/help.ts");
  const said = (text: string) => help[text] ?? text;
  program
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: said,
      commandDescription: (command) => said(command.description()),
      subcommandDescription: (command) => said(command.summary() || command.description()),
      argumentDescription: ({ description }) => said(description),
      optionDescription: ({ description, argChoices = [] }) => {
        const choices = argChoices.map((choice) => JSON.stringify(choice)).join(", ");
        return `${said(description)}${choices === "" ? "" : ` (${said("choices")}: ${choices})`}`;
      },
    } satisfies HelpConfiguration)
    // What stands behind the help of a command comes by itself.
    .configureOutput({ writeOut: (text) => io.stdout(text.replace(text.trim(), said)) });
}

function languageOf(argv: readonly string[], { cwd, env }: Io): Language {
  const [lang] = valuesOf(["--lang"], argv);
  const [plan = null] = valuesOf(["-p", "--plan"], argv);
  const asked = LANGUAGES.find((language) => language === lang) ?? null;
  if (asked !== null || (plan === null && findConfig(cwd) === null))
    return pickLanguage({ wanted: asked, plan: null, env });
  return pickLanguage({ wanted: statedLanguage(plan, cwd), plan: null, env });
}
