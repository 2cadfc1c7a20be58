import { Command, Option } from "commander";
import { DIFF_FORMATS } from "../diff/formats.ts";
import type { DiffFormatName } from "../diff/formats.ts";
import type { Language } from "../locale/locale.ts";
import { withAnswerOptions } from "./answer-options.ts";
import { collect, withDataOptions } from "./data-options.ts";
import type { DataOptions } from "./data-options.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

/** The options of `chitieu diff`, as commander hands them over. */
export interface DiffCommandOptions extends DataOptions {
  readonly period?: string;
  readonly format: DiffFormatName;
  readonly output?: readonly string[];
  readonly lang?: Language;
  readonly color: boolean;
}

/** `chitieu diff`: its options; what it does is loaded when it runs. */
export function diffCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("diff")
    .summary("two assessments, or two plans: what differs")
    .description(
      "Says which verdicts change between two assessments (as check -f json wrote them) and by which counts, what was restated, and which files it came from; or what differs between two plans, and, over exports, between their verdicts.",
    )
    .argument("<before>", "an assessment's JSON file, or a plan: its file or a shipped id")
    .argument("<after>", "another of the same kind")
    .argument("[data...]", "of two plans: the exports over which their verdicts are compared")
    .option("--period <period>", "of two plans: the period that is assessed");
  withDataOptions(command)
    .addOption(
      new Option("-f, --format <format>", "how it is written; text unless said otherwise").choices(
        Object.keys(DIFF_FORMATS),
      ),
    )
    .option(
      "-o, --output <[format:]file>",
      "write a file as well, in the format named or that of its ending (repeatable)",
      collect,
    );
  return withAnswerOptions(command)
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing differs · 1 something differs · 2 wrong usage, or nothing to compare · 3 errors in the data",
    )
    .action(async (before: string, after: string, data: string[], options: Unsettled<DiffCommandOptions>) => {
      const { runDiff } = await import("./run-diff.ts");
      exit(await runDiff({ before, after }, data, options, io));
    });
}
