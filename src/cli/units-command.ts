import { Command } from "commander";
import type { Language } from "../locale/locale.ts";
import { languageOption } from "./answer-options.ts";
import { withDataOptions } from "./data-options.ts";
import type { DataOptions } from "./data-options.ts";
import type { Io } from "./io.ts";

/** The options of `chitieu units`, as commander hands them over. */
export interface UnitsOptions extends DataOptions {
  readonly plan?: string;
  readonly output?: string;
  readonly lang?: Language;
}

/** `chitieu units`: its options; what it does is loaded when it runs. */
export function unitsCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("units")
    .summary("who reports: a roster from exports, and names that may be one agency's")
    .description(
      "Lists every agency that exports name, with its level, as a roster for a plan; and pairs of names that may be one agency's.",
    )
    .argument("[data...]", "files, folders or patterns of exports; - is standard input")
    .option(
      "-p, --plan <plan>",
      "a plan (id or file) whose roster is to be completed; without it the one of chitieu.yaml",
    );
  return withDataOptions(command)
    .option("-o, --output <file>", "a new file, .csv; without it the roster goes to standard output")
    .addOption(languageOption("of notes and messages"))
    .addHelpText("after", "\nExit codes: 0 every file was read · 2 wrong usage or definitions · 3 something was not")
    .action(async (data: string[], options: UnitsOptions) => {
      const { runUnits } = await import("./run-units.ts");
      exit(await runUnits(data, options, io));
    });
}
