import { Command, Option } from "commander";
import { FINDINGS_FORMATS } from "../findings/formats.ts";
import type { FindingsFormatName } from "../findings/formats.ts";
import type { Language } from "../locale/locale.ts";
import { VALIDATION_FAIL_ON } from "../model.ts";
import type { ValidationFailOn } from "../model.ts";
import { withAnswerOptions } from "./answer-options.ts";
import { collect, withDataOptions } from "./data-options.ts";
import type { DataOptions } from "./data-options.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

/** The options of `chitieu validate`, as commander hands them over. */
export interface ValidateOptions extends DataOptions {
  readonly plan?: string;
  readonly format: FindingsFormatName;
  readonly output?: readonly string[];
  readonly failOn?: ValidationFailOn;
  readonly lang?: Language;
  readonly color: boolean;
}

/** `chitieu validate`: its options; what it does is loaded when it runs. */
export function validateCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("validate")
    .summary("the data alone: what is wrong, and where")
    .description("Reads the exports and lists everything that is wrong with them. Without a plan, for no plan.")
    .argument("[data...]", "files, folders or patterns of exports; - is standard input")
    .option("-p, --plan <plan>", "the plan that they are for (id or file): its year, agencies and levels");
  withDataOptions(command)
    .addOption(
      new Option(
        "-f, --format <format>",
        "how the findings are written, text unless said otherwise; xlsx to a file alone",
      ).choices(Object.keys(FINDINGS_FORMATS)),
    )
    .option(
      "-o, --output <[format:]file>",
      "writes them to a file too, in the format or by the file's ending (repeatable)",
      collect,
    )
    .addOption(
      new Option(
        "--fail-on <what>",
        "from what on the exit code is not 0; error unless said otherwise; never: not even then",
      ).choices([...VALIDATION_FAIL_ON]),
    )
    .option("--hash", "the SHA-256 of inputs above 256 MiB too, in formats that say what they were made from")
    .option("--no-hash", "of smaller ones alone");
  return withAnswerOptions(command, "of messages")
    .addHelpText("after", EXIT_HELP)
    .action(async (data: string[], options: Unsettled<ValidateOptions>) => {
      const { runValidate } = await import("./run-validate.ts");
      exit(await runValidate(data, options, io));
    });
}

const EXIT_HELP = `
Exit codes: 0 no errors · 2 wrong usage or definitions · 3 errors in the data · 5 warnings with --fail-on warning`;
