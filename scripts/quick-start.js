import { fileURLToPath } from "node:url";

/**
 * Replaces, in the bundle alone, two things that dependencies load at start and that an ordinary run does not need:
 * commander's child processes, which only commands in files of their own use; and in cli-table3 the table of all emoji,
 * which texts of Latin letters do without.
 *
 * @returns {import("rolldown").Plugin}
 */
export function quickStart() {
  return {
    name: "chitieu:quick-start",
    resolveId(id, importer = "") {
      const from = importer.replaceAll("\\", "/");
      if (id === "node:child_process" && from.includes("/commander/")) return "\0lazy-child-process";
      if (id === "string-width" && from.includes("/cli-table3/")) return "\0quick-string-width";
      return null;
    },
    load(id) {
      if (id === "\0lazy-child-process") return LAZY_CHILD_PROCESS;
      return id === "\0quick-string-width" ? QUICK_STRING_WIDTH : null;
    },
  };
}

const LAZY_CHILD_PROCESS = `module.exports = {
  get spawn() { return process.getBuiltinModule("node:child_process").spawn; },
};`;

const WIDTH = fileURLToPath(new URL("../src/text/width.ts", import.meta.url));
const QUICK_STRING_WIDTH = `module.exports = require(${JSON.stringify(WIDTH)}).widthOf;`;
