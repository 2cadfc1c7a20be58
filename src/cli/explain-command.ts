import { Command, Option } from "commander";
import { EXPLAIN_FORMATS } from "../explain/formats.ts";
import type { ExplainFormatName } from "../explain/formats.ts";
import type { Language } from "../locale/locale.ts";
import type { AssessmentOptions } from "../model.ts";
import { withAnswerOptions } from "./answer-options.ts";
import { collect, HASH, NO_HASH, withDataOptions } from "./data-options.ts";
import type { DataOptions } from "./data-options.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

/** The options of `chitieu explain`, as commander hands them over. */
export interface ExplainOptions extends DataOptions {
  readonly plan?: string;
  readonly period?: string;
  readonly window?: AssessmentOptions["window"];
  readonly unit?: string;
  readonly level?: string;
  readonly all?: boolean;
  readonly format: ExplainFormatName;
  readonly output?: readonly string[];
  readonly incomplete?: AssessmentOptions["incomplete"];
  readonly keepGoing?: boolean;
  readonly asOf?: string;
  readonly lang?: Language;
  readonly color: boolean;
}

/** `chitieu explain`: its options; what it does is loaded when it runs. */
export function explainCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("explain")
    .summary("the arithmetic and the cells behind one indicator")
    .description(
      "Shows one indicator in full: the plan's words, the formula with the figures put in, and the cells that every sum came from.",
    )
    .argument("<id>", "the indicator's or the task's id, as the plan writes it")
    .argument("[data...]", "files, folders or patterns of exports; - is standard input")
    .option("-p, --plan <plan>", "a shipped plan's id, or a plan's file")
    .option("--period <period>", "2022-Q3, 2022-H1, 2022-03, 2022 …; without it the latest with data")
    .addOption(
      new Option("--window <window>", "what is looked at; year-to-date unless said otherwise").choices([
        "year-to-date",
        "period",
      ]),
    )
    .addOption(new Option("--unit <unit>", "one agency alone, by its code or name").conflicts("level"))
    .option("--level <level>", "one level alone, by its id or name")
    .option("--all", "every cell, and every item of every list");
  withDataOptions(command)
    .addOption(
      new Option("-f, --format <format>", "how it is written; text unless said otherwise").choices(
        Object.keys(EXPLAIN_FORMATS),
      ),
    )
    .option(
      "-o, --output <[format:]file>",
      "write a file as well, in the format named or that of its ending (repeatable)",
      collect,
    )
    .addOption(
      new Option("--incomplete <how>", "whether an incomplete result has a verdict").choices([
        "provisional",
        "no-data",
      ]),
    )
    .option(...HASH)
    .option(...NO_HASH)
    .option("--keep-going", "explain what no error in the data could change")
    .option("--no-keep-going", "nothing where the data have errors")
    .option("--as-of <date>", "the day by which due dates are judged, YYYY-MM-DD; without it the window's last");
  return withAnswerOptions(command)
    .addHelpText(
      "after",
      "\nExit codes: 0 explained, whatever is missed · 2 wrong usage or definitions · 3 data that cannot be trusted",
    )
    .action(async (id: string, data: string[], options: Unsettled<ExplainOptions>) => {
      const { runExplain } = await import("./run-explain.ts");
      exit(await runExplain(id, data, options, io));
    });
}
