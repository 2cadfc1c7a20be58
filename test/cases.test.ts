import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { version } from "../src/version.ts";
import { argumentsOf, CASE_WIDTH, runCase } from "./helpers/run-case.ts";
import type { Run } from "./helpers/run-cli.ts";

/**
 * A case is a folder in fixtures/cases: `command.txt` with the arguments, the files of its working folder, `stdin`
 * where there is one, and what is expected. A case without files of its own runs at the root of the repository.
 * `UPDATE_CASES=1 npx vitest run test/cases.test.ts` rewrites what is expected; read the diff.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const CASES = path.join(ROOT, "fixtures/cases");
const EXPECTED = ["stdout", "stderr", "exit"] as const;
/** The documents of the commands that write one. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  check: "chitieu/assessment@1",
  validate: "chitieu/validation@1",
  explain: "chitieu/explanation@1",
  trend: "chitieu/trend@1",
  diff: "chitieu/diff@1",
};
const updating = process.env["UPDATE_CASES"] === "1";

/** What is compared: a release is no difference. */
function comparable({ stdout, stderr, exit }: Run): Record<(typeof EXPECTED)[number], string> {
  const unversioned = stdout.replaceAll(`"version": "${version}"`, '"version": "0.0.0"');
  return { stdout: unversioned, stderr, exit: `${exit}\n` };
}

describe.each(readdirSync(CASES))("%s", (name) => {
  const folder = path.join(CASES, name);

  test("prints and ends as expected", async () => {
    const found = comparable(await runCase(folder, { root: ROOT }));
    for (const part of EXPECTED) {
      const file = path.join(folder, `expected.${part}`);
      if (updating && found.exit !== "70\n") writeFileSync(file, found[part]);
      expect(found[part]).toBe(readFileSync(file, "utf8"));
    }
  });

  test("colour adds nothing but colour", async () => {
    const [plain, coloured] = [
      await runCase(folder, { root: ROOT }),
      await runCase(folder, { root: ROOT, colour: true }),
    ];
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
    expect(stripVTControlCharacters(coloured.stderr)).toBe(plain.stderr);
    expect(plain.stdout + plain.stderr).not.toContain("\u001B");
    expect(coloured.exit).toBe(plain.exit);
  });

  const [command = "", ...rest] = argumentsOf(folder);
  const format = DOCUMENTS[command];
  if (rest.includes("json")) {
    test("standard output is one JSON document", async () => {
      const { stdout, exit } = await runCase(folder, { root: ROOT });
      expect(JSON.parse(stdout)).toMatchObject(format === undefined ? {} : { format, exit: { code: exit } });
    });
  } else if (["check", "explain", "trend", "diff"].includes(command) && !rest.includes("-f")) {
    test("no line of the report is wider than the terminal", async () => {
      const { stdout } = await runCase(folder, { root: ROOT });
      expect(stdout.split("\n").filter((line) => stringWidth(line) > CASE_WIDTH)).toEqual([]);
    });
  }
});
