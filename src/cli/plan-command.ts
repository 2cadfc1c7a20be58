import { Command, Option } from "commander";
import { LINT_FORMATS } from "../lint/formats.ts";
import type { LintFormatName } from "../lint/formats.ts";
import type { Language } from "../locale/locale.ts";
import { VALIDATION_FAIL_ON } from "../model.ts";
import type { ValidationFailOn } from "../model.ts";
import { languageOption, withAnswerOptions } from "./answer-options.ts";
import type { Io } from "./io.ts";
import type { Unsettled } from "./settings.ts";

/** What the commands about plans have in common. */
export interface PlanOptions {
  readonly format: "text" | "json";
  readonly lang?: Language;
}

export interface ShowPlanOptions {
  readonly format: "text" | "markdown" | "json";
  readonly lang?: Language;
}

export interface NewPlanOptions {
  readonly from?: string;
  readonly year?: string;
  readonly id?: string;
  readonly title?: string;
  readonly lang?: Language;
}

export interface LintPlanOptions {
  /** The first of those named, else that of the config. */
  readonly plan?: string;
  readonly format: LintFormatName;
  readonly failOn: ValidationFailOn;
  readonly lang?: Language;
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** `chitieu plan`: plans as such, without figures. What its commands do is loaded when they run. */
export function planCommand(io: Io, exit: (code: number) => void): Command {
  return new Command("plan")
    .summary("plans as such: list, show, lint, new")
    .description("The plans that are known: those shipped, and the one that chitieu.yaml names.")
    .addCommand(listCommand(io, exit))
    .addCommand(showCommand(io, exit))
    .addCommand(lintCommand(io, exit))
    .addCommand(newCommand(io, exit));
}

function newCommand(io: Io, exit: (code: number) => void): Command {
  return new Command("new")
    .description("Writes a plan to start from, and a CSV file for its counts. Nothing that is there is written over.")
    .argument("<file>", "the plan's file, such as ke-hoach-2026.yaml")
    .option(
      "--from <plan>",
      "a plan (id or file) whose next year it is, or a table of targets: name, numerator, denominator, target (CSV or XLSX)",
    )
    .option("--year <year>", "the year that it plans; that of the file's name, or the next, unless said otherwise")
    .option("--id <new-id>", "the plan's id; made from the file's name, or the plan's before, unless said otherwise")
    .option("--title <title>", "the document's title")
    .addOption(languageOption())
    .action(async (file: string, options: NewPlanOptions) => {
      const { runPlanNew } = await import("./run-plan-new.ts");
      exit(await runPlanNew(file, options, io));
    });
}

function listCommand(io: Io, exit: (code: number) => void): Command {
  return new Command("list")
    .description("Lists the plans known.")
    .addOption(formatOption(["text", "json"]))
    .addOption(languageOption())
    .action(async (options: PlanOptions) => {
      const { runPlanList } = await import("./run-plan-list.ts");
      exit(await runPlanList(options, io));
    });
}

function showCommand(io: Io, exit: (code: number) => void): Command {
  return new Command("show")
    .description("Shows a plan: what it asks, in its own words, by which formulas and targets.")
    .argument("[plan]", "a shipped plan's id, or a plan's file; without it the one of chitieu.yaml")
    .addOption(formatOption(["text", "markdown", "json"]))
    .addOption(languageOption())
    .action(async (plan: string | undefined, options: ShowPlanOptions) => {
      const { runPlanShow } = await import("./run-plan-show.ts");
      exit(await runPlanShow(plan, options, io));
    });
}

function lintCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("lint")
    .description("Says what is wrong with plans, and what may be meant otherwise than it is written.")
    .argument("[plans...]", "ids of shipped plans, or plans' files; without any the one of chitieu.yaml")
    .addOption(
      new Option("-f, --format <format>", "how it is written; text unless said otherwise").choices(
        Object.keys(LINT_FORMATS),
      ),
    )
    .addOption(
      new Option("--fail-on <what>", "from what on the exit code is not 0; error unless said otherwise").choices([
        ...VALIDATION_FAIL_ON,
      ]),
    );
  return withAnswerOptions(command)
    .addHelpText("after", "\nExit codes: 0 no errors · 2 errors, or wrong usage · 5 warnings with --fail-on warning")
    .action(async (plans: string[], options: Unsettled<LintPlanOptions>) => {
      const { runPlanLint } = await import("./run-plan-lint.ts");
      exit(await runPlanLint(plans, options, io));
    });
}

function formatOption(formats: readonly string[]): Option {
  return new Option("-f, --format <format>", "how it is written").choices([...formats]).default("text");
}
