import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Runs the ordinary jobs once, so that what V8 compiled for them can be kept beside the program. */
const { loadProgram, writeCompiled } = createRequire(import.meta.url)("../bin/load-program.js");
const { main } = loadProgram("main.cjs");
const io = {
  stdout: () => {},
  stderr: () => {},
  dataRead: () => {},
  readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  env: {},
  colours: () => false,
  width: 100,
};
for (const args of [
  ["check"],
  ["check", "--format", "json"],
  ["check", "--format", "json", "--lang", "vi"],
  ["--help"],
]) {
  const code = await main(args, io);
  if (code > 1) throw new Error(`chitieu ${args.join(" ")} ends with exit code ${code}`);
}
writeCompiled();
