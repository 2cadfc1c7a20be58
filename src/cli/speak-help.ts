import type { Command, HelpConfiguration } from "commander";
import type { Io } from "./io.ts";
import { languageOf } from "./language-of.ts";

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
