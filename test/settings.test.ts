import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { checkCommand } from "../src/cli/check-command.ts";
import { diffCommand } from "../src/cli/diff-command.ts";
import { explainCommand } from "../src/cli/explain-command.ts";
import { planCommand } from "../src/cli/plan-command.ts";
import { SETTINGS } from "../src/cli/settings.ts";
import { sourceCommand } from "../src/cli/source-command.ts";
import { trendCommand } from "../src/cli/trend-command.ts";
import { unitsCommand } from "../src/cli/units-command.ts";
import { validateCommand } from "../src/cli/validate-command.ts";
import { DOCUMENT_FORMATS } from "../src/config/document-formats.ts";
import { DIFF_FORMATS } from "../src/diff/formats.ts";
import { EXPLAIN_FORMATS } from "../src/explain/formats.ts";
import { FINDINGS_FORMATS } from "../src/findings/formats.ts";
import { LINT_FORMATS } from "../src/lint/formats.ts";
import { FORMATS } from "../src/report/formats.ts";
import { TREND_FORMATS } from "../src/trend/formats.ts";
import { inFolder } from "./helpers/check-files.ts";
import { countsCsv, LEVELS, ratioPlan } from "./helpers/plan-yaml.ts";
import { runCli } from "./helpers/run-cli.ts";

const io = {
  stdout: () => undefined,
  stderr: () => undefined,
  readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
  dataRead: () => undefined,
  cwd: ".",
  env: {},
  colours: () => false,
  width: 80,
};
const commandOf = (build: typeof checkCommand) => build(io, () => undefined);
const COMMANDS: Readonly<Record<string, Command | undefined>> = {
  check: commandOf(checkCommand),
  validate: commandOf(validateCommand),
  explain: commandOf(explainCommand),
  trend: commandOf(trendCommand),
  diff: commandOf(diffCommand),
  lint: commandOf(planCommand).commands.find((command) => command.name() === "lint"),
  units: commandOf(unitsCommand),
  ...Object.fromEntries(commandOf(sourceCommand).commands.map((command) => [`source ${command.name()}`, command])),
};

/** What is asked of one run alone has no key; a table of a database is named under `databases`. */
const OF_ONE_RUN = new Set(["--unit", "--level", "--all", "--show-config", "--table"]);
/** A new file, and whether people or programs ask what is known: of commands that answer with no document. */
const OF_ONE_ANSWER = new Set(["--output", "--format"]);
const hasDocument = (name: string) => name in DOCUMENT_FORMATS;

interface SchemaOf {
  readonly properties?: Readonly<Record<string, SchemaOf>>;
  readonly enum?: readonly unknown[];
}
const schema = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../schema/config.schema.json"), "utf8"),
) as SchemaOf;
const schemaOf = (key: string) =>
  key.split(".").reduce<SchemaOf | undefined>((inner, part) => inner?.properties?.[part], schema);

describe.each(Object.entries(COMMANDS))("every option of %s", (name, command) => {
  const options = (command?.options ?? []).filter(
    ({ long }) => !OF_ONE_RUN.has(long ?? "") && (hasDocument(name) || !OF_ONE_ANSWER.has(long ?? "")),
  );

  test.each(options.map((option) => [option.long ?? "", option] as const))("%s has its key", (long, option) => {
    const [key, setting] = Object.entries(SETTINGS).find(([, { flag }]) => flag === long.replace("--no-", "--")) ?? [];
    expect(setting?.option).toBe(option.attributeName());
    const section = setting !== undefined && "apart" in setting && name !== "check" ? `${name}.${key}` : (key ?? "");
    expect(schemaOf(section), section).toBeDefined();
    if (option.argChoices !== undefined) expect(schemaOf(section)?.enum).toEqual(option.argChoices);
    expect(option.defaultValue, "the default stands in SETTINGS").toBeUndefined();
  });
});

test("every key is that of an option, or of what has none", () => {
  const keys = Object.entries(schema.properties ?? {}).flatMap(([key, { properties }]) =>
    properties !== undefined && key in COMMANDS ? Object.keys(properties).map((inner) => `${key}.${inner}`) : [key],
  );
  const withOption = Object.entries(SETTINGS).flatMap(([key, setting]) => [
    key,
    ...("apart" in setting ? Object.keys(setting.apart).map((command) => `${command}.${key}`) : []),
  ]);
  expect(keys.filter((key) => !withOption.includes(key))).toEqual(["data", "sources", "databases", "report"]);
  expect(withOption.filter((key) => !keys.includes(key))).toEqual(["lint.outputs"]);
});

