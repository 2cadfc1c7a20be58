import path from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./helpers/check-files.ts";
import type { Files } from "./helpers/check-files.ts";
import { countsCsv, ratioPlan } from "./helpers/plan-yaml.ts";
import { runCli } from "./helpers/run-cli.ts";
import type { Terminal } from "./helpers/run-cli.ts";

const FILES = {
  "plan.yaml": ratioPlan({ "at-least": "50%" }),
  "data/q1.csv": countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,2"),
  "data/q2.csv": countsCsv("2022-Q2,,,n,1", "2022-Q2,,,d,9"),
};
const CONFIG = "plan: plan.yaml\ndata: [data]\n";

function run(files: Files, argv: readonly string[], { cwd = ".", ...terminal }: Terminal = {}) {
  return inFolder(files, (folder) => runCli(argv, { ...terminal, cwd: path.join(folder, cwd) }));
}

describe("chitieu.yaml", () => {
  const files = { ...FILES, "chitieu.yaml": CONFIG };

  test("names the plan and the data", async () => {
    expect(await run(files, ["check"])).toMatchObject({ exit: 1, stderr: "" });
  });

  test("may stand above the working folder, and its paths are its own", async () => {
    expect(await run(files, ["check"], { cwd: "data" })).toMatchObject({ exit: 1, stderr: "" });
  });

  test("gives way to the command line", async () => {
    expect(await run(files, ["check", "data/q1.csv"])).toMatchObject({ exit: 0 });
    expect(await run(files, ["check", "--period", "2022-Q1"])).toMatchObject({ exit: 0 });
    expect(await run(files, ["check", "--plan", "none"])).toMatchObject({ exit: 2 });
  });

  test("holds the period and the language", async () => {
    const { stdout, exit } = await run({ ...FILES, "chitieu.yaml": `${CONFIG}period: 2022-Q1\nlanguage: vi\n` }, [
      "check",
    ]);
    expect(stdout).toContain("Quý I/2022");
    expect(exit).toBe(0);
  });

  test.each([
    ["an unknown key", "plann: x\n", "chitieu.yaml:1:1: error", "[key-unknown]"],
    ["a wrong value", "plan: plan.yaml\nperiod: 2022-Q7\n", "chitieu.yaml:2:9: error", "[value-wrong]"],
    ["an encoding that nobody knows", "plan: plan.yaml\nencoding: tcvn\n", "chitieu.yaml:2:11: error", "[value-wrong]"],
    ["no YAML", "plan: [\n", "chitieu.yaml:2:1: error", "[yaml-syntax]"],
  ])("with %s is exit 2", async (_, config, place, code) => {
    const { stderr, exit } = await run({ ...FILES, "chitieu.yaml": config }, ["check"]);
    expect(stderr).toContain(place);
    expect(stderr).toContain(code);
    expect(exit).toBe(2);
  });

  test.each([
    ["plan", "plan: o/hoachh.yaml\ndata: data\n", "chitieu.yaml:1:7: error", "o/hoach.yaml"],
    ["data", "plan: plan.yaml\ndata: [dat]\n", "chitieu.yaml:2:8: error", "data"],
    ["source", "plan: plan.yaml\ndata: data\nsources: o/hscvv.yaml\n", "chitieu.yaml:3:10: error", "o/hscv.yaml"],
    [
      "source for a file",
      "plan: plan.yaml\ndata: data\nsource-of: { count: data/q1.csv }\n",
      "chitieu.yaml:3:14: error",
      "counts",
    ],
    [
      "source for a file, by its own file",
      "plan: plan.yaml\ndata: data\nsource-of: { o/hscvv.yaml: data/q1.csv }\n",
      "chitieu.yaml:3:14: error",
      "o/hscv.yaml",
    ],
    [
      "file of a source",
      "plan: plan.yaml\ndata: data\nsource-of: { counts: [data/q1.csv, data/q1.cvs] }\n",
      "chitieu.yaml:3:36: error",
      "data/q1.csv",
    ],
    [
      "file of a period",
      "plan: plan.yaml\ndata: data\nperiod-of:\n  2022-Q1: dta/q1.csv\n",
      "chitieu.yaml:4:12: error",
      "",
    ],
    [
      "source of a table",
      "plan: plan.yaml\ndata: [kho]\ndatabases: { kho: { url: postgres://x/y, table: t, source: count } }\n",
      "chitieu.yaml:3:60: error",
      "counts",
    ],
  ])("that names a %s that is not there is told where, and what may be meant", async (_, config, place, near) => {
    const own = { "o/hscv.yaml": "format: chitieu/source@1\n", "o/hoach.yaml": "format: chitieu/plan@1\n" };
    const { stderr, exit } = await run({ ...FILES, ...own, "chitieu.yaml": config }, ["check"]);
    expect(stderr).toContain(place);
    if (near !== "") expect(stderr).toContain(`Did you mean “${near}”?`);
    expect(exit).toBe(2);
  });

  describe("says something of a file", () => {
    const other = { ...FILES, "other/q1.csv": countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,2") };
    test.each([
      ["period-of: { 2022-Q1: other/q1.csv }", "chitieu.yaml:3:23", "--period-of"],
      ["encoding: { utf-8: other/q1.csv }", "chitieu.yaml:3:20", "--encoding"],
    ])("that is not among the data: %s", async (line, place, option) => {
      const { stderr, exit } = await run({ ...other, "chitieu.yaml": `${CONFIG}${line}\n` }, ["check"]);
      expect(stderr).toContain(`${place}: error: ${option} names “other/q1.csv”`);
      expect(stderr).toContain("Did you mean “data/q1.csv”?");
      expect(exit).toBe(2);
    });

    test("which the command line names as well: then the config is not to blame", async () => {
      const both = { ...other, "chitieu.yaml": `${CONFIG}period-of: { 2022-Q2: data/q2.csv }\n` };
      const { stderr, exit } = await run(both, ["check", "data/q1.csv", "--period-of", "2022-Q1=data/q2.csv"]);
      expect(stderr).toMatch(/^error: --period-of names “data\/q2\.csv”/u);
      expect(exit).toBe(2);
      const units = await run({ ...both, "chitieu.yaml": "data: [nothing]\n" }, ["units", "nothing", "--lang", "en"]);
      expect(units.stderr).toMatch(/^error: nothing was found/u);
      const plan = await run({ ...both, "chitieu.yaml": "plan: none\ndata: data\n" }, ["check", "-p", "none"]);
      expect(plan.stderr).toMatch(/^error: there is no plan/u);
    });

    test("which a run that reads others need not read", async () => {
      const config = `${CONFIG}period-of: { 2022-Q2: data/q2.csv }\nsource-of: { counts: data/q2.csv }\n`;
      const { stdout, exit } = await run({ ...other, "chitieu.yaml": config }, ["check", "data/q1.csv", "-f", "json"]);
      expect(exit).toBe(0);
      expect((JSON.parse(stdout) as { inputs: object[] }).inputs).toMatchObject([{ file: "data/q1.csv" }]);
    });
  });

  test("that is empty says nothing", async () => {
    const { stderr, exit } = await run({ ...FILES, "chitieu.yaml": "# nothing yet\n" }, ["check", "data"]);
    expect(stderr).toContain("[plan-not-named]");
    expect(exit).toBe(2);
  });

  test("without data, and none on the command line, is exit 2", async () => {
    const { stderr, exit } = await run({ ...FILES, "chitieu.yaml": "plan: plan.yaml\n" }, ["check"]);
    expect(stderr).toContain("[data-not-named]");
    expect(exit).toBe(2);
  });
});

describe("the language: asked for, the config's, the plan's, the system's, English", () => {
  const VI = "Kế hoạch thử\n\nChỉ tiêu";
  const EN = "Kế hoạch thử\n\nIndicator";
  const vietnamese = ratioPlan({ "at-least": "50%" }, { language: "vi" });

  test.each<[string, string, string[], Files, Record<string, string>]>([
    ["asked for", EN, ["--lang", "en"], { "chitieu.yaml": `${CONFIG}language: vi\n` }, { LANG: "vi_VN.UTF-8" }],
    [
      "the config's",
      EN,
      [],
      { "chitieu.yaml": `${CONFIG}language: en\n`, "plan.yaml": vietnamese },
      { LANG: "vi_VN.UTF-8" },
    ],
    ["the plan's", VI, [], { "plan.yaml": vietnamese }, { LANG: "en_US.UTF-8" }],
    ["the system's", VI, [], {}, { LANG: "vi_VN.UTF-8" }],
    ["the system's for messages", VI, [], {}, { LANG: "en_US.UTF-8", LC_ALL: "vi_VN.UTF-8" }],
    ["English", EN, [], {}, {}],
  ])("%s", async (_, heading, argv, files, env) => {
    const { stdout } = await run({ ...FILES, "chitieu.yaml": CONFIG, ...files }, ["check", ...argv], {
      env,
      width: 100,
    });
    expect(stdout).toContain(heading);
  });

  test("machine formats are English unless asked", async () => {
    const files = {
      ...FILES,
      "chitieu.yaml": CONFIG,
      "plan.yaml": vietnamese,
      "data/q3.csv": countsCsv("2022-Q3,,,n,x"),
    };
    const message = async (...argv: string[]) => {
      const { stdout } = await run(files, ["check", "-f", "json", ...argv], { env: { LANG: "vi_VN.UTF-8" } });
      return (JSON.parse(stdout) as { problems: { message: string }[] }).problems[0]?.message;
    };
    expect(await message()).toContain("is not a count");
    expect(await message("--lang", "vi")).toContain("không phải là số đếm");
  });
});

describe("colour", () => {
  const files = { ...FILES, "chitieu.yaml": CONFIG };

  test("where the terminal has it, and not with --no-color", async () => {
    expect((await run(files, ["check"], { colour: true })).stdout).toContain("\u001B[");
    expect((await run(files, ["check", "--no-color"], { colour: true })).stdout).not.toContain("\u001B[");
  });
});
