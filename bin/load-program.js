"use strict";
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { Script } = require("node:vm");

const DIST = path.join(__dirname, "../dist/cli");

/** @type {Map<string, { script: Script, exports: object }>} */
const loaded = new Map();

/**
 * A file of the program, with what V8 made of it when it was built: compiling it anew takes longer than an ordinary
 * run. V8 refuses what another version of it made, and compiles.
 *
 * @param {string} name
 */
function loadProgram(name) {
  const before = loaded.get(name);
  if (before !== undefined) return before.exports;
  const filename = path.join(DIST, name);
  // The build leaves nothing but ASCII in it, which latin1 reads fastest.
  const source = `(function (exports, require, module) {${readFileSync(filename, "latin1")}\n})`;
  const script = new Script(source, { filename, cachedData: readCache(`${filename}.cache`) });
  const program = { exports: {} };
  loaded.set(name, { script, exports: program.exports });
  script.runInThisContext()(program.exports, requireFrom, program);
  return program.exports;
}

/** @param {string} id */
function requireFrom(id) {
  return id.startsWith("./") ? loadProgram(id.slice(2)) : require(id);
}

/** @param {string} file */
function readCache(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** What V8 has made of everything that ran, by file. */
function codeCaches() {
  return [...loaded].map(([name, { script }]) => ({
    file: path.join(DIST, `${name}.cache`),
    data: script.createCachedData(),
  }));
}

module.exports = { codeCaches, loadProgram };
