import { Command, Option } from "commander";
import type { Language } from "../locale/locale.ts";
import { withDataOptions } from "./data-options.ts";
import type { DataOptions } from "./data-options.ts";
import { languageOption } from "./answer-options.ts";
import type { Io } from "./io.ts";

/** What the commands about sources have in common. */
export interface SourceOptions {
  readonly format: "text" | "json";
  readonly lang?: Language;
}

export interface TemplateOptions {
  readonly plan?: string;
  readonly output?: string;
  readonly lang?: Language;
}

export interface DetectOptions extends SourceOptions, DataOptions {}

/** `chitieu source`: the formats of exports. What its commands do is loaded when they run. */
export function sourceCommand(io: Io, exit: (code: number) => void): Command {
  return new Command("source")
    .summary("the formats of exports: list, show, template, detect")
    .description("The formats of exports that are known: those shipped, and those that chitieu.yaml names.")
    .addCommand(listCommand(io, exit))
    .addCommand(showCommand(io, exit))
    .addCommand(templateCommand(io, exit))
    .addCommand(detectCommand(io, exit));
}

function listCommand(io: Io, exit: (code: number) => void): Command {
  return withSourceOptions(new Command("list").description("Lists the sources known.")).action(
    async (options: SourceOptions) => {
      const { runSourceList } = await import("./run-source-list.ts");
      exit(await runSourceList(options, io));
    },
  );
}

function showCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("show")
    .description("Shows the columns and the measures of a source.")
    .argument("<source>", "a source's id, or a source's file");
  return withSourceOptions(command).action(async (source: string, options: SourceOptions) => {
    const { runSourceShow } = await import("./run-source-show.ts");
    exit(await runSourceShow(source, options, io));
  });
}

function templateCommand(io: Io, exit: (code: number) => void): Command {
  return new Command("template")
    .description("Writes an empty export to fill in: CSV as Excel with Vietnamese settings reads it, or a workbook.")
    .argument("<source>", "a source's id, or a source's file")
    .option(
      "-p, --plan <plan>",
      "a plan (id or file) whose agencies are filled in, where each has a row; without it the one of chitieu.yaml",
    )
    .option("-o, --output <file>", "a new file, .csv or .xlsx; without it CSV goes to standard output")
    .addOption(languageOption())
    .action(async (source: string, options: TemplateOptions) => {
      const { runSourceTemplate } = await import("./run-source-template.ts");
      exit(await runSourceTemplate(source, options, io));
    });
}

function detectCommand(io: Io, exit: (code: number) => void): Command {
  const command = new Command("detect")
    .description("Says which source each file is and why, or which came nearest and what the file lacks.")
    .argument("[data...]", "files, folders or patterns of exports; - is standard input");
  return withSourceOptions(withDataOptions(command))
    .addHelpText("after", "\nExit codes: 0 every file is recognised · 2 wrong usage or definitions · 3 one is not")
    .action(async (data: string[], options: DetectOptions) => {
      const { runSourceDetect } = await import("./run-source-detect.ts");
      exit(await runSourceDetect(data, options, io));
    });
}

function withSourceOptions(command: Command): Command {
  return command
    .addOption(new Option("-f, --format <format>", "how it is written").choices(["text", "json"]).default("text"))
    .addOption(languageOption());
}