test("the formats are those of the registries", () => {
  const registries = {
    check: FORMATS,
    validate: FINDINGS_FORMATS,
    explain: EXPLAIN_FORMATS,
    trend: TREND_FORMATS,
    diff: DIFF_FORMATS,
    lint: LINT_FORMATS,
  };
  const extensions = Object.entries(registries).map(([command, formats]) => [
    command,
    Object.fromEntries(Object.entries(formats).map(([name, { extension }]) => [name, extension])),
  ]);
  expect(DOCUMENT_FORMATS).toEqual(Object.fromEntries(extensions));
});

const FILES = {
  "plan.yaml": ratioPlan({ "at-least": "50%" }),
  "data/a.csv": countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,2", "2022-Q2,,,n,1", "2022-Q2,,,d,9"),
};
const CONFIG = "plan: plan.yaml\ndata: data\n";

function run(config: string, argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return inFolder({ ...FILES, ...more, "chitieu.yaml": CONFIG + config }, (cwd) => runCli(argv, { cwd }));
}

describe("an option that chitieu.yaml says", () => {
  test.each<[string, string, string[], object]>([
    ["period", "period: 2022-Q1\n", ["check"], { exit: 0 }],
    ["period, against the command line", "period: 2022-Q1\n", ["check", "--period", "2022-Q2"], { exit: 1 }],
    [
      "window",
      "period: 2022-Q2\nwindow: period\n",
      ["check", "-f", "csv"],
      { stdout: expect.stringContaining("11.11") },
    ],
    ["fail-on", "fail-on: never\n", ["check"], { exit: 0 }],
    ["fail-on, against the command line", "fail-on: never\n", ["check", "--fail-on", "missed"], { exit: 1 }],
    ["format", "format: csv\n", ["check"], { stdout: expect.stringContaining("rate,") }],
    [
      "format, against the command line",
      "format: csv\n",
      ["check", "-f", "json"],
      { stdout: expect.stringMatching(/^\{/) },
    ],
    [
      "of another command",
      "format: csv\ntrend: { format: json }\n",
      ["trend"],
      { stdout: expect.stringMatching(/^\{/) },
    ],
    ["of check, for another command", "format: csv\n", ["trend"], { stdout: expect.not.stringContaining("rate,") }],
    ["lint's fail-on", "lint: { fail-on: warning }\n", ["plan", "lint"], { exit: 5 }],
    ["validate's fail-on", "validate: { fail-on: warning }\n", ["validate"], { exit: 0 }],
  ])("%s", async (_, config, argv, expected) => {
    expect(await run(config, argv)).toMatchObject(expected);
  });

  test("keep-going and color, each way", async () => {
    const broken = { "data/b.csv": countsCsv("2022-Q3,,,m,x") };
    const refused = await run("", ["check", "-f", "json"], broken);
    const gone = await run("keep-going: true\n", ["check", "-f", "json"], broken);
    const back = await run("keep-going: true\n", ["check", "-f", "json", "--no-keep-going"], broken);
    const results = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as { results: unknown[] }).results.length;
    expect([refused, gone, back].map(results)).toEqual([0, 1, 0]);
    await inFolder({ ...FILES, "chitieu.yaml": `${CONFIG}color: false\n` }, async (cwd) => {
      expect((await runCli(["check"], { cwd, colour: true })).stdout).not.toContain("\u001B[");
      expect((await runCli(["check", "--color"], { cwd, colour: true })).stdout).toContain("\u001B[");
    });
  });

  test("outputs are written from the folder of the config, and -o takes their place", async () => {
    const files = { ...FILES, "chitieu.yaml": `${CONFIG}outputs: [ket-qua.json, csv:ket-qua]\n` };
    await inFolder(files, async (folder) => {
      await runCli(["check"], { cwd: path.join(folder, "data") });
      expect(JSON.parse(readFileSync(path.join(folder, "ket-qua.json"), "utf8"))).toMatchObject({ exit: { code: 1 } });
      expect(readFileSync(path.join(folder, "ket-qua"), "utf8")).toContain("rate,");
    });
    await inFolder(files, async (folder) => {
      await runCli(["check", "-o", "khac.json"], { cwd: folder });
      expect(() => readFileSync(path.join(folder, "ket-qua.json"))).toThrow(/ENOENT/);
    });
  });

  test("says which source and which period files are for, and how they are encoded", async () => {
    const source =
      "format: chitieu/source@1\nid: own\nrows: unit\ncolumns: { unit: { header: [Đơn vị] }, n: { header: [A], type: count }, d: { header: [B], type: count } }\nmeasures: { n: n, d: d }\n";
    const files = {
      "plan.yaml": ratioPlan({ "at-least": "50%" }),
      "own.yaml": source,
      "data/x.csv": Buffer.from("Đơn vị,A,B\nSở,1,2\n", "utf16le"),
      "chitieu.yaml": `${CONFIG}source-of: { ./own.yaml: data/x.csv }\nperiod-of: { 2022-Q2: [data/x.csv] }\nencoding: { utf-16le: data/x.csv }\n`,
    };
    const { stdout, stderr, exit } = await inFolder(files, (cwd) => runCli(["check", "-f", "json"], { cwd }));
    expect(stderr).toBe("");
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      period: "2022-Q2",
      inputs: [{ source: "own", period: "2022-Q2", encoding: "utf-16le" }],
    });
  });

  describe("of commands without a document of their own", () => {
    const own =
      "format: chitieu/source@1\nid: own\nrows: unit\ncolumns: { unit: { header: [Đơn vị] }, n: { header: [A], type: count } }\nmeasures: { n: n }\n";
    const files = {
      "plan.yaml": ratioPlan({ xa: { "at-least": "50%" } }, { levels: LEVELS, units: "units.csv" }),
      "other.yaml": ratioPlan({ "at-least": "50%" }),
      "units.csv": "code,name,level\nX1,Xã Một,xa\n",
      "own.yaml": own,
      "x.csv": Buffer.from("Đơn vị,A\nXã Một,1\nXã Hai,2\n", "utf16le"),
      "chitieu.yaml":
        "plan: plan.yaml\nsource-of: { ./own.yaml: x.csv }\nperiod-of: { 2022-Q2: x.csv }\nencoding: { utf-16le: x.csv }\n",
    };
    const runIn = (argv: readonly string[]) => inFolder(files, (cwd) => runCli([...argv, "--lang", "en"], { cwd }));

    test("units reads what the config says, for its plan", async () => {
      const { stdout, exit } = await runIn(["units", "x.csv"]);
      expect(exit).toBe(0);
      expect(stdout).toContain("X1,Xã Một,xa");
      expect(stdout).toContain("Xã Hai");
      expect((await runIn(["units", "x.csv", "-p", "other.yaml"])).stdout).not.toContain("X1");
    });

    test("source detect reads what the config says", async () => {
      const { stdout, exit } = await runIn(["source", "detect", "x.csv"]);
      expect(exit).toBe(0);
      expect(stdout).toContain("x.csv: own");
      expect(stdout).toContain("Quarter II/2022");
      const other = await runIn(["source", "detect", "x.csv", "--period-of", "2022-Q3=x.csv"]);
      expect(other.stdout).toContain("Quarter III/2022");
    });

    test("source template fills in the agencies of its plan", async () => {
      expect((await runIn(["source", "template", "own.yaml"])).stdout).toContain("Xã Một");
      expect((await runIn(["source", "template", "own.yaml", "-p", "other.yaml"])).stdout).not.toContain("Xã Một");
    });
  });

  test.each([
    ["an unknown key", "fail_on: never\n", "chitieu.yaml:3:1", "[key-unknown]", "fail-on"],
    ["an unknown key of a section", "validate: { fail-onn: never }\n", "chitieu.yaml:3:13", "[key-unknown]", "fail-on"],
    ["a value that is none", "window: quarter\n", "chitieu.yaml:3:9", "[value-wrong]", "year-to-date"],
    ["a day that is none", "as-of: 2022-02-30\n", "chitieu.yaml:3:8", "[value-wrong]", "2022"],
    ["a file whose format nobody knows", "outputs: [a.pdf]\n", "chitieu.yaml:3:11", "[value-wrong]", "docx"],
    ["a format of another command", "trend: { format: docx }\n", "chitieu.yaml:3:18", "[value-wrong]", "csv"],
    ["no period", "period-of: { Q7: a.csv }\n", "chitieu.yaml:3:14", "[value-wrong]", "2022"],
  ])("%s is exit 2", async (_, config, place, code, hint) => {
    const { stderr, exit } = await run(config, ["check", "--lang", "en"]);
    expect(stderr).toContain(`${place}: error`);
    expect(stderr).toContain(code);
    expect(stderr).toContain(hint);
    expect(exit).toBe(2);
  });
});

