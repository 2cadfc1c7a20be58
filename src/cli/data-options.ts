import type { Command } from "commander";
import { ENCODINGS } from "../model.ts";

/** The options that say what exports are, as commander hands them over. */
export interface DataOptions {
  readonly source?: readonly string[];
  readonly periodOf?: readonly string[];
  readonly encoding?: readonly string[];
  readonly table?: string;
  readonly timeout?: string;
  readonly hash?: boolean;
  readonly quiet?: boolean;
}

/** Adds them to a command that reads exports. */
export function withDataOptions(command: Command): Command {
  return command
    .option(
      "--source <source=file>",
      "which source a file is: a shipped id or a source's file; of a database without =FILE (repeatable)",
      collect,
    )
    .option("--period-of <period=file>", "which period a file is for (repeatable)", collect)
    .option(
      "--encoding <encoding>",
      `of text without a Unicode mark, or as encoding=file of some files: ${ENCODINGS.join(", ")} (repeatable)`,
      collect,
    )
    .option("--table <table>", "of a database among the data (postgres://…, clickhouse://…)")
    .option("--timeout <seconds>", "how long a database may take for an answer; 600 unless said otherwise");
}

/** Of commands whose documents say what they were made from. */
export const HASH = [
  "--hash",
  "the SHA-256 of inputs above 256 MiB too, in formats that say what they were made from",
] as const;
export const NO_HASH = ["--no-hash", "of smaller ones alone"] as const;

/** An option that may be repeated takes one value each time. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
