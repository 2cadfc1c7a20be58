import { readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { placeholderOf } from "../src/cli/completion/complete-line.ts";
import { meaningsIn } from "../src/cli/completion/meanings.ts";
import type { Io } from "../src/cli/io.ts";
import { FAIL_ON } from "../src/model.ts";
import { FORMATS } from "../src/report/formats.ts";
import { inFolder } from "./helpers/check-files.ts";
import type { Files } from "./helpers/check-files.ts";
import { LEVELS, ratioPlan } from "./helpers/plan-yaml.ts";
import { runCli } from "./helpers/run-cli.ts";

const SOURCE =
  "format: chitieu/source@1\nid: own\nrows: unit\ncolumns: { unit: { header: [Đơn vị] }, n: { header: [A], type: count } }\nmeasures: { n: n }\n";
const FILES: Files = {
  "kế hoạch 2026.yaml": `format: chitieu/plan@1\ntitle: "Kế hoạch: 2026"\n`,
  "plan.yaml": ratioPlan({ xa: { "at-least": "50%" } }, { levels: LEVELS, units: "units.csv" }).replace(
    /^\{\n {2}"format": "chitieu\/plan@1",/u,
    "format: chitieu/plan@1",
  ),
  "own.yaml": SOURCE,
  "units.csv": "code,name,level\nX1,Xã Một,xa\nX2,Xã Hai,xa\n",
  "a.csv": "",
};

/** What the script of a shell is told at the end of a line, its words with spaces between them. */
async function answerTo(line: string, { shell = "zsh", files = FILES }: { shell?: string; files?: Files } = {}) {
  const words = ["chitieu", ...line.split(" ")].join("\t");
  const { stdout, stderr, exit } = await inFolder(files, (cwd) =>
    runCli(["completion", shell, "--line", words], { cwd }),
  );
  expect([stderr, exit]).toEqual(["", 0]);
  const [kind, ...candidates] = stdout.split("\n").slice(0, -1);
  return { kind: kind ?? null, candidates };
}
const valuesOf = async (line: string, files: Files = FILES) =>
  (await answerTo(line, { files })).candidates.map((one) => one.split("\t")[0]);

describe("what is completed", () => {
  test.each<[string, readonly string[]]>([
    ["val", ["validate"]],
    ["plan ", ["list", "show", "lint", "new", "help"]],
    ["check --per", ["--period", "--period-of"]],
    ["check a.csv --fail-on ", FAIL_ON],
    ["check --fail-on=no", ["no-data"]],
    ["check -f ", Object.keys(FORMATS)],
    ["check --lang ", ["vi", "en"]],
    ["check -p thua", ["thua-thien-hue-2022"]],
    ["plan lint gia-lai-2023 nat", ["national-digital-transformation-2025"]],
    ["plan new k.yaml --from gia", ["gia-lai-2023"]],
    ["check --source one-stop-d", ["one-stop-dossiers="]],
    ["source show own", ["own.yaml"]],
    ["source list ", ["--format", "--lang", "--help"]],
    ["check --encoding w", ["windows-1258"]],
    ["explain -p gia-lai-2023 index", ["index-rank"]],
    ["explain --plan=gia-lai-2023 -f json index", ["index-rank"]],
    ["completion ", ["bash", "zsh", "powershell"]],
    ["check --period 2", []],
    ["check -p nothing-like-it --period ", []],
    ["nothing ", []],
  ])("%s", async (line, values) => {
    const found = await valuesOf(line);
    expect(found.slice(0, values.length || undefined)).toEqual(values);
  });

  test("plans and sources in the folder are told by what they say, and chitieu.yaml's stand first", async () => {
    expect((await valuesOf("check -p ")).slice(0, 1)).toEqual(["kế hoạch 2026.yaml"]);
    expect(await valuesOf("check -p own")).toEqual([]);
    const files = { ...FILES, "chitieu.yaml": "plan: b/c.yaml\nsources: own.yaml\n" };
    expect((await valuesOf("plan show ", files)).slice(0, 2)).toEqual(["b/c.yaml", "kế hoạch 2026.yaml"]);
    expect(await valuesOf("source show own", files)).toEqual(["own", "own.yaml"]);
  });

  test("sources behind folders are completed folder by folder", async () => {
    const files = { ...FILES, "nguon/a.csv": "", "nguon/cu/b.yaml": SOURCE, "nguon/hscv.yaml": SOURCE };
    expect(await valuesOf("check --source ng", files)).toEqual(["nguon/"]);
    expect(await valuesOf("check --source nguon/", files)).toEqual(["nguon/hscv.yaml=", "nguon/cu/"]);
    expect(await valuesOf("check --source=nguon/cu/b", files)).toEqual(["nguon/cu/b.yaml="]);
    expect(await answerTo("check --source nguon/hscv.yaml=ng", { files })).toEqual({
      kind: "files 16",
      candidates: [],
    });
  });

  test("indicators, levels and units are those of the plan named", async () => {
    const plan = ratioPlan({ xa: { "at-least": "50%" } }, { levels: LEVELS, units: "units.csv" });
    const files = {
      "a b.yaml": plan,
      "units.csv": "code,name,level\nX1,Xã Một,xa\nX2,Xã Hai,xa\n",
      "chitieu.yaml": "plan: a b.yaml\n",
    };
    expect(await valuesOf("explain ", files)).toEqual(["rate"]);
    expect((await answerTo("explain rate --unit ", { files })).candidates).toEqual(["X1\tXã Một", "X2\tXã Hai"]);
    expect(await valuesOf("explain rate --level x", files)).toEqual(["xa"]);
  });

  test("names are in the language of chitieu.yaml", async () => {
    const of = async (files: Files) => (await answerTo("source show counts", { files })).candidates;
    expect(await of({ "chitieu.yaml": "language: vi\n" })).toEqual(["counts\tBảng số liệu"]);
    expect(await of({})).toEqual(["counts\tPlain counts"]);
  });

  test("what a decision changes or adds is there once", async () => {
    const amendments = [
      {
        number: "1/QĐ",
        issued: "2022-06-01",
        effective: "2022-Q3",
        changed: { rate: { target: { "at-least": "40%" } } },
        added: { more: { numerator: "n", denominator: "d", target: { "at-least": "5%" } } },
      },
    ];
    const files = { "plan.yaml": ratioPlan({ "at-least": "50%" }, { amendments }) };
    expect(await valuesOf("explain -p plan.yaml ", files)).toEqual(["rate", "more"]);
  });

  test("a definition that is wrong keeps nothing else back, and nobody hears of it", async () => {
    const files = { ...FILES, "chitieu.yaml": "plan: [\n" };
    expect(await valuesOf("check -p thua", files)).toEqual(["thua-thien-hue-2022"]);
    expect(await valuesOf("source show one-stop-d", files)).toEqual(["one-stop-dossiers"]);
    expect(await valuesOf("explain ", files)).toEqual([]);
  });

  test("Unicode has two ways to write a name", async () => {
    expect(await valuesOf(`check -p ${"kế".normalize("NFD")}`)).toEqual(["kế hoạch 2026.yaml"]);
  });
});

test.each([
  ["check ", "files 0"],
  ["check -p plans/", "files 0"],
  ["plan show x", "files 0"],
  ["check --source one-stop=", "files 9"],
  ["check --source=nguồn.yaml=a", "files 20"],
  ["check --period-of 2022-Q1=", "files 8"],
  ["check --encoding tcvn3=", "files 6"],
  ["check -o xlsx:k", "files 5"],
  ["check --output=", "files 9"],
  ["check -- --plan", "files 0"],
  ["check --plan=thua", "values 7"],
])("names of files, and what of the word stays: %s", async (line, kind) => {
  expect((await answerTo(line)).kind).toBe(kind);
});

test("bash hands words over as they are typed", async () => {
  const words = [String.raw`check -p kế\ hoạch`, `check -p "kế hoạch`, `check -p 'kế hoạch`];
  for (const line of words) {
    const typed = line.replace("check -p ", "chitieu\tcheck\t-p\t");
    const { stdout } = await inFolder(FILES, (cwd) => runCli(["completion", "bash", "--line", typed], { cwd }));
    expect(stdout).toBe("values 0\nkế hoạch 2026.yaml\n");
  }
});

test("PowerShell replaces the whole word, and quotes it where it must", async () => {
  expect((await answerTo("check --plan=kế", { shell: "powershell" })).candidates).toEqual([
    "'--plan=kế hoạch 2026.yaml'\tkế hoạch 2026.yaml\tKế hoạch: 2026",
  ]);
  expect((await answerTo("check --fail-on=no", { shell: "powershell" })).candidates).toEqual([
    "--fail-on=no-data\tno-data\tno-data",
  ]);
});

/** What a value is that nobody can know before it is typed. */
const FREE = ["period", "table", "seconds", "date", "year", "new-id", "title"];

test("of every value it is known what it stands for", async () => {
  const io = { cwd: ".", env: {} } as unknown as Io;
  const folder = path.resolve(import.meta.dirname, "../src/cli");
  const files = readdirSync(folder).filter((file) => file.endsWith("-command.ts"));
  const commands = await Promise.all(
    files.map(async (file) => {
      const built = (await import(path.join(folder, file))) as Readonly<Record<string, unknown>>;
      const build = Object.values(built).find((one) => typeof one === "function") as (
        io: Io,
        exit: () => void,
      ) => Command;
      return build(io, () => undefined);
    }),
  );
  const asked = commands
    .flatMap((command) => [command, ...command.commands])
    .flatMap(({ options, registeredArguments }) => [
      ...options.filter(({ required, hidden }) => required && !hidden),
      ...registeredArguments,
    ])
    .filter(({ argChoices }) => argChoices === undefined)
    .map(placeholderOf);
  const known = Object.keys(meaningsIn(io));
  expect(commands.length).toBeGreaterThan(8);
  expect([...new Set(asked)].sort()).toEqual([...known, ...FREE].sort());
});

test.each(["bash", "zsh", "powershell"])(
  "the script of %s asks for its own shell, in ASCII, whatever the console's code page",
  async (shell) => {
    const { stdout, exit } = await runCli(["completion", shell]);
    expect(exit).toBe(0);
    expect(stdout).toContain(`completion ${shell} --line`);
    expect(stdout).toMatch(/^\p{ASCII}*$/u);
  },
);
