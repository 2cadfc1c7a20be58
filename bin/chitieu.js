#!/usr/bin/env node
"use strict";
const process = require("node:process");
const { main, processIo } = require("./load-program.js").loadProgram("main.cjs");

main(process.argv.slice(2), processIo(process)).then((/** @type {number} */ code) => (process.exitCode = code));
