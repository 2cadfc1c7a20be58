"use strict";
const { closeSync, openSync, readFileSync, readSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { Script } = require("node:vm");

const DIST = path.join(__dirname, "../dist/cli");

// Flags of V8 are not promised to stay, so they are set where they were tried: Node 20 to 24.
const V8 = Number.parseInt(process.versions.v8, 10);
const isTried = V8 >= 11 && V8 <= 13;
const setFlagsFromString = settingFlags();
if (isTried) {
  // V8 looks at the length of a source alone before it trusts what it made of it, unless it keeps a checksum.
  setFlagsFromString("--verify-snapshot-checksum");
  // To touch new memory costs an ordinary run more than to tidy up the little that it has.
  setFlagsFromString("--semi-space-growth-factor=1");
  // There is so little to tidy up that threads which help are not worth waking.
  setFlagsFromString("--no-parallel-scavenge");
  setFlagsFromString("--no-concurrent-array-buffer-sweeping");
  // Where objects are made that live long is not found out in so short a time.
  setFlagsFromString("--no-allocation-site-pretenuring");
}
// V8 11 (Node 20) begins to optimise so early that a run pays for it and is over before it gains, an ordinary one as well
// as one over gigabytes, which the kernel folds: it is asked to watch a function for some ten times longer. Newer ones
// know better, and do not know the flag.
if (V8 === 11) setFlagsFromString("--interrupt-budget=1500000");

/**
 * What sets flags of V8. In Node 20, which changes no more, without `node:v8`: it loads all of Node's streams, for which
 * an ordinary run has no use.
 *
 * @returns {typeof import("node:v8").setFlagsFromString}
 */
function settingFlags() {
  const { noDeprecation = false } = process;
  if (V8 === 11) {
    process.noDeprecation = true;
    try {
      return process.binding("v8").setFlagsFromString;
    } catch {
      // As any other Node does.
    } finally {
      process.noDeprecation = noDeprecation;
    }
  }
  return require("node:v8").setFlagsFromString;
}

/**
 * For a run that has much to do after all, memory grows as V8 would have it. The kernel is optimised at once, on other
 * threads: what V8 makes of it in a hurry takes twice as long over hundreds of megabytes.
 */
function makeRoom() {
  if (!isTried) return;
  setFlagsFromString("--no-liftoff");
  setFlagsFromString("--no-wasm-lazy-compilation");
  setFlagsFromString("--semi-space-growth-factor=2");
  setFlagsFromString("--parallel-scavenge");
  setFlagsFromString("--concurrent-array-buffer-sweeping");
  setFlagsFromString("--allocation-site-pretenuring");
}

/** @type {Map<string, { script: Script, source: string, exports: object }>} */
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
  const { source, cachedData } = readCompiled(`${filename}.compiled`) ?? { source: readFileSync(filename, "latin1") };
  const script = new Script(source, { filename: `chitieu/${name}`, cachedData });
  const program = { exports: {} };
  loaded.set(name, { script, source, exports: program.exports });
  // The build makes a function of what a module has of each file.
  script.runInThisContext()(program.exports, requireFrom, program, filename);
  return program.exports;
}

/** @param {string} id */
function requireFrom(id) {
  return id.startsWith("./") ? loadProgram(id.slice(2)) : require(id);
}

/**
 * All is read into the same bytes: V8 has taken what it needs before more comes, and to touch new memory takes longer. What
 * it made begins where they begin: at any other place than the border of a word V8 would copy it.
 */
let bytes = Buffer.allocUnsafeSlow(1 << 20);
const HEADER = 64;

/**
 * Source and what V8 made of it lie in one file, so that they cannot be of two builds. A file that another Node wrote, or
 * that is not whole, does not count.
 *
 * @param {string} file
 */
function readCompiled(file) {
  let descriptor;
  try {
    descriptor = openSync(file, "r");
  } catch {
    return undefined;
  }
  try {
    const header = readNext(descriptor, HEADER).latin1Slice();
    const length = Number(header.slice(0, 10));
    const compiled = Number(header.slice(10, 20));
    if (header !== headerOf(length, compiled)) return undefined;
    // The build leaves nothing but ASCII in it, which latin1 reads fastest.
    const source = readNext(descriptor, length).latin1Slice();
    const cachedData = readNext(descriptor, compiled + 1);
    return cachedData.length === compiled ? { source, cachedData } : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * What comes next in a file, as much of it as there is.
 *
 * @param {number} descriptor
 * @param {number} length
 */
function readNext(descriptor, length) {
  if (bytes.length < length) bytes = Buffer.allocUnsafeSlow(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, null));
}

/**
 * @param {number} source The length of the source.
 * @param {number} compiled That of what V8 made of it, which comes behind.
 */
function headerOf(source, compiled) {
  const lengths = String(source).padStart(10) + String(compiled).padStart(10);
  return `${lengths} ${process.version} ${process.arch}`.padEnd(HEADER);
}

/** @type {Set<string>} */
const kept = new Set();

/** Keeps what V8 has made of everything that ran. Of files that are kept already, no more is kept. */
function writeCompiled() {
  for (const [name, { script, source }] of loaded) {
    if (kept.has(name)) continue;
    kept.add(name);
    const compiled = script.createCachedData();
    const before = Buffer.from(headerOf(source.length, compiled.length) + source, "latin1");
    writeFileSync(path.join(DIST, `${name}.compiled`), Buffer.concat([before, compiled]));
  }
}

module.exports = { loadProgram, makeRoom, writeCompiled };
