import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { version } from "../src/version.ts";
import { runCli } from "./helpers/run-cli.ts";
import type { Run } from "./helpers/run-cli.ts";

/**
 * A case is a folder in fixtures/cases: `command.txt` with the arguments, the files of its working folder, `stdin`
 * where there is one, and what is expected. A case without files of its own runs at the root of the repository.
 * `UPDATE_CASES=1 npx vitest run test/cases.test.ts` rewrites what is expected; read the diff.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const CASES = path.join(ROOT, "fixtures/cases");
const EXPECTED = ["stdout", "stderr", "exit"] as const;
const ASIDE = new Set(["command.txt", "stdin", ...EXPECTED.map((part) => `expected.${part}`)]);
const WIDTH = 80;
const updating = process.env["UPDATE_CASES"] === "1";

/** Arguments by spaces; those with a space in them stand in double quotes. */
function argumentsOf(folder: string): string[] {
  const line = readFileSync(path.join(folder, "command.txt"), "utf8").trim();
  return (line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((argument) => argument.replaceAll('"', ""));
}

async function runCase(folder: string, colour = false): Promise<Run> {
  const names = readdirSync(folder);
  const files = names.filter((name) => !ASIDE.has(name));
  const stdin = names.includes("stdin") ? readFileSync(path.join(folder, "stdin")) : "";
  const terminal = { stdin, width: WIDTH, colour };
  if (files.length === 0) return runCli(argumentsOf(folder), { ...terminal, cwd: ROOT });
  const cwd = mkdtempSync(path.join(os.tmpdir(), "chitieu"));
  try {
    for (const file of files) cpSync(path.join(folder, file), path.join(cwd, file), { recursive: true });
    return await runCli(argumentsOf(folder), { ...terminal, cwd });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** What is compared: a release is no difference. */
function comparable({ stdout, stderr, exit }: Run): Record<(typeof EXPECTED)[number], string> {
  const unversioned = stdout.replaceAll(`"version": "${version}"`, '"version": "0.0.0"');
  return { stdout: unversioned, stderr, exit: `${exit}\n` };
}

describe.each(readdirSync(CASES))("%s", (name) => {
  const folder = path.join(CASES, name);

  test("prints and ends as expected", async () => {
    const found = comparable(await runCase(folder));
    for (const part of EXPECTED) {
      const file = path.join(folder, `expected.${part}`);
      if (updating && found.exit !== "70\n") writeFileSync(file, found[part]);
      expect(found[part]).toBe(readFileSync(file, "utf8"));
    }
  });

  test("colour adds nothing but colour", async () => {
    const [plain, coloured] = [await runCase(folder), await runCase(folder, true)];
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
    expect(stripVTControlCharacters(coloured.stderr)).toBe(plain.stderr);
    expect(plain.stdout + plain.stderr).not.toContain("\u001B");
    expect(coloured.exit).toBe(plain.exit);
  });

  if (argumentsOf(folder).includes("json")) {
    test("standard output is one JSON document", async () => {
      const { stdout, exit } = await runCase(folder);
      expect(JSON.parse(stdout)).toMatchObject({ format: "chitieu/assessment@1", exit: { code: exit } });
    });
  } else {
    test("no line of the report is wider than the terminal", async () => {
      const { stdout } = await runCase(folder);
      expect(stdout.split("\n").filter((line) => stringWidth(line) > WIDTH)).toEqual([]);
    });
  }
});
