"use strict";
const { isAscii } = require("node:buffer");
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

/** Each file is read into the same bytes, more than any has: V8 has taken what it needs before the next one comes. */
let bytes = Buffer.allocUnsafeSlow(1 << 20);
const HEADER = 64;

/**
 * Source and what V8 made of it lie in one file, so that they cannot be of two builds. A file that another Node wrote, or
 * that is not whole, does not count.
 *
 * @param {string} file
 */
function readCompiled(file) {
  const length = readInto(file);
  const header = bytes.latin1Slice(0, Math.min(HEADER, length));
  const end = HEADER + Number(header.slice(0, 10));
  if (header !== headerOf(end - HEADER, length - HEADER)) return undefined;
  // The build leaves nothing but ASCII in it, which latin1 reads fastest.
  const source = bytes.subarray(HEADER, end);
  if (!isAscii(source)) return undefined;
  return { source: source.latin1Slice(), cachedData: bytes.subarray(end, length) };
}

/**
 * How many bytes a file has; 0 where there is none.
 *
 * @param {string} file
 */
function readInto(file) {
  let descriptor;
  try {
    descriptor = openSync(file, "r");
  } catch {
    return 0;
  }
  try {
    let length = readSync(descriptor, bytes, 0, bytes.length, 0);
    while (length === bytes.length) {
      bytes = Buffer.allocUnsafeSlow(2 * length);
      length = readSync(descriptor, bytes, 0, bytes.length, 0);
    }
    return length;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * @param {number} source The length of the source, with which the body begins.
 * @param {number} body The length of both.
 */
function headerOf(source, body) {
  return `${String(source).padStart(10)} ${body} ${process.version} ${process.arch}`.padEnd(HEADER);
}

/** @type {Set<string>} */
const kept = new Set();

/** Keeps what V8 has made of everything that ran. Of files that are kept already, no more is kept. */
function writeCompiled() {
  for (const [name, { script, source }] of loaded) {
    if (kept.has(name)) continue;
    kept.add(name);
    const body = Buffer.concat([Buffer.from(source, "latin1"), script.createCachedData()]);
    const header = Buffer.from(headerOf(source.length, body.length), "latin1");
    writeFileSync(path.join(DIST, `${name}.compiled`), Buffer.concat([header, body]));
  }
}

module.exports = { loadProgram, makeRoom, writeCompiled };