describe("the language of a command without a document is that of its plan", () => {
  const files = {
    ...FILES,
    "vi.yaml": ratioPlan({ "at-least": "50%" }, { language: "vi" }),
    "en.yaml": ratioPlan({ "at-least": "50%" }, { language: "en" }),
    "wrong.yaml": ratioPlan({ "at-least": "50" }, { language: "vi" }),
    "chitieu.yaml": "plan: vi.yaml\ndata: data\n",
  };
  test.each<[string[], string]>([
    [["plan", "show"], "Mã: thu"],
    [["plan", "show", "en.yaml"], "Id: thu"],
    [["plan", "show", "vi.yaml", "--lang", "en"], "Id: thu"],
    [["plan", "lint"], "1 kế hoạch"],
    [["plan", "lint", "en.yaml", "vi.yaml"], "2 plans"],
    [["plan", "lint", "wrong.yaml", "en.yaml"], "2 kế hoạch"],
    [["plan", "list"], "chỉ tiêu"],
    [["source", "detect"], "Kỳ báo cáo"],
    [["units"], "0 đơn vị"],
    [["check", "--show-config"], "mặc định"],
  ])("%j", async (argv, said) => {
    const { stdout, stderr } = await inFolder(files, (cwd) => runCli(argv, { cwd, env: { LANG: "en_US.UTF-8" } }));
    expect(stdout + stderr).toContain(said);
  });
});

