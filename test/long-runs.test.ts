import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { generate } from "../bench/generate.js";

/** The real program, with real signals and on a real terminal (`script`, of util-linux). */
const BIN = path.resolve("bin/chitieu.js");
const SOURCE = path.resolve("bench/data/dossiers.yaml");
const PLAN = path.resolve("bench/data/plan.yaml");
const folder = mkdtempSync(path.join(tmpdir(), "chitieu-long-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const temporary = path.join(folder, "temporary");
mkdirSync(temporary);
generate("B", path.join(folder, "all.csv"), 25_000);
const text = readFileSync(path.join(folder, "all.csv"));
writeFileSync(path.join(folder, "all.csv.gz"), gzipSync(text, { level: 0 }));

/** Clocks under which every run is long, or short. */
const CLOCKS = {
  fast: "let time = 0; process.uptime = () => (time += 1);",
  stopped: "process.uptime = () => 0;",
};
for (const [name, code] of Object.entries(CLOCKS)) writeFileSync(path.join(folder, `${name}.cjs`), code);

const isLinux = process.platform === "linux";
const check = (data: string, more: readonly string[] = []) =>
  ["check", data, "-p", PLAN, "--source", `${SOURCE}=${data}`, "--fail-on", "never"].concat(more);

function start(command: readonly string[], clock: keyof typeof CLOCKS | null = null): ChildProcess {
  const [program = "", ...argv] = command;
  const NODE_OPTIONS = clock === null ? "" : `--require ${path.join(folder, `${clock}.cjs`)}`;
  const env = { ...process.env, NODE_OPTIONS, TMPDIR: temporary, TERM: "xterm", LC_ALL: "C" };
  return spawn(program, argv, { cwd: folder, env });
}

const program = (argv: readonly string[], clock: keyof typeof CLOCKS | null = null) =>
  start([process.execPath, BIN, ...argv], clock);

/** All on one terminal, behind whatever comes through a pipe. */
const onTerminal = (argv: readonly string[], clock: keyof typeof CLOCKS, feed = "") =>
  start(["script", "-qec", `${feed}${[process.execPath, BIN, ...argv].join(" ")}`, "/dev/null"], clock);

async function ended(child: ChildProcess) {
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (piece: Buffer) => (stdout += piece.toString()));
  child.stderr?.on("data", (piece: Buffer) => (stderr += piece.toString()));
  child.stdin?.on("error", () => undefined);
  const [exit] = (await once(child, "close")) as [number | null];
  return { stdout, stderr, exit };
}

describe.skipIf(process.platform === "win32")("a run that a signal ends", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s, while a pipe is put on the disk", async (signal, code) => {
    writeFileSync(path.join(folder, "report.html"), "of before");
    const child = program(check("-", ["-o", "report.html"]));
    const end = ended(child);
    // It has taken more than it holds in memory once nearly all of this is gone.
    await new Promise((resolve) => child.stdin?.write(text, resolve));
    child.kill(signal);
    expect(await end).toEqual({ stdout: "", stderr: "", exit: code });
    expect(readFileSync(path.join(folder, "report.html"), "utf8")).toBe("of before");
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("while a pipe with a name waits for its writer's next piece", async () => {
    const pipe = path.join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const child = program(check("pipe"));
    const end = ended(child);
    // To open one waits for who reads it; what it does not take yet fills it.
    const writer = await open(pipe, "w");
    await writer.write(Buffer.alloc(900_000, "a,"));
    child.kill("SIGINT");
    expect((await end).exit).toBe(130);
    await writer.close();
  });

  test("while nothing has come yet", async () => {
    const child = program(check("-"), "fast");
    const end = ended(child);
    // The pipe is taken from once the program listens, signals included.
    await new Promise((resolve) => child.stdin?.write(Buffer.alloc(900_000, "a,"), resolve));
    child.kill("SIGINT");
    expect((await end).exit).toBe(130);
  });

  test("while its file is written: whole or not at all", async () => {
    const file = path.join(folder, "by-unit.json");
    writeFileSync(file, "of before");
    const child = program(check("all.csv", ["--by", "unit", "-o", "by-unit.json"]));
    const begun = watch(folder, (_, name) => {
      if (name?.endsWith(".tmp") === true) child.kill("SIGINT");
    });
    const { exit } = await ended(child);
    begun.close();
    const left = readFileSync(file, "utf8");
    if (left !== "of before") expect(JSON.parse(left)).toMatchObject({ format: "chitieu/assessment@1" });
    expect([0, 130]).toContain(exit);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe.skipIf(!isLinux)("on a terminal", () => {
  test("a long run shows how far it is, and takes it back", async () => {
    const { stdout, exit } = await ended(onTerminal(check("all.csv.gz", ["--lang", "vi"]), "fast"));
    const lines = stdout.split("\r\u001B[K");
    expect(lines).toContainEqual(
      expect.stringMatching(/^\d+% · \d+ MB\/giây · còn \d+ (giây|phút) — đang mở all\.csv\.gz$/),
    );
    expect(lines.at(-1)).toMatch(/^[^—]*bench-2022/);
    expect(exit).toBe(0);
  });

  test("of standard input, how much has come", async () => {
    const { stdout } = await ended(onTerminal(check("-"), "fast", "cat all.csv | "));
    expect(stdout.split("\r\u001B[K")).toContainEqual(expect.stringMatching(/^\d+ MB · \d+ MB\/s — opening -$/));
  });

  test("a short run shows nothing", async () => {
    const { stdout } = await ended(onTerminal(check("all.csv.gz"), "stopped"));
    expect(stdout).not.toContain("\u001B[K");
  });

  test("Ctrl-C ends it, and what it cuts off the pipe is not taken for all", async () => {
    const child = onTerminal(check("-"), "fast", "trap : INT; cat all.csv - | ");
    const end = ended(child);
    // Once it shows its first line. The shell stays until the program has ended.
    let isPressed = false;
    child.stdout?.on("data", (piece: Buffer) => {
      if (!isPressed && piece.includes("MB")) isPressed = child.stdin?.write("\u0003") ?? false;
    });
    const { stdout, exit } = await end;
    expect(exit).toBe(130);
    expect(stdout.split("\r\u001B[K").at(-1)).not.toContain("MB");
    expect(readdirSync(temporary)).toEqual([]);
  });
});

test("a long run shows nothing in a pipe", async () => {
  const { stderr, exit } = await ended(program(check("all.csv.gz"), "fast"));
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
});
