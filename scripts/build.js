import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { madeModules } from "./made-modules.js";
import { quickStart } from "./quick-start.js";
import { writeLicences } from "./write-licences.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = path.join(ROOT, "dist");
const CLI = path.join(DIST, "cli");

/**
 * Modules that an ordinary run needs with all that they import lie in few files: to read another one takes longer than to
 * run what is in it. Each group leaves out what the ones before it have.
 */
const TOGETHER = [
  {
    name: "start",
    test: /[\\/]src[\\/](?:(?:model|exit-code|version)|cli[\\/]speak-help|locale[\\/]locale|[a-z]+[\\/]formats)\.ts$/,
  },
  { name: "check", test: /[\\/]src[\\/]cli[\\/]run-check\.ts$/ },
  { name: "config", test: /[\\/]src[\\/](?:config[\\/]parse-config|read-yaml)\.ts$/ },
  { name: "kernel", test: /[\\/]src[\\/]fold[\\/]kernel[\\/]/ },
  { name: "table", test: /[\\/]src[\\/]report[\\/]table\.ts$/ },
  // Of a language an ordinary run reads one file; where something is wrong, another; and a report of its own, a third.
  ...["vi", "en"].flatMap((language) => [
    { name: language, test: localeFile(language, String.raw`(?:words|phrases)`) },
    { name: `${language}-help`, test: localeFile(language, "help") },
    { name: `${language}-problems`, test: localeFile(language, String.raw`problems(?:[\\/][a-z]+)?`) },
    { name: `${language}-parts`, test: localeFile(language, "[a-z]+") },
  ]),
].map((group, index, { length }) => ({ ...group, priority: length - index }));

await rm(DIST, { recursive: true, force: true });

// Everything is bundled, dependencies too: the program installs without a network, and starts in half the time.
const library = await bundle("src/index.ts", { dir: DIST, format: "esm", chunkFileNames: "[name].js" });
const program = await bundle("src/cli/main.ts", {
  dir: CLI,
  format: "cjs",
  entryFileNames: "main.cjs",
  chunkFileNames: "[name].cjs",
  minify: true,
  codeSplitting: { groups: TOGETHER },
});
await writeLicences([...library, ...program], path.join(DIST, "THIRD-PARTY-LICENSES.txt"));
for (const { fileName } of program) {
  const file = path.join(CLI, fileName);
  const code = escapeNonAscii(await readFile(file, "utf8"));
  await writeFile(file, `(function (exports, require, module, __filename) {${code}\n})`);
}

const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
execFileSync(process.execPath, [tsc, "-p", path.join(ROOT, "tsconfig.build.json")], { stdio: "inherit" });
execFileSync(process.execPath, [path.join(ROOT, "scripts/write-compiled.js")], { stdio: "inherit" });

/** @param {string} language @param {string} file */
function localeFile(language, file) {
  return new RegExp(String.raw`[\\/]src[\\/]locale[\\/]${language}[\\/]${file}\.ts$`);
}

/**
 * @param {string} input
 * @param {import("rolldown").OutputOptions} options
 */
async function bundle(input, options) {
  const built = await rolldown({
    input: path.join(ROOT, input),
    platform: "node",
    plugins: [...madeModules(), quickStart()],
    logLevel: "warn",
  });
  return (await built.write(options)).output;
}

/** One byte a character, so that the program is read without decoding. Minified code has others in strings alone. */
function escapeNonAscii(/** @type {string} */ code) {
  return code.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
