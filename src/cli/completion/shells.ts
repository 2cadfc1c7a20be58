import type { ShellName } from "../completion-command.ts";
import type { Completion } from "./complete-line.ts";
import { unquote } from "./unquote.ts";

/** How a shell asks, and wants to be answered. Its script shares nothing else with the program. */
interface Shell {
  readonly load: () => Promise<{ readonly text: string }>;
  /** A word as the shell's script hands it over, without the marks of its quoting. */
  readonly wordOf: (word: string) => string;
  /** A line that says what follows, then a line for each candidate. Nothing, where nothing can be completed. */
  readonly write: (completion: Completion) => readonly string[];
}

export const SHELLS = {
  bash: {
    load: () => import("./chitieu.bash"),
    wordOf: unquote,
    write: ({ candidates }) => candidates.map(({ value }) => value),
  },
  zsh: {
    load: () => import("./chitieu.zsh"),
    wordOf: (word) => word,
    write: ({ candidates }) =>
      candidates.map(({ value, description }) => [value, description].filter(Boolean).join("\t")),
  },
  powershell: {
    load: () => import("./chitieu.ps1"),
    wordOf: (word) => word,
    // The whole word is replaced; the text of a list and of its tip must not be empty.
    write: ({ candidates, kept }) =>
      candidates.map(({ value, description }) => `${quoted(kept + value)}\t${value}\t${description || value}`),
  },
} as const satisfies Record<ShellName, Shell>;

function quoted(text: string): string {
  return /^[\p{L}\d._=/\\:-]+$/u.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
