import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { countPlan } from "../helpers/plan-yaml.ts";
import { inFolder } from "../helpers/check-files.ts";
import type { Files } from "../helpers/check-files.ts";
import { runCli } from "../helpers/run-cli.ts";

const COUNTS = "period,measure,count\n2022-Q1,n,1\n2022-Q2,n,x\n";
const FILES: Files = { "counts.csv": COUNTS };

/** Runs `validate` in a folder; what its files then hold. */
async function validateIn(files: Files, argv: readonly string[], prepare: (folder: string) => void = () => {}) {
  return inFolder(files, async (cwd) => {
    prepare(cwd);
    const run = await runCli(["validate", ...argv], { cwd });
    const names = readdirSync(cwd, { recursive: true }).map(String);
    const content = names
      .filter((name) => statSync(path.join(cwd, name)).isFile())
      .map((name) => [name, readFileSync(path.join(cwd, name), "utf8")] as const);
    return { ...run, files: Object.fromEntries(content) };
  });
}

describe("what is written", () => {
  test("is what standard output would have been, in every format", async () => {
    const formats = ["text", "json", "github", "sarif", "junit"];
    const outputs = formats.flatMap((format) => ["-o", `${format}:found.${format}`]);
    const { files, exit } = await validateIn(FILES, ["counts.csv", ...outputs]);
    expect(exit).toBe(3);
    for (const format of formats) {
      const { stdout } = await validateIn(FILES, ["counts.csv", "-f", format]);
      const withoutDigest = (text: string | undefined) => text?.replaceAll(/"sha256": .*/g, "");
      const written = files[`found.${format}`]?.replace(/^# chitieu .*\n\n/, "");
      expect(withoutDigest(written)).toBe(withoutDigest(stdout));
    }
  });

  test.each([
    ["found.json", /^\{\n {2}"format": "chitieu\/validation@1"/],
    ["found.SARIF", /"version": "2.1.0"/],
    ["found.xml", /<testsuites /],
    ["found.txt", /counts.csv:3:11: error/],
  ])("%s has the format of its ending", async (file, expected) => {
    const { files } = await validateIn(FILES, ["counts.csv", "-o", file]);
    expect(files[file]).toMatch(expected);
  });

  test("takes the place of what was there, and of nothing else", async () => {
    const { files, exit } = await validateIn({ ...FILES, "found.txt": "old" }, ["counts.csv", "-o", "found.txt"]);
    expect(files["found.txt"]).toContain("Exit code 3");
    expect(Object.keys(files).sort()).toEqual(["counts.csv", "found.txt"]);
    expect(exit).toBe(3);
  });

  test("says that nothing was validated where the command is wrong, so that no old one passes for it", async () => {
    const { files, exit } = await validateIn({ "found.json": "old" }, ["no-such.csv", "-o", "found.json"]);
    expect(exit).toBe(2);
    expect(JSON.parse(files["found.json"] ?? "")).toMatchObject({
      exit: { reason: "wrong-usage" },
      problems: [{ code: "data-not-found" }],
    });
  });
});

test.each(["found.txt", "found.xlsx"])("%s among the exports is passed over, and written anew", async (file) => {
  await inFolder(FILES, async (cwd) => {
    const argv = ["validate", ".", "--lang", "en", "-o", file];
    await runCli(argv, { cwd });
    const { exit, stdout, stderr } = await runCli(argv, { cwd });
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: "" });
    expect(stdout).toContain(`${file}: note: skipped: chitieu wrote this file`);
    const early = await runCli([...argv, "-p", "no-such-plan"], { cwd });
    expect(early.stderr).not.toContain("output-is-input");
  });
});

