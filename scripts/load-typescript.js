import { rmSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CACHE = path.join(ROOT, "node_modules/.cache/chitieu");

/**
 * A TypeScript module of the repository, bundled so that Node can import it. Packages stay outside; with plugins, which
 * the whole program needs, they are bundled as the build does it.
 *
 * @param {string} file from the repository's root
 * @param {readonly import("rolldown").Plugin[]} [plugins]
 * @returns {Promise<any>}
 */
export async function loadTypeScript(file, plugins) {
  await mkdir(CACHE, { recursive: true });
  const name = path.basename(file, ".ts");
  const folder = await mkdtemp(path.join(CACHE, `${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const bundle = await rolldown({
    input: path.join(ROOT, file),
    platform: "node",
    plugins: [...(plugins ?? [])],
    ...(plugins === undefined && { external: (id) => !id.startsWith(".") && !path.isAbsolute(id) }),
    logLevel: "warn",
  });
  await bundle.write({ dir: folder, entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" });
  return import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
}
