import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = path.join(ROOT, "src/fold/kernel/assembly");
const CACHE = path.join(ROOT, "node_modules/.cache/chitieu");
const MODULE = "virtual:kernel";
const WORKER = "virtual:fold-worker";
const OPTIONS = ["-O3", "--runtime", "stub", "--noAssert", "--enable", "simd"];

/**
 * The kernel and the thread that runs it, as modules, for the build and the tests alike: what AssemblyScript makes of
 * `src/fold/kernel/assembly/`, and `src/fold-worker.ts` as text, so that no file has to be found when the program runs.
 *
 * @returns {import("rolldown").Plugin}
 */
export function kernel() {
  return {
    name: "chitieu:kernel",
    resolveId(id) {
      return id === MODULE || id === WORKER ? `\0${id}` : null;
    },
    async load(id) {
      if (id === `\0${WORKER}`) return `export const code = ${JSON.stringify(await bundleWorker())};\n`;
      if (id !== `\0${MODULE}`) return null;
      const wasm = await compileKernel();
      return `export const wasm = Buffer.from("${Buffer.from(wasm).toString("base64")}", "base64");\n`;
    },
  };
}

async function bundleWorker() {
  const bundle = await rolldown({ input: path.join(ROOT, "src/fold-worker.ts"), platform: "node", logLevel: "warn" });
  const { output } = await bundle.generate({ format: "cjs", minify: true, codeSplitting: false });
  return output[0].code;
}

/** Compiled once for the same sources. */
export async function compileKernel() {
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith(".ts")).sort();
  const hash = createHash("sha256").update(OPTIONS.join(" "));
  for (const name of names) hash.update(name).update(await readFile(path.join(SOURCES, name)));
  const file = path.join(CACHE, `kernel-${hash.digest("hex").slice(0, 16)}.wasm`);
  try {
    return await readFile(file);
  } catch {
    const { default: asc } = await import("assemblyscript/asc");
    const entry = path.join(SOURCES, "kernel.ts");
    /** @type {Uint8Array | undefined} */
    let wasm;
    const { error } = await asc.main([entry, "--outFile", "kernel.wasm", ...OPTIONS], {
      stderr: process.stderr,
      writeFile: (name, contents) => {
        if (name.endsWith(".wasm")) wasm = /** @type {Uint8Array} */ (contents);
      },
    });
    if (error !== null || wasm === undefined) throw error ?? new Error("The kernel does not compile.");
    await mkdir(CACHE, { recursive: true });
    await writeFile(file, wasm);
    return wasm;
  }
}
