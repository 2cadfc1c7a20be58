import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = path.join(ROOT, "src/fold/kernel/assembly");
const CACHE = path.join(ROOT, "node_modules/.cache/chitieu");
const MODULE = "virtual:kernel";
const OPTIONS = ["-O3", "--runtime", "stub", "--noAssert", "--enable", "simd"];

/**
 * The kernel as a module, for the build and the tests alike: what AssemblyScript makes of `src/fold/kernel/assembly/`.
 *
 * @returns {import("rolldown").Plugin}
 */
export function kernel() {
  return {
    name: "chitieu:kernel",
    resolveId(id) {
      return id === MODULE ? `\0${id}` : null;
    },
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      const wasm = await compileKernel();
      return `export const wasm = Buffer.from("${Buffer.from(wasm).toString("base64")}", "base64");\n`;
    },
  };
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
