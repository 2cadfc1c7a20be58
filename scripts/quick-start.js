import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Leaves out of the bundle what dependencies load at start and an ordinary run does not need:
 * commander's child processes, which only commands in files of their own use; in cli-table3 the table of all emoji,
 * which texts of Latin letters do without, and what it makes of every cell for a log that nobody reads; of yaml what does
 * not read (its edition in modules can be parted); and of zod what chitieu.yaml does not ask for, by a copy of its small
 * edition that shares nothing with all of zod.
 *
 * @returns {import("rolldown").Plugin}
 */
export function quickStart() {
  return {
    name: "chitieu:quick-start",
    async resolveId(id, importer = "") {
      const from = importer.replaceAll("\\", "/");
      if (id === "node:child_process" && from.includes("/commander/")) return "\0lazy-child-process";
      if (id === "string-width" && from.includes("/cli-table3/")) return "\0quick-string-width";
      if (id === "yaml") return YAML;
      if (id !== "zod/mini" && !from.endsWith(SMALL)) return null;
      const resolved = await this.resolve(id, from.replace(SMALL, ""), { skipSelf: true });
      return resolved === null ? null : resolved.id + SMALL;
    },
    load(id) {
      if (id.endsWith(SMALL)) return readFile(id.slice(0, -SMALL.length), "utf8");
      if (id === "\0lazy-child-process") return LAZY_CHILD_PROCESS;
      return id === "\0quick-string-width" ? QUICK_STRING_WIDTH : null;
    },
    transform(code, id) {
      const file = Object.keys(QUICK_TABLE).find((end) => id.replaceAll("\\", "/").endsWith(end));
      return file === undefined ? null : QUICK_TABLE[file]?.reduce(edited, code);
    },
  };
}

/** @type {Readonly<Record<string, readonly (readonly [string, string])[]>>} */
const QUICK_TABLE = {
  "cli-table3/src/cell.js": [
    ["utils.truncate(this.content, 10, this.truncate)", "this.content"],
    [
      "let chars = (this.chars = {});",
      "let chars = (this.chars = this.options.chars ? {} : (tableChars.ofCells ??= {}));",
    ],
    ["CHAR_NAMES.forEach(function (name) {", "(chars.top === undefined ? CHAR_NAMES : []).forEach(function (name) {"],
    ["args.filter((v) => v !== undefined && v !== null).shift()", "args.find((v) => v !== undefined && v !== null)"],
  ],
  "cli-table3/src/utils.js": [
    ["Array(times + 1).join(str)", "str.repeat(times)"],
    ["function strlen(str) {", "function strlen(str) { if (!/[\\n\\u001b]/.test(str)) return stringWidth('' + str);"],
  ],
};

/**
 * @param {string} code
 * @param {readonly [string, string]} edit
 */
function edited(code, [before, after]) {
  if (code.split(before).length !== 2) throw new Error(`cli-table3 no longer has: ${before}`);
  return code.replace(before, () => after);
}

const SMALL = "?small";
const YAML = path.join(
  path.dirname(createRequire(import.meta.url).resolve("yaml/package.json")),
  "browser/dist/index.js",
);

const LAZY_CHILD_PROCESS = `module.exports = {
  get spawn() { return process.getBuiltinModule("node:child_process").spawn; },
};`;

const WIDTH = fileURLToPath(new URL("../src/text/width.ts", import.meta.url));
const QUICK_STRING_WIDTH = `module.exports = require(${JSON.stringify(WIDTH)}).widthOf;`;
