import { readFile } from "node:fs/promises";

/**
 * Scripts of shells as modules with their text, for the build and the tests alike, so that no file has to be found when
 * the program runs.
 *
 * @returns {import("rolldown").Plugin}
 */
export function shellScripts() {
  return {
    name: "chitieu:shell-scripts",
    async load(id) {
      if (!/\.(?:bash|zsh|ps1)$/.test(id)) return null;
      const text = JSON.stringify(await readFile(id, "utf8"));
      return { code: `export const text = ${text};\n`, moduleType: "js" };
    },
  };
}
