import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { inFolder } from "./helpers/check-files.ts";
import type { Files } from "./helpers/check-files.ts";
import { packInto, withoutNetwork } from "./helpers/packed.ts";
import { countsCsv, ratioPlan } from "./helpers/plan-yaml.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const PAGE = readFileSync(path.join(ROOT, "docs/pre-commit.md"), "utf8");

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}
const hooks = parse(readFileSync(path.join(ROOT, ".pre-commit-hooks.yaml"), "utf8")) as readonly Hook[];

test.each([
  ["chitieu-plan-lint", ["plan.yaml", "a/ke-hoach-2023.yaml"], ["chitieu.yaml", "a/nguon.yaml", "my-plan.yaml"]],
  ["chitieu-validate", ["so-lieu/a.csv", "b.xlsx"], ["c.yaml", "d.md"]],
])("%s takes the files that it is about", (id, taken, others) => {
  const pattern = new RegExp(hooks.find((hook) => hook.id === id)?.files ?? "$^");
  expect(taken.filter((file) => !pattern.test(file))).toEqual([]);
  expect(others.filter((file) => pattern.test(file))).toEqual([]);
  expect(PAGE).toContain(id);
});

/** A real pre-commit, without a network. */
describe.runIf(process.platform === "linux")("pre-commit", () => {
  const temp = mkdtempSync(path.join(os.tmpdir(), "chitieu-hooks"));
  afterAll(() => rmSync(temp, { recursive: true, force: true }));
  const bin = path.join(temp, "bin");
  mkdirSync(bin);
  chmodSync(path.join(ROOT, "bin/chitieu.js"), 0o755);
  symlinkSync(path.join(ROOT, "bin/chitieu.js"), path.join(bin, "chitieu"));

  const environment = {
    HOME: temp,
    LC_ALL: "C.UTF-8",
    PRE_COMMIT_HOME: path.join(temp, "pre-commit"),
    GIT_CONFIG_NOSYSTEM: "1",
    ...withoutNetwork(temp),
  };
  const git = (cwd: string, ...argv: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...argv], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], ...environment },
    }).trim();

  /** The repository of the hooks as far as pre-commit looks at it, with its one commit. */
  function hooksRepository() {
    const repo = mkdtempSync(path.join(temp, "hooks"));
    copyFileSync(path.join(ROOT, ".pre-commit-hooks.yaml"), path.join(repo, ".pre-commit-hooks.yaml"));
    git(repo, "init", "-q");
    git(repo, "add", "-A");
    git(repo, "commit", "-q", "-m", "hooks");
    return { repo, rev: git(repo, "rev-parse", "HEAD") };
  }

  async function runHooks(config: object, files: Files, { PATH = process.env["PATH"] ?? "" } = {}) {
    return inFolder({ ...files, ".pre-commit-config.yaml": stringify(config) }, (cwd) => {
      git(cwd, "init", "-q");
      git(cwd, "add", "-A");
      const { status, stdout, stderr, error } = spawnSync("pre-commit", ["run", "--all-files", "--color", "never"], {
        cwd,
        encoding: "utf8",
        env: { PATH, ...environment },
      });
      if (error !== undefined) throw error;
      return Promise.resolve({ status, output: stdout + stderr });
    });
  }

  const SOUND = ratioPlan({ "at-least": "50%" }, { indicator: { text: "50%" } });
  const files = (plan: string, counts: string) => ({
    "ke-hoach tỉnh.yaml": plan,
    "số liệu/quý 1.csv": counts,
    "don-vi.csv": "code,name\nA,Sở A\n",
  });
  const known = {
    hooks: [
      { id: "chitieu-plan-lint", args: ["--fail-on", "warning"] },
      { id: "chitieu-validate", files: "^số liệu/" },
    ],
  };
  const PATH = `${bin}:${process.env["PATH"]}`;

  test("runs the chitieu that is installed", async () => {
    const config = { repos: [{ ...hooksRepository(), ...known }] };
    const passed = await runHooks(config, files(SOUND, countsCsv("2022-Q1,,,n,1", "2022-Q1,,,d,2")), { PATH });
    expect(passed.output).toMatch(/chitieu plan lint\.+Passed\nchitieu validate\.+Passed\n/u);
    expect(passed.status).toBe(0);
  });

  test("stops a commit of what is wrong, with its place", async () => {
    const config = { repos: [{ ...hooksRepository(), ...known }] };
    const wrong = files(ratioPlan({ "at-least": "50%" }), countsCsv("2022-Q1,,,n,x"));
    const { status, output } = await runHooks(config, wrong, { PATH });
    expect(output).toMatch(/chitieu plan lint\.+Failed\n- hook id: chitieu-plan-lint\n- exit code: 5\n/u);
    expect(output).toContain("[quote-missing]");
    expect(output).toMatch(/chitieu validate\.+Failed\n- hook id: chitieu-validate\n- exit code: 3\n/u);
    expect(output).toContain("số liệu/quý 1.csv:2:13: error");
    expect(status).toBe(1);
  });

  test("installs the packed file itself, as the page says", async () => {
    const [, block = ""] = /```yaml\n(repos:\n {2}- repo: local\n.*?)```/su.exec(PAGE) ?? [];
    const config = parse(block.replace(/\[\/\/.*?\]/u, `[${packInto(temp)}]`)) as object;
    const { status, output } = await runHooks(config, files(SOUND.replace('"50%"', '"50"'), ""));
    expect(output).toContain("[percent-sign-missing]");
    expect(status).toBe(1);
  });

  test("says where the hooks of the page are", () => {
    const [, block = ""] = /```yaml\n(repos:\n.*?)```/su.exec(PAGE) ?? [];
    const { repos } = parse(block) as { repos: readonly { hooks: readonly { id: string }[] }[] };
    expect(repos[0]?.hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
    writeFileSync(path.join(temp, "page.yaml"), block);
    const checked = spawnSync("pre-commit", ["validate-config", path.join(temp, "page.yaml")], { encoding: "utf8" });
    expect(checked.stdout + checked.stderr).toBe("");
    expect(checked.status).toBe(0);
  });
});