describe("what cannot be written", () => {
  test("a file in a folder that is not there; the others are written all the same", async () => {
    const argv = ["counts.csv", "-o", "no/such/found.json", "-o", "found.txt", "-f", "json"];
    const { files, stdout, stderr, exit } = await validateIn(FILES, argv);
    expect(exit).toBe(2);
    expect(stderr).toContain("no/such/found.json: error:");
    expect(Object.keys(files).sort()).toEqual(["counts.csv", "found.txt"]);
    const { problems } = JSON.parse(stdout) as { readonly problems: readonly { readonly code: string }[] };
    expect(problems.map(({ code }) => code)).toEqual(["count-unreadable", "output-unwritable"]);
  });

  test("a folder", async () => {
    const { stderr, exit, files } = await validateIn(FILES, ["counts.csv", "-o", "text:reports"], (cwd) =>
      mkdirSync(path.join(cwd, "reports")),
    );
    expect(exit).toBe(2);
    expect(stderr).toContain("[output-unwritable]");
    expect(Object.keys(files)).toEqual(["counts.csv"]);
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("where nobody may write", async () => {
    const { exit } = await validateIn(FILES, ["counts.csv", "-o", "locked/found.txt"], (cwd) => {
      mkdirSync(path.join(cwd, "locked"));
      chmodSync(path.join(cwd, "locked"), 0o555);
    });
    expect(exit).toBe(2);
  });
});

describe("what was read is never overwritten", () => {
  const PLAN = countPlan({ "at-least": 1 }, { units: "units.csv" });
  const READ: Files = {
    "data/counts.csv": COUNTS,
    "plan.yaml": PLAN,
    "units.csv": "code,name,level\nA,A,\n",
    "mine.yaml":
      "format: chitieu/source@1\nid: mine\nrows: count\ncolumns: { measure: { header: [M] }, count: { header: [N] } }\n",
    "chitieu.yaml": "plan: plan.yaml\ndata: data\nsources: mine.yaml\n",
  };

  test.each(Object.keys(READ))("%s", async (file) => {
    const { files, stderr, exit } = await validateIn(READ, ["-o", `text:./${file}`]);
    expect(exit).toBe(2);
    expect(stderr).toContain(`${file}: error: `);
    expect(stderr).toContain("[output-is-input]");
    expect(files).toEqual(READ);
  });

  test.each(["data/counts.csv", "chitieu.yaml"])("%s, where the plan is wrong", async (file) => {
    const wrong = { ...READ, "plan.yaml": "format: nothing" };
    const { files, exit } = await validateIn(wrong, ["-o", `text:./${file}`]);
    expect(exit).toBe(2);
    expect(files).toEqual(wrong);
  });

  test("where the config is wrong, nothing is written", async () => {
    const wrong = { ...READ, "chitieu.yaml": "data: data\nplans: x" };
    const { files, exit } = await validateIn(wrong, ["-o", "text:data/counts.csv"]);
    expect(exit).toBe(2);
    expect(files).toEqual(wrong);
  });

  test.skipIf(process.platform === "win32")("under another name", async () => {
    const links = (cwd: string) => {
      symlinkSync(path.join(cwd, "counts.csv"), path.join(cwd, "soft.txt"));
      linkSync(path.join(cwd, "counts.csv"), path.join(cwd, "hard.txt"));
    };
    const { files, exit } = await validateIn(FILES, ["counts.csv", "-o", "soft.txt", "-o", "hard.txt"], links);
    expect(exit).toBe(2);
    expect(files["counts.csv"]).toBe(COUNTS);
  });
});

test("a link is written through", async () => {
  if (process.platform === "win32") return;
  await inFolder({ ...FILES, "real/found.txt": "old" }, async (cwd) => {
    symlinkSync(path.join(cwd, "real/found.txt"), path.join(cwd, "found.txt"));
    await runCli(["validate", "counts.csv", "-o", "found.txt"], { cwd });
    expect(readFileSync(path.join(cwd, "real/found.txt"), "utf8")).toContain("Exit code 3");
    expect(existsSync(path.join(cwd, "real/.found.txt"))).toBe(false);
  });
});

test.each([
  ["an ending that says no format", "option-wrong", ["-o", "found.pdf"], []],
  ["two formats into one file", "output-twice", ["-o", "json:found", "-o", "text:./found"], ["found"]],
  ["one file twice", "output-twice", ["-o", "found.json", "-o", "found.json"], ["found.json"]],
])("%s is wrong usage", async (_, code, argv, written) => {
  const { exit, stderr, files } = await validateIn(FILES, ["counts.csv", ...argv]);
  expect(exit).toBe(2);
  expect(stderr).toContain(`[${code}]`);
  expect(Object.keys(files)).toEqual(["counts.csv", ...written]);
});

test("formats that only files can have are listed as files", async () => {
  const { exit, stderr } = await validateIn(FILES, ["counts.csv", "-f", "pdf"]);
  expect(exit).toBe(2);
  expect(stderr).toContain("text, json, github, sarif, junit, -o FILE.xlsx.");
});
