import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { version } from "../src/version.ts";
import { inFolder } from "./helpers/check-files.ts";
import { countsCsv, ratioPlan } from "./helpers/plan-yaml.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly { readonly name: string; readonly run: string }[] };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}
const read = (file: string): unknown => parse(readFileSync(path.join(ROOT, file), "utf8"));
const action = read("action.yml") as Action;
const hooks = read(".pre-commit-hooks.yaml") as readonly Hook[];

test.each([
  ["action.yml", "github-action.json"],
  [".pre-commit-hooks.yaml", "pre-commit-hooks.json"],
  [".github/workflows/ci.yml", "github-workflow.json"],
])("%s is what its schema asks", (file, schema) => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(require(`schemastore/schemas/json/${schema}`) as object);
  validate(read(file));
  expect(validate.errors ?? []).toEqual([]);
});

describe.skipIf(process.platform === "win32")("the action", () => {
  const [install, run] = action.runs.steps.map((step) => step.run);

  /** Runs its second step as a runner does, with the program of this repository in the place of the installed one. */
  async function runAction(inputs: { readonly command?: string; readonly arguments?: string }) {
    const files = {
      "kế hoạch.yaml": ratioPlan({ "at-least": "50%" }),
      "so lieu/a.csv": countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,4"),
      output: "",
    };
    return inFolder(files, (cwd) => {
      const bin = path.join(cwd, "chitieu/node_modules/.bin");
      mkdirSync(bin, { recursive: true });
      symlinkSync(path.join(ROOT, "bin/chitieu.js"), path.join(bin, "chitieu"));
      chmodSync(path.join(ROOT, "bin/chitieu.js"), 0o755);
      const { status, stdout } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run ?? ""], {
        cwd,
        encoding: "utf8",
        env: {
          PATH: process.env["PATH"],
          RUNNER_TEMP: cwd,
          GITHUB_OUTPUT: path.join(cwd, "output"),
          COMMAND: inputs.command ?? action.inputs["command"]?.default,
          ARGUMENTS: inputs.arguments ?? "",
        },
      });
      return Promise.resolve({ status, stdout, output: readFileSync(path.join(cwd, "output"), "utf8") });
    });
  }

  test("installs the version that it is of", () => {
    expect(action.inputs["package"]?.default).toBe(`chitieu@${version}`);
    expect(install).toContain('"$PACKAGE"');
  });

  test("checks, annotates, and ends as chitieu does", async () => {
    const { status, stdout, output } = await runAction({ arguments: "so lieu\n\n--plan\nkế hoạch.yaml" });
    expect(stdout).toContain("::error");
    expect(status).toBe(1);
    expect(output).toBe("exit-code=1\n");
  });

  test("lints a plan; nothing in an argument is run", async () => {
    const { status, stdout, output } = await runAction({
      command: "plan lint",
      arguments: "kế hoạch.yaml\n$(touch x)",
    });
    expect(stdout).toContain("$(touch x)");
    expect(status).toBe(2);
    expect(output).toBe("exit-code=2\n");
  });
});

describe("the hooks of pre-commit", () => {
  test.each(hooks.map((hook) => [hook.id, hook] as const))("%s runs a command that there is", (_, { entry }) => {
    const [, ...argv] = entry.split(" ");
    const help = execFileSync(process.execPath, [path.join(ROOT, "bin/chitieu.js"), ...argv, "--help"], {
      encoding: "utf8",
    });
    expect(help).toContain(`Usage: ${entry}`);
  });

  test.each([
    ["chitieu-plan-lint", ["plan.yaml", "a/ke-hoach-2023.yaml"], ["chitieu.yaml", "a/nguon.yaml", "my-plan.yaml"]],
    ["chitieu-validate", ["so-lieu/a.csv", "b.xlsx"], ["c.yaml", "d.md"]],
  ])("%s takes the files that it is about", (id, taken, others) => {
    const pattern = new RegExp(hooks.find((hook) => hook.id === id)?.files ?? "$^");
    expect(taken.filter((file) => !pattern.test(file))).toEqual([]);
    expect(others.filter((file) => pattern.test(file))).toEqual([]);
  });
});

test("the documents name the inputs and the hooks", () => {
  const page = readFileSync(path.join(ROOT, "docs/github-action.md"), "utf8");
  for (const input of Object.keys(action.inputs)) expect(page).toContain(`\`${input}\``);
  const other = readFileSync(path.join(ROOT, "docs/pre-commit.md"), "utf8");
  for (const { id } of hooks) expect(other).toContain(id);
});
