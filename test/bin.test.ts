import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./helpers/check-files.ts";

/** The real program, as `npm run build` made it. */
const BIN = path.resolve("bin/chitieu.js");
const SAMPLE = "fixtures/thua-thien-hue-2022";

interface Started {
  readonly stdin?: string;
  readonly cwd?: string;
  /** Stops reading after the first chunk, as `head` does. */
  readonly readFirst?: boolean;
}

async function start(
  command: string,
  argv: readonly string[],
  { stdin = "", cwd = process.cwd(), readFirst = false }: Started = {},
) {
  const env = { ...process.env, NO_COLOR: "1", LC_ALL: "C" };
  const child = spawn(command, argv, { cwd, env, shell: process.platform === "win32" && command === "npx" });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    if (readFirst) child.stdout.destroy();
  });
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  const [exit] = (await once(child, "close")) as [number | null];
  return { stdout, stderr, exit };
}

const chitieu = (argv: readonly string[], options?: Started) => start(process.execPath, [BIN, ...argv], options);

test("help names the commands, and is no failure", async () => {
  const { stdout, stderr, exit } = await chitieu(["--help"]);
  expect(stdout).toContain("check");
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
});

test("the sample year, with the plan and the data that the config names", async () => {
  const { stdout, stderr, exit } = await chitieu(["check"]);
  expect(stdout).toContain("49.998/50.000");
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 1 });
});

test("the same through npx", async () => {
  expect((await start("npx", ["chitieu", "check"])).exit).toBe(1);
});

test("findings as a workbook, and an empty export to fill in", async () => {
  await inFolder({ "a.csv": "period,measure,count\n2022-Q1,n,x\n" }, async (cwd) => {
    const found = await chitieu(["validate", "a.csv", "-o", "errors.xlsx"], { cwd });
    expect(found.exit).toBe(3);
    expect(readFileSync(path.join(cwd, "errors.xlsx")).subarray(0, 2).toString()).toBe("PK");
    expect((await chitieu(["source", "template", "counts", "-o", "counts.csv"], { cwd })).exit).toBe(0);
    expect((await chitieu(["source", "detect", "counts.csv"], { cwd })).exit).toBe(0);
  });
});

test("a reader that has seen enough is no error", async () => {
  const argv = ["check", SAMPLE, "-p", "thua-thien-hue-2022", "--by", "unit", "-f", "json"];
  const whole = await chitieu(argv);
  expect(whole.stdout.length).toBeGreaterThan(200_000);
  const cut = await chitieu(argv, { readFirst: true });
  expect(cut.stdout.length).toBeLessThan(whole.stdout.length);
  expect({ stderr: cut.stderr, exit: cut.exit }).toEqual({ stderr: "", exit: 1 });
});

test("a large document reaches a pipe whole", async () => {
  const { stdout } = await chitieu(["check", "--by", "unit", "-f", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ format: "chitieu/assessment@1", exit: { code: 1 } });
});

test("standard input", async () => {
  const stdin = "period,measure,count\n2022,services.level3,814\n2022,services.level3_used,367\n";
  const { stdout, exit } = await chitieu(["check", "-", "-p", "thua-thien-hue-2022", "--lang", "en"], { stdin });
  expect(stdout).toContain("367/814");
  expect(exit).toBe(1);
});

test("wrong usage and untrusted data", async () => {
  expect((await chitieu(["check", "--plan", "none"])).exit).toBe(2);
  expect((await chitieu(["chek"])).exit).toBe(2);
  await inFolder({ "counts.csv": "period,measure,count\n2022,services.level3,8.14\n" }, async (cwd) => {
    const { stderr, exit } = await chitieu(["check", "counts.csv", "-p", "thua-thien-hue-2022", "--lang", "en"], {
      cwd,
    });
    expect(stderr).toContain("counts.csv:2:22: error: “8.14” is not a count [count-unreadable]");
    expect(exit).toBe(3);
  });
});

test("patterns are expanded by the program itself", async () => {
  const { stdout, exit } = await chitieu(["check", `${SAMPLE}/*/van-ban-*.csv`, "--lang", "en"]);
  expect(stdout).toContain("49,998/50,000");
  expect(exit).toBe(1);
});

describe("what V8 made of the program, beside it", () => {
  /** Runs a copy of the program in which something is changed first. */
  async function changed(change: (folder: string) => void) {
    return inFolder({}, async (cwd) => {
      for (const folder of ["bin", "dist/cli"])
        cpSync(path.resolve(folder), path.join(cwd, folder), { recursive: true });
      change(path.join(cwd, "dist/cli"));
      return start(process.execPath, [path.join(cwd, "bin/chitieu.js"), "check", "--lang", "en"]);
    });
  }

  test.each<[string, (cache: string) => void]>([
    ["missing", (cache) => rmSync(cache)],
    ["empty", (cache) => writeFileSync(cache, "")],
    ["cut off", (cache) => truncateSync(cache, 10_000)],
    ["damaged", (cache) => writeFileSync(cache, readFileSync(cache).fill(0xff, 20_000, 20_008))],
    [
      "damaged where V8 made something of it",
      (cache) => writeFileSync(cache, readFileSync(cache).fill(0xff, 120_000, 120_008)),
    ],
  ])("that is %s changes nothing", async (_, damage) => {
    const { stdout, stderr, exit } = await changed((folder) => damage(path.join(folder, "main.cjs.compiled")));
    expect(stdout).toContain("49,998/50,000");
    expect({ stderr, exit }).toEqual({ stderr: "", exit: 1 });
  });
});
