import { spawnSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { inFolder } from "./helpers/check-files.ts";

/**
 * Real shells, on a terminal of `script` (that of Linux), into which a user's keys are typed: a line, the key that completes
 * it, and then a command in front of it that shows the words that the shell has made of it. All keys are there before the
 * shell reads the first, so nothing waits for anything.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const [TAB, ALL, HOME, ENTER, CLEAR] = ["\t", "\u0007", "\u0001", "\r", "\u0015"];
const SHOWN = `shown() { printf '{%s}' "$@"; echo; }`;
const SHELLS = {
  bash: {
    command: "bash --noprofile --norc -i",
    start: `bind '"\\C-g": insert-completions'; source <(chitieu completion bash); ${SHOWN}`,
    // bash has taken the word apart at "=", and puts in what follows it.
    each: (prefix: string, [first = "", ...values]: readonly string[]) => [`${prefix}${first}`, ...values],
  },
  zsh: {
    command: "zsh -f -i",
    start: [
      "autoload -U compinit; compinit -u -D; bindkey -e; zle -C all complete-word _generic; bindkey '^G' all",
      "zstyle ':completion:all:*' completer _all_matches _complete; zstyle ':completion:all:*' insert yes",
      `source <(chitieu completion zsh); ${SHOWN}`,
    ].join("; "),
    each: (prefix: string, values: readonly string[]) => values.map((value) => prefix + value),
  },
};

const FILES = {
  "kế hoạch 2026.yaml": "format: chitieu/plan@1\ntitle: Kế hoạch\n",
  "nguồn của Sở.yaml": "format: chitieu/source@1\n",
  "thu/hscv.yaml": "format: chitieu/source@1\n",
  "số liệu/quý 1.csv": "",
  "chitieu.yaml": "plan: [\n",
};

/** The words that the shell has made of each line. */
async function wordsOf(shell: keyof typeof SHELLS, lines: readonly string[]): Promise<string[][]> {
  const { command, start } = SHELLS[shell];
  const typed = [start, ...lines.map((line) => `${line}${HOME}shown ${ENTER}`)];
  return inFolder(FILES, (cwd) => {
    chmodSync(path.join(ROOT, "bin/chitieu.js"), 0o755);
    symlinkSync(path.join(ROOT, "bin/chitieu.js"), path.join(cwd, "chitieu"));
    const { stdout, error } = spawnSync("script", ["-qec", command, "/dev/null"], {
      cwd,
      encoding: "utf8",
      input: `${typed.join("\n")}${CLEAR}exit${ENTER}`,
      env: { PATH: `${cwd}:${process.env["PATH"]}`, HOME: cwd, TERM: "dumb", LC_ALL: "C.UTF-8", PS1: "" },
    });
    if (error !== undefined) throw error;
    const shown = stdout.split(/\r?\n/u).filter((line) => line.startsWith("{chitieu}") || line.startsWith(`{${cwd}`));
    return Promise.resolve(shown.map((line) => line.slice(1, -1).split("}{")));
  });
}

describe.runIf(process.platform === "linux").each(Object.keys(SHELLS) as (keyof typeof SHELLS)[])("%s", (shell) => {
  test("puts in what the word begins", async () => {
    const lines: readonly (readonly [string, readonly string[]])[] = [
      ["chitieu val", ["validate"]],
      ["chitieu plan sh", ["plan", "show"]],
      ["chitieu check --per", ["check", "--period"]],
      ["chitieu check --fail-on no", ["check", "--fail-on", "no-data"]],
      ["chitieu check -p thua", ["check", "-p", "thua-thien-hue-2022"]],
      ["chitieu check --plan=thua", ["check", "--plan=thua-thien-hue-2022"]],
      ["chitieu check -p kế", ["check", "-p", "kế hoạch 2026.yaml"]],
      [String.raw`chitieu check -p kế\ ho`, ["check", "-p", "kế hoạch 2026.yaml"]],
      [`chitieu check -p "kế ho`, ["check", "-p", "kế hoạch 2026.yaml"]],
      ["chitieu check --source one-stop-d", ["check", "--source", "one-stop-dossiers="]],
      ["chitieu check --source ngu", ["check", "--source", "nguồn của Sở.yaml="]],
      [`chitieu check --source th${TAB}h`, ["check", "--source", "thu/hscv.yaml="]],
      ["chitieu explain -p gia-lai-2023 ind", ["explain", "-p", "gia-lai-2023", "index-rank"]],
      ["chitieu check --period 2", ["check", "--period", "2"]],
      ["~/chitieu val", ["validate"]],
    ];
    const found = await wordsOf(
      shell,
      lines.map(([line]) => `${line}${TAB}`),
    );
    expect(found.map(([, ...words]) => words)).toEqual(lines.map(([, words]) => words));
  });

  test("completes the names of files itself", async () => {
    const file = "số liệu/quý 1.csv";
    const lines: readonly (readonly [string, readonly string[]])[] = [
      [`chitieu check số${TAB}q`, [file]],
      [`chitieu check "số${TAB}q`, [file]],
      [`chitieu check --source one-stop-dossiers=số${TAB}q`, ["--source", `one-stop-dossiers=${file}`]],
      [`chitieu check --source=one-stop-dossiers=số${TAB}q`, [`--source=one-stop-dossiers=${file}`]],
      [`chitieu check -o json:số${TAB}q`, ["-o", `json:${file}`]],
      [`chitieu check --period-of 2022-Q1=số${TAB}q`, ["--period-of", `2022-Q1=${file}`]],
    ];
    const found = await wordsOf(
      shell,
      lines.map(([line]) => `${line}${TAB}`),
    );
    expect(found.map(([, , ...words]) => words)).toEqual(lines.map(([, words]) => words));
  });

  test("offers all that may stand there", async () => {
    const found = await wordsOf(shell, [`chitieu check --by ${ALL}`, `chitieu check --by=${ALL}`]);
    const values = ["level", "plan", "unit"];
    const [alone = [], joined = []] = found.map(([, , ...words]) => words);
    expect(alone.slice(0, 1)).toEqual(["--by"]);
    expect(alone.slice(1).sort()).toEqual(values);
    expect(joined.sort()).toEqual(SHELLS[shell].each("--by=", values).sort());
  });
});
