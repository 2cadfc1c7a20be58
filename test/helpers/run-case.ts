import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runCli } from "./run-cli.ts";
import type { Run } from "./run-cli.ts";

/** The width at which cases are printed. */
export const CASE_WIDTH = 80;

export interface CaseOptions {
  /** Where a case without files of its own runs. */
  readonly root: string;
  readonly colour?: boolean;
  /** Arguments after those of the case. */
  readonly more?: readonly string[];
}

/** Arguments by spaces; those with a space in them stand in double quotes. */
export function argumentsOf(folder: string): string[] {
  const line = readFileSync(path.join(folder, "command.txt"), "utf8").trim();
  return (line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((argument) => argument.replaceAll('"', ""));
}

/**
 * Runs a case: a folder with `command.txt`, the files of its working folder, and `stdin` where there is one. What is
 * expected of it (`expected.…`) stays out of the working folder.
 */
export async function runCase(folder: string, { root, colour = false, more = [] }: CaseOptions): Promise<Run> {
  const names = readdirSync(folder);
  const files = names.filter((name) => name !== "command.txt" && name !== "stdin" && !name.startsWith("expected."));
  const stdin = names.includes("stdin") ? readFileSync(path.join(folder, "stdin")) : "";
  const argv = [...argumentsOf(folder), ...more];
  const terminal = { stdin, width: CASE_WIDTH, colour };
  if (files.length === 0) return runCli(argv, { ...terminal, cwd: root });
  const cwd = mkdtempSync(path.join(os.tmpdir(), "chitieu"));
  try {
    for (const file of files) cpSync(path.join(folder, file), path.join(cwd, file), { recursive: true });
    return await runCli(argv, { ...terminal, cwd });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
