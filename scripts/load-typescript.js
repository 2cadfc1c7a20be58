import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * A TypeScript module of the repository, bundled so that Node can import it; packages stay outside.
 *
 * @param {string} file from the repository's root
 * @returns {Promise<any>}
 */
export async function loadTypeScript(file) {
  const folder = path.join(ROOT, "node_modules/.cache/chitieu");
  await mkdir(folder, { recursive: true });
  const bundled = path.join(folder, `${path.basename(file, ".ts")}-${process.pid}.mjs`);
  const bundle = await rolldown({
    input: path.join(ROOT, file),
    platform: "node",
    external: (id) => !id.startsWith(".") && !path.isAbsolute(id),
    logLevel: "warn",
  });
  await bundle.write({ file: bundled });
  return import(pathToFileURL(bundled).href);
}
