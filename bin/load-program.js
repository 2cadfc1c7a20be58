"use strict";
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

const DIST = path.join(__dirname, "../dist/cli");

// V8 11 (Node 20) begins to optimise so early that an ordinary run pays for it and is over before it gains: it is asked
// to watch a function for some ten times longer. Newer ones know better, and do not know the flag.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=1500000");

/** @type {Map<string, { script: Script, bytes: Buffer, exports: object }>} */
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
  const bytes = readFileSync(filename);
  // The build leaves nothing but ASCII in it, which latin1 reads fastest, and makes it a function of what a module has.
  const source = bytes.latin1Slice();
  const script = new Script(source, {
    filename: `chitieu/${name}`,
    cachedData: readCache(`${filename}.cache`, bytes),
  });
  const program = { exports: {} };
  loaded.set(name, { script, bytes, exports: program.exports });
  script.runInThisContext()(program.exports, requireFrom, program, filename);
  return program.exports;
}

/** @param {string} id */
function requireFrom(id) {
  return id.startsWith("./") ? loadProgram(id.slice(2)) : require(id);
}

/**
 * V8 looks at the length of the source alone, and trusts the rest: so a cache counts only with the digest of itself and
 * of the very source that it was made of.
 *
 * @param {string} file
 * @param {Buffer} source
 */
function readCache(file, source) {
  try {
    const cache = readFileSync(file);
    const data = cache.subarray(DIGEST);
    return digestOf(source, data).equals(cache.subarray(0, DIGEST)) ? data : undefined;
  } catch {
    return undefined;
  }
}

const DIGEST = 32;

/**
 * @param {Buffer} source
 * @param {Buffer} data
 */
function digestOf(source, data) {
  return createHash("sha256").update(process.version).update(source).update(data).digest();
}

/** What V8 has made of everything that ran, by file. */
function codeCaches() {
  return [...loaded].map(([name, { script, bytes }]) => {
    const data = script.createCachedData();
    return { file: path.join(DIST, `${name}.cache`), data: Buffer.concat([digestOf(bytes, data), data]) };
  });
}

module.exports = { codeCaches, loadProgram };
