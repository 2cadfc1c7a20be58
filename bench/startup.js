import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/**
 * How long the ordinary runs take beside a Node that does nothing: medians of interleaved runs of whole processes, so
 * that a machine whose speed drifts slows all of them alike. NODE_* variables are left out: one of them can triple a start.
 */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const RUNS = Number(process.argv[2] ?? 30);
const BIN = path.join(ROOT, "bin/chitieu.js");

/** @type {readonly { name: string, args: string[], most: number }[]} */
const COMMANDS = [
  { name: "node -e 0", args: ["-e", "0"], most: 1 },
  { name: "chitieu --help", args: [BIN, "--help"], most: 1.6 },
  { name: "chitieu check (the sample year)", args: [BIN, "check"], most: 3 },
];

const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));
const times = COMMANDS.map(() => /** @type {number[]} */ ([]));
for (let run = -1; run < RUNS; run++) {
  for (const [index, { args }] of COMMANDS.entries()) {
    const start = process.hrtime.bigint();
    spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "ignore", "ignore"] });
    if (run >= 0) times[index]?.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
}

const medians = times.map(median);
console.log(`Node ${process.version}, ${RUNS} interleaved runs\n`);
console.log("| command | median ms | times a bare Node | at most |\n| --- | ---: | ---: | ---: |");
for (const [index, { name, most }] of COMMANDS.entries()) {
  const ratio = (medians[index] ?? 0) / (medians[0] ?? 1);
  console.log(`| ${name} | ${medians[index]?.toFixed(1)} | ${ratio.toFixed(2)} | ${most} |`);
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
