import { Argument, Command, Option } from "commander";
import type { Io } from "./io.ts";

export const SHELL_NAMES = ["bash", "zsh", "powershell"] as const;
export type ShellName = (typeof SHELL_NAMES)[number];

/** The options of `chitieu completion`, as commander hands them over. */
export interface CompletionOptions {
  /** The words of a command line up to the cursor, with tabs between them, as the shell's script asks. */
  readonly line?: string;
}

/** `chitieu completion`: the script of a shell, and what that script asks at every press of the key. */
export function completionCommand(io: Io, exit: (code: number) => void): Command {
  return new Command("completion")
    .summary("a script that lets a shell complete commands, options and ids")
    .description("Prints the script by which a shell completes commands, options, and ids of plans and sources.")
    .addArgument(new Argument("<shell>", "the shell").choices([...SHELL_NAMES]))
    .addOption(new Option("--line <line>", "what the script asks").hideHelp())
    .addHelpText("after", HOW)
    .action(async (shell: ShellName, { line }: CompletionOptions, command: Command) => {
      const { runCompletion } = await import("./run-completion.ts");
      exit(await runCompletion(shell, line ?? null, command.parent ?? command, io));
    });
}

const HOW = `
In ~/.bashrc:                    source <(chitieu completion bash)
In ~/.zshrc, after compinit:     source <(chitieu completion zsh)
In PowerShell, in $PROFILE:      chitieu completion powershell | Out-String | Invoke-Expression`;
