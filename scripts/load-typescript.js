import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * A TypeScript module of the repository, bundled so that Node can import it; packages stay outside.
 *
 * @param {string} file from the repository's root
 * @param {readonly import("rolldown").Plugin[]} plugins
 * @returns {Promise<any>}
 */
export async function loadTypeScript(file, plugins = []) {
  const name = path.basename(file, ".ts");
  const folder = path.join(ROOT, `node_modules/.cache/chitieu/${name}-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const bundle = await rolldown({
    input: path.join(ROOT, file),
    platform: "node",
    plugins: [...plugins],
    external: (id) => !/^(?:\.|virtual:|\0)/u.test(id) && !path.isAbsolute(id),
    logLevel: "warn",
  });
  await bundle.write({ dir: folder, entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" });
  return import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
}
