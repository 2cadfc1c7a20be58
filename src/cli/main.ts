import { Command, CommanderError } from "commander";
import { EXIT_CODES } from "../exit-code.ts";
import { checkCommand } from "./check-command.ts";
import { completionCommand } from "./completion-command.ts";
import { explainCommand } from "./explain-command.ts";
import { diffCommand } from "./diff-command.ts";
import { SIGNALS } from "./interrupted.ts";
import type { Interrupted } from "./interrupted.ts";
import type { Io } from "./io.ts";
import { planCommand } from "./plan-command.ts";
import { sourceCommand } from "./source-command.ts";
import { trendCommand } from "./trend-command.ts";
import { unitsCommand } from "./units-command.ts";
import { validateCommand } from "./validate-command.ts";
import { version } from "../version.ts";

export type { Io } from "./io.ts";
export { processIo } from "./process-io.ts";

/** Commands that are run without the others being there; help, completion and what is misspelt ask about all. */
const ALONE: ReadonlyMap<string, (io: Io, exit: (code: number) => void) => Command> = new Map([
  ["check", checkCommand],
  ["validate", validateCommand],
  ["explain", explainCommand],
  ["trend", trendCommand],
  ["diff", diffCommand],
  ["units", unitsCommand],
  ["plan", planCommand],
  ["source", sourceCommand],
]);

/** Runs the program: arguments in, exit code out. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = new Command("chitieu")
    .description("Exact pass or fail for the targets of a government plan, from the exports that hold the counts.")
    .version(version, "-V, --version", "print the version")
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      // What is wrong is said in the language asked for (report-wrong-usage.ts).
      outputError: () => {},
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
    })
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .exitOverride();
  const alone = ALONE.get(argv[0] ?? "");
  const commands = (alone === undefined ? [...ALONE.values(), completionCommand] : [alone]).map((commandOf) =>
    commandOf(io, (exitCode) => (code = exitCode)),
  );
  if (asksForHelp(argv, commands)) await (await import("./speak-help.ts")).speakHelp(program, argv, io);
  for (const command of commands) {
    command.copyInheritedSettings(program);
    for (const inner of command.commands) inner.copyInheritedSettings(program);
    program.addCommand(command);
  }
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return EXIT_CODES["none-missed"];
    }
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT_CODES["none-missed"];
      // A command of several that is named alone: its help has been printed.
      if (error.code === "commander.help") return EXIT_CODES["wrong-usage"];
      const { reportWrongUsage } = await import("./report-wrong-usage.ts");
      return reportWrongUsage(error, { argv, program }, io);
    }
    if (error instanceof Error && error.name === "AbortError")
      return (error as Partial<Interrupted>).exitCode ?? SIGNALS.SIGINT;
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr(
      `chitieu ${version}, Node ${process.version}: a bug. Please report it with the command and what follows.\n${stack}\n`,
    );
    return EXIT_CODES.bug;
  }
}

/** Whether help may be all that is asked for; commands of several answer with it where none of theirs is named. */
function asksForHelp([word, ...rest]: readonly string[], commands: readonly Command[]): boolean {
  if (word === undefined || [word, ...rest].some((argument) => HELP.has(argument))) return true;
  return rest.length === 0 && commands.some((one) => one.name() === word && one.commands.length > 0);
}

const HELP: ReadonlySet<string> = new Set(["-h", "--help", "help"]);
