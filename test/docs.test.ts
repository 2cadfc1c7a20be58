import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { EXIT_CODES } from "../src/exit-code.ts";
import { runCli } from "./helpers/run-cli.ts";

/**
 * The documents are run. In a block of `console`, `$ chitieu …`, `$ node FILE` and `$ echo $?` are run in a folder
 * with the blocks before it that have `file=` in their first line, and what they print must be what stands there;
 * UPDATE_DOCS=1 rewrites it. `in=repository` runs a block here instead, and `lines=1-9,-4` shows the first nine lines
 * and the last four.
 */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LIBRARY = path.join(ROOT, "src/index.ts");
const UPDATE = process.env["UPDATE_DOCS"] === "1";
const CACHE = path.join(ROOT, "node_modules/.cache/chitieu");

interface Block {
  readonly language: string;
  readonly options: Readonly<Record<string, string>>;
  readonly body: string;
}

const FENCE = /^```(?<info>[^\n`]*)\n(?<body>.*?)^```$/gmsu;

function blockOf({ info = "", body = "" }: Readonly<Record<string, string | undefined>>): Block {
  const [language = "", ...words] = info.trim().split(/\s+/u);
  const options = Object.fromEntries(words.map((word) => word.split("=", 2) as [string, string]));
  return { language, options, body };
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(FENCE)].map(({ groups = {} }) => blockOf(groups));
}

const documents = [
  "README.md",
  ...(await readdir(path.join(ROOT, "docs")).catch(() => []))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

test.each(documents)("%s says what happens", async (document) => {
  const text = await readFile(path.join(ROOT, document), "utf8");
  const folder = await mkdtemp(path.join(os.tmpdir(), "chitieu"));
  const written: string[] = [];
  try {
    for (const block of blocksOf(text)) {
      written.push(await rewrite(block, folder));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  let next = 0;
  const rewritten = text.replaceAll(FENCE, (_, info: string) => `\`\`\`${info}\n${written[next++] ?? ""}\`\`\``);
  if (UPDATE && rewritten !== text) await writeFile(path.join(ROOT, document), rewritten);
  else expect(rewritten).toBe(text);
});

/** Writes a file's block, or runs a console's; returns what the block should hold. */
async function rewrite({ language, options, body }: Block, folder: string): Promise<string> {
  const { file, in: place, lines } = options;
  if (file !== undefined) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), body);
  }
  const commands = body.split("\n").filter((line) => line.startsWith("$ "));
  if (language !== "console" || !/^\$ (?:chitieu|node) /u.test(body)) return body;
  const cwd = place === "repository" ? ROOT : folder;
  const shown: string[] = [];
  let code = 0;
  for (const command of commands) {
    const run = command === "$ echo $?" ? { code, output: `${code}\n` } : await runCommand(command.slice(2), cwd);
    if (run.code === EXIT_CODES.bug) throw new Error(run.output);
    code = run.code;
    shown.push(`${command}\n`, lines === undefined ? run.output : pick(run.output, lines));
  }
  return shown.join("");
}

async function runCommand(command: string, cwd: string): Promise<{ readonly code: number; readonly output: string }> {
  const [line = "", stdin] = command.split(" < ");
  const words = [...line.matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)].map(
    ({ groups = {} }) => groups["quoted"] ?? groups["plain"] ?? "",
  );
  const [program, ...argv] = words;
  if (program === "chitieu") {
    const input = stdin === undefined ? "" : await readFile(path.join(cwd, stdin));
    const { exit, stdout, stderr } = await runCli(argv, { cwd, stdin: input });
    return { code: exit, output: stderr + stdout };
  }
  if (program === "node" && argv[0] !== undefined) return { code: 0, output: await runExample(argv[0], cwd) };
  throw new Error(`no command that a document may show: ${command}`);
}

/** What an example of the library prints. */
async function runExample(file: string, cwd: string): Promise<string> {
  const example = path.join(cwd, `${file}.run.ts`);
  await writeFile(example, withLibrary(await readFile(path.join(cwd, file), "utf8"), pathToFileURL(LIBRARY).href));
  const printed: string[] = [];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((...items) => void printed.push(`${items.join(" ")}\n`)),
    vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0),
    vi.spyOn(process, "cwd").mockReturnValue(cwd),
  ];
  try {
    await import(/* @vite-ignore */ pathToFileURL(example).href);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return printed.join("");
}

function withLibrary(code: string, library: string): string {
  return code.replaceAll('from "chitieu"', `from ${JSON.stringify(library)}`);
}

/** The lines of an output by `1-9` and `-4`, with `…` where some are left out. */
function pick(output: string, ranges: string): string {
  const all = output.trimEnd().split("\n");
  const picked = ranges.split(",").map((range) => {
    const [first = "", last = first] = range.split("-");
    return first === "" ? all.slice(-Number(last)) : all.slice(Number(first) - 1, Number(last));
  });
  return `${picked.map((lines) => lines.join("\n")).join("\n…\n")}\n`;
}

test("the examples of the library are well typed", async () => {
  const examples = await Promise.all(
    documents.map(async (document) =>
      blocksOf(await readFile(path.join(ROOT, document), "utf8")).filter(({ body }) => body.includes('from "chitieu"')),
    ),
  );
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(path.join(CACHE, "examples-"));
  try {
    const code = examples.flat().map(({ body }) => withLibrary(body, LIBRARY));
    await Promise.all(code.map((text, index) => writeFile(path.join(folder, `example-${index}.ts`), text)));
    const config = {
      extends: path.join(ROOT, "tsconfig.json"),
      include: ["*.ts", path.join(ROOT, "src/*.d.ts")],
    };
    await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch(
      (error: { readonly stdout: string }) => error,
    );
    expect(stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
