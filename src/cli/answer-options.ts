import { Option } from "commander";
import type { Command } from "commander";
import { LANGUAGES } from "../locale/locale.ts";

/** In which language a command speaks; `spoken`: what of it. */
export function languageOption(spoken = "of names and messages"): Option {
  return new Option("--lang <language>", spoken).choices([...LANGUAGES]);
}

/** Adds what says how a command with a document speaks. */
export function withAnswerOptions(command: Command, spoken?: string): Command {
  return command
    .addOption(languageOption(spoken))
    .option("--color", "colours where the terminal has them")
    .option("--no-color", "plain text")
    .option("--quiet", "errors alone, and no document for people but in files")
    .option("--no-quiet", "warnings, notes and the document as well");
}
