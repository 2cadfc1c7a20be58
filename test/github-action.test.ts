import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { version } from "../src/version.ts";
import { inFolder } from "./helpers/check-files.ts";
import { packInto, withoutNetwork } from "./helpers/packed.ts";
import { countsCsv, ratioPlan } from "./helpers/plan-yaml.ts";

const ROOT = path.resolve(import.meta.dirname, "..");

interface Step {
  readonly id?: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly "working-directory"?: string;
  readonly run: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
const action = parse(readFileSync(path.join(ROOT, "action.yml"), "utf8")) as Action;
const [install, run] = action.runs.steps as [Step, Step];

test("it installs the version that it is of", () => {
  expect(action.inputs["package"]?.default).toBe(`chitieu@${version}`);
});

test("the page names the inputs", () => {
  const page = readFileSync(path.join(ROOT, "docs/github-action.md"), "utf8");
  for (const input of Object.keys(action.inputs)) expect(page).toContain(`\`${input}\``);
});

/** `${{ inputs.command }}` as a runner puts in its value. */
function evaluate(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/\$\{\{ (?<name>\S+) \}\}/gu, (_, name: string) => values[name] ?? "");
}

/** Each step as a runner runs it, without a network, with the package of this repository in the place of the published. */
describe.skipIf(process.platform === "win32")("the action, run", () => {
  const temp = mkdtempSync(path.join(os.tmpdir(), "chitieu-runner"));
  afterAll(() => rmSync(temp, { recursive: true, force: true }));

  function runStep(step: Step, workspace: string, given: Readonly<Record<string, string>>) {
    const inputs = Object.entries(action.inputs).map(([name, one]) => [`inputs.${name}`, given[name] ?? one.default]);
    const values = Object.fromEntries(inputs) as Readonly<Record<string, string>>;
    const files = { GITHUB_OUTPUT: path.join(temp, "output"), GITHUB_STEP_SUMMARY: path.join(temp, "summary") };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const script = path.join(temp, "script.sh");
    writeFileSync(script, step.run);
    const { status, stdout, stderr } = spawnSync(step.shell, ["--noprofile", "--norc", "-eo", "pipefail", script], {
      cwd: path.resolve(workspace, evaluate(step["working-directory"] ?? ".", values)),
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        HOME: temp,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temp,
        ...files,
        ...withoutNetwork(temp),
        ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, evaluate(value, values)])),
      },
    });
    const [, code = ""] = /^exit-code=(\d+)\n$/u.exec(readFileSync(files.GITHUB_OUTPUT, "utf8")) ?? [];
    const output = evaluate(action.outputs["exit-code"]?.value ?? "", { [`steps.${step.id}.outputs.exit-code`]: code });
    return { status, stdout, stderr, output, summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8") };
  }

  beforeAll(() => {
    const { status, stderr } = runStep(install, temp, { package: packInto(temp) });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  const FILES = {
    "báo cáo/kế hoạch.yaml": ratioPlan({ "at-least": "50%" }),
    "báo cáo/so lieu/a.csv": countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,4"),
    "báo cáo/chitieu.yaml": "plan: kế hoạch.yaml\ndata: so lieu\n",
  };
  const runIn = (given: Readonly<Record<string, string>>) =>
    inFolder(FILES, (workspace) => Promise.resolve(runStep(run, workspace, given)));

  test("checks what chitieu.yaml says, annotates, adds the report to the job, and ends as chitieu does", async () => {
    const { status, stdout, output, summary } = await runIn({ "working-directory": "báo cáo" });
    expect(stdout).toContain("::error");
    expect(summary).toContain("| rate |");
    expect([status, output]).toEqual([1, "1"]);
  });

  test("takes files and options line by line", async () => {
    const given = "báo cáo/so lieu\n\n--plan\nbáo cáo/kế hoạch.yaml\n--fail-on\nnever\n";
    const { status, output, stdout } = await runIn({ arguments: given });
    expect(stdout).toContain("1/4");
    expect([status, output]).toEqual([0, "0"]);
  });

  test("takes what stands behind -- for files, and nothing of its own", async () => {
    const given = "--plan\nbáo cáo/kế hoạch.yaml\n--\nbáo cáo/so lieu\n";
    const { status, output, stdout } = await runIn({ arguments: given });
    expect(stdout).toContain("::error");
    expect([status, output]).toEqual([1, "1"]);
  });

  test("lints a plan; nothing in an argument is run", async () => {
    const given = { command: "plan lint", arguments: "báo cáo/kế hoạch.yaml\n$(touch x)\n`touch y`" };
    const { status, stdout, output } = await runIn(given);
    expect(stdout).toContain("$(touch x)");
    expect(stdout).toContain("`touch y`");
    expect([status, output]).toEqual([2, "2"]);
  });

  test("validates", async () => {
    const { status, output } = await runIn({ command: "validate", "working-directory": "báo cáo" });
    expect([status, output]).toEqual([0, "0"]);
  });
});
