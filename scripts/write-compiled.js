import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Runs the ordinary jobs once, and then a large one with a plan and a source of one's own, so that what V8 compiled for
 * them can be kept beside the program.
 */
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
await run(["check"], ["check", "--format", "json"], ["check", "--format", "json", "--lang", "vi"], ["--help"]);
// What ordinary runs do not need may not make their files larger.
writeCompiled();
const folder = await mkdtemp(path.join(tmpdir(), "chitieu-"));
try {
  const large = path.join(folder, "large.csv");
  const rows = "2022-01-31,H57.01,Trực tuyến,2,1\n".repeat(1 << 15);
  await writeFile(large, `Ngày,Mã đơn vị,Kênh tiếp nhận,Đã giải quyết,Đúng hạn\n${rows}`);
  const own = ["--plan", "bench/data/plan.yaml", "--source", `bench/data/daily.yaml=${large}`];
  await run(["check", large, ...own, "--format", "json", "--fail-on", "never"]);
} finally {
  await rm(folder, { recursive: true });
}
writeCompiled();

/** @param {readonly (readonly string[])[]} commands */
async function run(...commands) {
  for (const args of commands) {
    const code = await main(args, io);
    if (code > 1) throw new Error(`chitieu ${args.join(" ")} ends with exit code ${code}`);
  }
}
