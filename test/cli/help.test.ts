import { describe, expect, test } from "vitest";
import { help } from "../../src/locale/vi/help.ts";
import { inFolder } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const COMMANDS = [
  "check",
  "validate",
  "explain",
  "trend",
  "diff",
  "units",
  "plan",
  "plan list",
  "plan show",
  "plan lint",
  "plan new",
  "source",
  "source list",
  "source show",
  "source template",
  "source detect",
  "completion",
].map((command) => command.split(" "));

/** In one line for each thing, however the terminal would break it. */
const helpOf = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  inFolder({}, async (cwd) => {
    const { stdout, stderr } = await runCli(argv, { cwd, env, width: 1000 });
    return stdout + stderr;
  });

describe("help is said in Vietnamese by the same list of words as in English", () => {
  const all = async (language: string) =>
    Promise.all(
      [["--help"], ...COMMANDS.map((command) => [...command, "--help"])].map((argv) =>
        helpOf(argv, { LANG: language }),
      ),
    );

  test("nothing in it is left in English, and no word is left over", async () => {
    const [english, vietnamese] = [(await all("en")).join("\n"), (await all("vi")).join("\n")];
    const said = Object.keys(help).filter((words) => english.includes(words));
    expect(Object.keys(help).filter((words) => !said.includes(words))).toEqual([]);
    const left = said.filter((words) => words.length > 12 && vietnamese.includes(words));
    expect(left).toEqual([]);
  });

  test("every description has its words", async () => {
    for (const text of await all("vi")) {
      // What stands behind a term: an option, an argument or a command, and two spaces.
      const descriptions = [...text.matchAll(/^ {2}\S.*? {2,}(?<said>\S.*)$/gmu)].map(({ groups }) => groups?.["said"]);
      const known = Object.values(help);
      for (const said of descriptions)
        expect(
          known.some((words) => said === words || said?.startsWith(`${words} (`)),
          said,
        ).toBe(true);
    }
  });
});

test.each<[string, string[], Record<string, string>, string]>([
  ["by the option", ["check", "--help", "--lang", "vi"], {}, "Cách dùng:"],
  ["by the system", ["--help"], { LANG: "vi_VN.UTF-8" }, "Cách dùng:"],
  ["without a command", [], { LANG: "vi_VN.UTF-8" }, "Cách dùng:"],
  ["of a command with others", ["plan"], { LANG: "vi_VN.UTF-8" }, "Cách dùng:"],
  ["by the option, against the system", ["check", "-h", "--lang", "en"], { LANG: "vi_VN.UTF-8" }, "Usage:"],
  ["where nothing says it", ["help", "check"], {}, "Usage:"],
])("the language of help: %s", async (_, argv, env, start) => {
  expect((await helpOf(argv, env)).startsWith(start)).toBe(true);
});

test("chitieu.yaml says it too", async () => {
  await inFolder({ "chitieu.yaml": "language: vi\n" }, async (cwd) => {
    expect((await runCli(["check", "--help"], { cwd })).stdout).toContain("Mã thoát: 0");
  });
});
