import { Command, Option } from "commander";
import type { Language } from "../locale/locale.ts";
import { FAIL_ON } from "../model.ts";
import type { AssessmentOptions, FailOn } from "../model.ts";
import { FORMATS } from "../report/formats.ts";
import type { FormatName } from "../report/formats.ts";
import { withAnswerOptions } from "./answer-options.ts";
import { collect, HASH, NO_HASH, withDataOptions } from "./data-options.ts";
import type { DataOptions } from "./data-options.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

/** The options of `chitieu check`, as commander hands them over. */
export interface CheckOptions extends DataOptions {
  readonly plan?: string;
  readonly period?: string;
  readonly window?: AssessmentOptions["window"];
  readonly by?: AssessmentOptions["by"];
  readonly format: FormatName;
  readonly output?: readonly string[];
  readonly failOn?: FailOn;
  readonly incomplete?: AssessmentOptions["incomplete"];
  readonly keepGoing?: boolean;
  readonly asOf?: string;
  readonly lang?: Language;
  readonly color: boolean;
  readonly showConfig?: boolean;
}

/** `chitieu check`: its options; what it does is loaded when it runs. */
export function checkCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("check")
    .summary("pass or fail for every indicator")
    .description("Reads the exports and says for every indicator of the plan whether its target is met.")
    .argument("[data...]", "files, folders or patterns of exports; - is standard input")
    .option("-p, --plan <plan>", "a shipped plan's id, or a plan's file")
    .option("--period <period>", "2022-Q3, 2022-H1, 2022-03, 2022 …; without it the latest with data")
    .addOption(
      new Option("--window <window>", "what a verdict looks at; year-to-date unless said otherwise").choices([
        "year-to-date",
        "period",
      ]),
    )
    .addOption(
      new Option("--by <breakdown>", "break every result down; plan: not at all").choices(["plan", "level", "unit"]),
    );
  withDataOptions(command)
    .addOption(
      new Option(
        "-f, --format <format>",
        "how the result is written, table unless said otherwise; xlsx and docx to a file alone",
      ).choices(Object.keys(FORMATS)),
    )
    .option(
      "-o, --output <[format:]file>",
      "writes it to a file too, in the format or by the file's ending (repeatable)",
      collect,
    )
    .addOption(
      new Option("--fail-on <what>", "from what on the exit code is not 0; missed unless said otherwise").choices([
        ...FAIL_ON,
      ]),
    )
    .addOption(
      new Option(
        "--incomplete <how>",
        "whether an incomplete result has a verdict; provisional unless said otherwise",
      ).choices(["provisional", "no-data"]),
    )
    .option("--keep-going", "assess the indicators that no error in the data could change")
    .option("--no-keep-going", "refuse every verdict where the data have errors")
    .option(...HASH)
    .option(...NO_HASH)
    .option("--as-of <date>", "the day by which due dates are judged, YYYY-MM-DD; without it the window's last");
  return withAnswerOptions(command)
    .option("--show-config", "print what would hold and who says so, chitieu.yaml or the command line, and stop")
    .addHelpText("after", EXIT_HELP)
    .action(async (data: string[], options: Unsettled<CheckOptions>) => {
      if (options.showConfig === true) {
        const { runShowConfig } = await import("./run-show-config.ts");
        exit(await runShowConfig(data, options, io));
        return;
      }
      const { runCheck } = await import("./run-check.ts");
      exit(await runCheck(data, options, io));
    });
}

const EXIT_HELP = `
Exit codes: 0 nothing missed · 1 a target missed · 2 wrong usage or definitions · 3 data that cannot be trusted
            4 nothing assessed, or no data with --fail-on no-data · 5 warnings with --fail-on warning`;
