#!/usr/bin/env node
"use strict";
const process = require("node:process");
const { loadProgram, makeRoom } = require("./load-program.js");

const { main, processIo } = loadProgram("main.cjs");
const io = processIo(process, makeRoom);
main(process.argv.slice(2), io)
  .then(async (/** @type {number} */ code) => {
    await io.written();
    return code;
  })
  .catch((/** @type {Error} */ error) => {
    console.error(error.message);
    return 70;
  })
  // The system takes back what a run used faster than Node tidies it up.
  .then((/** @type {number} */ code) => process.exit(code));
