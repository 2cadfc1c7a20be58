import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cruise as cruiseModules } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs dependency-cruiser over src/ with the project's rules.
 *
 * @param {import("dependency-cruiser").ICruiseOptions} options
 * @returns {Promise<string>} what its reporter writes
 */
export async function cruise(options) {
  const config = await extractOptions(path.join(ROOT, ".dependency-cruiser.mjs"));
  const { output } = await cruiseModules(["src"], { ...config, ...options, baseDir: ROOT });
  if (typeof output !== "string") throw new TypeError(`${options.outputType} is not text`);
  return output;
}

/** AssemblyScript, which the build compiles by itself. */
const OTHER_LANGUAGE = "src/fold/kernel/assembly/";

/** Every module in src/, as the rules name them. */
export async function sourceFiles() {
  const entries = await readdir(path.join(ROOT, "src"), { recursive: true });
  return entries
    .filter((entry) => entry.endsWith(".ts"))
    .map((entry) => `src/${entry.replaceAll("\\", "/")}`)
    .filter((file) => !file.startsWith(OTHER_LANGUAGE));
}
