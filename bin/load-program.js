"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { Script } = require("node:vm");
const { crc32 } = require("node:zlib");

const DIST = path.join(__dirname, "../dist/cli");

// V8 11 (Node 20) begins to optimise so early that an ordinary run pays for it and is over before it gains: it is asked
// to watch a function for some ten times longer. Newer ones know better, and do not know the flag.
if (process.versions.v8.startsWith("11.")) require("node:v8").setFlagsFromString("--interrupt-budget=1500000");

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

const HEADER = 64;

/**
 * Source and what V8 made of it lie in one file, so that they cannot be of two builds, with a checksum: V8 looks at the
 * length of the source alone, and trusts the rest. A file that another Node wrote, or that is damaged, does not count.
 *
 * @param {string} file
 */
function readCompiled(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const header = bytes.latin1Slice(0, HEADER);
  if (header !== headerOf(Number(header.slice(0, 10)), bytes.subarray(HEADER))) return undefined;
  const end = HEADER + Number(header.slice(0, 10));
  // The build leaves nothing but ASCII in it, which latin1 reads fastest.
  return { source: bytes.latin1Slice(HEADER, end), cachedData: bytes.subarray(end) };
}

/**
 * @param {number} length Of the source, with which the body begins.
 * @param {Buffer} body
 */
function headerOf(length, body) {
  return `${String(length).padStart(10)} ${crc32(body)} ${process.version} ${process.arch}`.padEnd(HEADER);
}

/** Keeps what V8 has made of everything that ran. */
function writeCompiled() {
  for (const [name, { script, source }] of loaded) {
    const body = Buffer.concat([Buffer.from(source, "latin1"), script.createCachedData()]);
    const header = Buffer.from(headerOf(source.length, body), "latin1");
    writeFileSync(path.join(DIST, `${name}.compiled`), Buffer.concat([header, body]));
  }
}

module.exports = { loadProgram, writeCompiled };
