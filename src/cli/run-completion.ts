import type { Command } from "commander";
import { EXIT_CODES } from "../exit-code.ts";
import type { Completion } from "./completion/complete-line.ts";
import { completeLine } from "./completion/complete-line.ts";
import { meaningsIn } from "./completion/meanings.ts";
import { SHELLS } from "./completion/shells.ts";
import type { ShellName } from "./completion-command.ts";
import type { Io } from "./io.ts";

/** Prints the script of a shell, or answers what it asks of a line. */
export async function runCompletion(shell: ShellName, line: string | null, program: Command, io: Io): Promise<number> {
  if (line === null) io.stdout((await SHELLS[shell].load()).text);
  else io.stdout(await answerTo(line, shell, program, io));
  return EXIT_CODES["no-errors"];
}

/** In the midst of a line nobody wants to hear what is wrong with a file: then nothing is completed. */
async function answerTo(line: string, shell: ShellName, program: Command, io: Io): Promise<string> {
  const { wordOf, write } = SHELLS[shell];
  const [, ...words] = line.split("\t").map(wordOf);
  const completion = await completeLine(program, words, meaningsIn(io)).catch(() => NOTHING);
  const { candidates, files, kept } = completion;
  if (!files && candidates.length === 0) return "";
  const kind = `${files ? "files" : "values"} ${[...kept].length}`;
  return `${[kind, ...write(completion)].map((one) => one.replaceAll(/[\r\n]/g, " ")).join("\n")}\n`;
}

const NOTHING: Completion = { candidates: [], files: false, kept: "" };