describe("check --show-config", () => {
  const config = "# của Sở\nfail-on: no-data\nreport:\n  agency: SỞ A\n";
  const settingsIn = (stdout: string) => {
    const { settings } = JSON.parse(stdout) as {
      settings: { key: string; value: unknown; from: string; line: unknown }[];
    };
    return Object.fromEntries(settings.map(({ key, value, from, line }) => [key, [value, from, line]]));
  };

  test("says what holds, and who says so", async () => {
    const { stdout, exit } = await run(config, ["check", "--show-config", "-f", "json", "--by", "unit"]);
    expect(exit).toBe(0);
    expect(settingsIn(stdout)).toMatchObject({
      plan: ["plan.yaml", "config", 1],
      data: [["data"], "config", 2],
      "fail-on": ["no-data", "config", 4],
      by: ["unit", "command-line", null],
      window: ["year-to-date", "default", null],
      format: ["json", "command-line", null],
      period: [null, "default", null],
      "report.agency": ["SỞ A", "config", 6],
    });
  });

  test("names tables in databases, without a password", async () => {
    const database =
      "databases:\n  hoso: { url: postgres://reader@10.0.0.5/onestop, table: dossiers, password-from: MK }\n";
    const { stdout } = await run(database, ["check", "--show-config", "-f", "json"]);
    expect(settingsIn(stdout)["databases.hoso"]).toEqual([
      ["postgres://reader@10.0.0.5/onestop", "dossiers"],
      "config",
      4,
    ]);
  });

  test("reads no exports, and writes nothing", async () => {
    const { stdout, exit } = await run(`${config}outputs: [a.json]\n`, [
      "check",
      "none.csv",
      "--show-config",
      "--lang",
      "en",
    ]);
    expect(stdout).toContain("none.csv");
    expect(stdout).toContain("chitieu.yaml:4:1");
    expect(exit).toBe(0);
  });

  test("without a config, and with one that is wrong", async () => {
    await inFolder({ "a.csv": "" }, async (cwd) => {
      expect((await runCli(["check", "--show-config", "--lang", "en"], { cwd })).stdout).toContain("no chitieu.yaml");
    });
    const { stderr, exit } = await run("fail-onn: never\n", ["check", "--show-config"]);
    expect(stderr).toContain("[key-unknown]");
    expect(exit).toBe(2);
  });
});
