import { Option } from "commander";
import type { Command } from "commander";
import { ENCODINGS } from "../model.ts";
import type { Encoding } from "../model.ts";

/** The options that say what exports are, as commander hands them over. */
export interface DataOptions {
  readonly source?: readonly string[];
  readonly periodOf?: readonly string[];
  readonly encoding?: Encoding;
}

/** Adds them to a command that reads exports. */
export function withDataOptions(command: Command): Command {
  return command
    .option("--source <source=file>", "which source a file is: a shipped id or a source's file (repeatable)", collect)
    .option("--period-of <period=file>", "which period a file is for (repeatable)", collect)
    .addOption(
      new Option("--encoding <encoding>", "of text files without a Unicode mark; utf-8 unless said otherwise").choices([
        ...ENCODINGS,
      ]),
    );
}

/** An option that may be repeated takes one value each time. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
