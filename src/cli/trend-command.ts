import { Command, Option } from "commander";
import type { Language } from "../locale/locale.ts";
import type { AssessmentOptions, Breakdown } from "../model.ts";
import { TREND_FORMATS } from "../trend/formats.ts";
import type { TrendFormatName } from "../trend/formats.ts";
import { withAnswerOptions } from "./answer-options.ts";
import { collect, HASH, NO_HASH, withDataOptions } from "./data-options.ts";
import type { DataOptions } from "./data-options.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

/** The options of `chitieu trend`, as commander hands them over. */
export interface TrendOptions extends DataOptions {
  readonly plan?: string;
  readonly period?: string;
  readonly by?: Breakdown;
  readonly unit?: string;
  readonly format: TrendFormatName;
  readonly output?: readonly string[];
  readonly incomplete?: AssessmentOptions["incomplete"];
  readonly keepGoing?: boolean;
  readonly lang?: Language;
  readonly color: boolean;
}

/** `chitieu trend`: its options; what it does is loaded when it runs. */
export function trendCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("trend")
    .summary("every period side by side, with a projection to the year's end")
    .description(
      "Shows every target over the periods of the year, each alone and year to date, and what the year would end with. The projection touches no verdict.",
    )
    .argument("[data...]", "files, folders or patterns of exports; - is standard input")
    .option("-p, --plan <plan>", "a shipped plan's id, or a plan's file")
    .option("--period <period>", "the last period: 2022-Q3, 2022-H1, 2022-03 …; without it the latest with data")
    .addOption(
      new Option("--by <breakdown>", "break every target down; plan: not at all").choices(["plan", "level", "unit"]),
    )
    .option("--unit <unit>", "one agency alone, by its code or name");
  withDataOptions(command)
    .addOption(
      new Option("-f, --format <format>", "how it is written; text unless said otherwise").choices(
        Object.keys(TREND_FORMATS),
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
    .option("--keep-going", "show the indicators that no error in the data could change")
    .option("--no-keep-going", "nothing where the data have errors");
  return withAnswerOptions(command)
    .addHelpText(
      "after",
      "\nExit codes: 0 shown, whatever is missed · 2 wrong usage or definitions · 3 data that cannot be trusted",
    )
    .action(async (data: string[], options: Unsettled<TrendOptions>) => {
      const { runTrend } = await import("./run-trend.ts");
      exit(await runTrend(data, options, io));
    });
}
