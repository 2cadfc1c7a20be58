import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const BENCH = fileURLToPath(new URL(".", import.meta.url));
const TIME = existsSync("/usr/bin/time") ? "/usr/bin/time" : null;
/** NODE_EXTRA_CA_CERTS alone triples a start of Node. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));

/** @typedef {{ seconds: number, cpu: number, peak: number, output: string, errors: string, exit: number | null }} Timed */

/**
 * Runs a whole process: how long it takes, how much processor time, and how much memory at most (in MiB).
 *
 * @param {readonly string[]} command
 * @param {string} cwd
 * @returns {Timed}
 */
export function timed(command, cwd) {
  const [program = "", ...args] = TIME === null ? command : [TIME, "-f", "used %U %S %M", ...command];
  const start = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const [used = "", user = "0", system = "0", kilobytes = "0"] = /used (\S+) (\S+) (\d+)\n/.exec(stderr) ?? [];
  return {
    seconds,
    cpu: Number(user) + Number(system),
    peak: Number(kilobytes) / 1024,
    output: stdout,
    errors: stderr.replace(used, ""),
    exit: status,
  };
}

/**
 * `chitieu check` of an export of a kind, against the plan of the benches.
 *
 * @param {string} source As its file in data/ is called.
 * @param {string} data
 * @param {string} files Whatever of the data is of that source.
 */
export function checkCommand(source, data, files = data) {
  const named = `${path.join(BENCH, `data/${source}.yaml`)}=${files}`;
  const plan = path.join(BENCH, "data/plan.yaml");
  const bin = path.join(BENCH, "../bin/chitieu.js");
  const options = ["--plan", plan, "--source", named, "-f", "json", "--fail-on", "never"];
  return [process.execPath, bin, "check", data, ...options];
}

/**
 * What a check came to.
 *
 * @param {string} output
 * @returns {{ settled: number, online: number | null }}
 */
export function sumsIn(output) {
  /** @type {{ results: { formula: { values: Record<string, number> } }[] }} */
  const { results } = JSON.parse(output);
  const values = Object.assign({}, ...results.map(({ formula }) => formula.values));
  const { "daily.settled": daily, "dossiers.settled": dossiers, "dossiers.settled_online": online } = values;
  return { settled: daily ?? dossiers, online: online ?? null };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
