import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { countPlan } from "../helpers/plan-yaml.ts";
import { runCli } from "../helpers/run-cli.ts";

const PLAN = countPlan({ "at-least": 5 });
const COUNTS = "period,measure,count\n2022-Q1,n,1\n2022-Q2,n,2\n";
const FILES: Files = { "plan.yaml": PLAN, "counts.csv": COUNTS };
const CHECK = ["check", "counts.csv", "-p", "plan.yaml", "--lang", "en"];

/** Runs in a folder of these files; what its files then hold. */
async function run(files: Files, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return inFolder(files, async (cwd) => {
    const ended = await runCli(argv, { cwd, env });
    const names = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const held = names.map(
      ({ name, parentPath }) => [name, readFileSync(path.join(parentPath, name), "utf8")] as const,
    );
    return { ...ended, files: Object.fromEntries(held) };
  });
}

describe("check -o", () => {
  test("writes several formats of one calculation, and standard output as well", async () => {
    const { exit, files, stdout } = await run(FILES, [
      ...CHECK,
      ...["-o", "r.json", "-o", "csv:r.data", "-o", "r.md", "-o", "r.xml"],
    ]);
    expect(exit).toBe(1);
    expect(stdout).toContain("✗ missed");
    expect(JSON.parse(files["r.json"] ?? "")).toMatchObject({ exit: { code: 1 } });
    expect(files["r.data"]).toMatch(/^\uFEFFindicator,scope,level,unit,verdict,/);
    expect(files["r.md"]).toContain("| Indicator |");
    expect(files["r.xml"]).toContain("<failure ");
  });

  test("CSV on standard output has no mark of its encoding", async () => {
    const { stdout } = await run(FILES, [...CHECK, "-f", "csv"]);
    expect(stdout).toMatch(/^indicator,/);
  });

  test.each(["json", "csv", "markdown", "junit", "github", "table"])("-f %s ends as a table does", async (format) => {
    expect((await run(FILES, [...CHECK, "-f", format])).exit).toBe(1);
  });

  test.each(["xlsx", "docx"])("-f %s is wrong usage, and says what to write", async (format) => {
    const { exit, stderr } = await run(FILES, [...CHECK, "-f", format]);
    expect(exit).toBe(2);
    expect(stderr).toContain(`-o FILE.${format}`);
  });

  test.each([
    ["the plan is unknown", ["-p", "nobody"]],
    ["a file is missing", ["none.csv"]],
    ["an option is unknown", ["--perid", "2022"]],
    ["another output makes no sense", ["-o", "r.pdf"]],
  ])("where %s, no old report stays", async (_, more) => {
    const old = { ...FILES, "r.csv": "old", "r.md": "old" };
    const { exit, files } = await run(old, [...CHECK, "-o", "r.csv", "-o", "r.md", ...more]);
    expect(exit).toBe(2);
    expect(files["r.csv"]).toContain("Not assessed");
    expect(files["r.md"]).toContain("# Not assessed");
    expect(files["counts.csv"]).toBe(COUNTS);
  });

  test.each([[[]], [["--unknown"]]])("never over what is read (%j)", async (more) => {
    const { exit, files } = await run(FILES, [...CHECK, "-o", "csv:./counts.csv", "-o", "table:plan.yaml", ...more]);
    expect(exit).toBe(2);
    expect(files).toEqual(FILES);
  });

  test("what cannot be written is said, and ends with 2", async () => {
    const { exit, stderr, stdout } = await run(FILES, [...CHECK, "-o", "no/such/r.md"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("[output-unwritable]");
    expect(stdout).toContain("Not assessed");
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a locked folder is left alone", async () => {
    await inFolder(FILES, async (cwd) => {
      chmodSync(cwd, 0o555);
      const { exit, stderr } = await runCli([...CHECK, "-o", "r.md"], { cwd });
      chmodSync(cwd, 0o755);
      expect({ exit, written: existsSync(path.join(cwd, "r.md")) }).toEqual({ exit: 2, written: false });
      expect(stderr).toContain("Excel or Word");
    });
  });
});

describe("job summary of GitHub Actions", () => {
  const ENV = { GITHUB_STEP_SUMMARY: "summary.md" };

  test("is added to what is there", async () => {
    const { files } = await run({ ...FILES, "summary.md": "before\n" }, [...CHECK, "-f", "github"], ENV);
    expect(files["summary.md"]).toMatch(/^before\n# Plan /);
  });

  test("goes with annotations alone", async () => {
    expect((await run(FILES, CHECK, ENV)).files).toEqual(FILES);
    expect((await run(FILES, [...CHECK, "-f", "github"])).files).toEqual(FILES);
  });
});
