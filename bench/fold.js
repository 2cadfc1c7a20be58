import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.js";
import { checkCommand, median, sumsIn, timed } from "./timed.js";

/**
 * How fast a large export is read and folded, beside whoever else could do it: whole processes, one after the other in
 * turn, in an environment without NODE_* variables. Whose sums are wrong has no result.
 *
 *     node bench/fold.js [rows, in millions] [runs]
 */
const [millions = "10", runs = "5"] = process.argv.slice(2);
const ROWS = Number(millions) * 1e6;
const BENCH = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "chitieu-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @typedef {{ settled: number, online: number | null }} Sums */
/** @typedef {{ name: string, command: (kind: "A" | "B", file: string) => readonly string[], sums: (output: string) => Sums | null }} Peer */

const node = process.execPath;
/** @param {string} name */
const script = (name) => (/** @type {string} */ kind, /** @type {string} */ file) => [
  node,
  path.join(BENCH, `peers/${name}.js`),
  kind,
  file,
];
const asJson = (/** @type {string} */ output) => /** @type {Sums} */ (JSON.parse(output));

const AWK = {
  A: 'NR > 1 { settled += $5; if ($3 == "Trực tuyến") online += $5 }',
  B: 'NR > 1 && $(NF-1) != "" { settled++; if ($(NF-4) == "Trực tuyến") online++ }',
};
const SOURCES = { A: "daily", B: "dossiers" };

/** @type {readonly Peer[]} */
const PEERS = [
  {
    name: "chitieu check",
    command: (kind, file) => checkCommand(SOURCES[kind], file),
    sums: sumsIn,
  },
  { name: "DuckDB, Node client, 2 threads", command: script("duckdb"), sums: asJson },
  { name: "a byte loop in JavaScript, 2 threads", command: script("byte-loop"), sums: asJson },
  { name: "Polars, Node client", command: script("polars"), sums: asJson },
  {
    name: "awk",
    command: (kind, file) => ["awk", "-F,", `${AWK[kind]} END { printf "%.0f %.0f", settled, online }`, file],
    sums: (output) => {
      const [settled = 0, online = 0] = output.split(" ").map(Number);
      return { settled, online };
    },
  },
  { name: "csv-parse", command: script("csv-parse"), sums: asJson },
  { name: "wc -l", command: (_, file) => ["wc", "-l", file], sums: () => null },
];

/** The slowest is asked once. */
const ONCE = new Set(["csv-parse"]);

for (const kind of /** @type {const} */ (["A", "B"])) {
  const file = path.join(folder, `${kind}.csv`);
  const written = generate(kind, file, ROWS);
  console.log(`\n${kind}: ${ROWS.toLocaleString("en")} rows, ${(written.bytes / 1e6).toFixed(0)} MB\n`);
  const measured = PEERS.map(() => ({
    times: /** @type {number[]} */ ([]),
    cpu: /** @type {number[]} */ ([]),
    peak: 0,
    wrong: "",
  }));
  for (let run = 0; run < Number(runs); run++) {
    for (const [index, peer] of PEERS.entries()) {
      const one = measured[index];
      if (one === undefined || one.wrong !== "" || (run > 0 && ONCE.has(peer.name))) continue;
      const { seconds, cpu, peak, output, errors, exit } = timed(peer.command(kind, file), folder);
      const failed = exit === 0 ? "" : errors || `exit ${exit}`;
      one.times.push(seconds);
      one.cpu.push(cpu);
      one.peak = Math.max(one.peak, peak);
      const sums = failed === "" ? peer.sums(output) : null;
      const isWrong =
        sums !== null && (sums.settled !== written.settled || (sums.online !== null && sums.online !== written.online));
      one.wrong = failed || (isWrong ? `wrong: ${JSON.stringify(sums)}` : "");
    }
  }
  const ours = median(measured[0]?.times ?? []);
  console.log(
    "| | seconds | MB/s | processor seconds | peak MiB | seconds, of ours |\n| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const [index, { name }] of PEERS.entries()) {
    const { times = [], cpu = [], peak = 0, wrong = "" } = measured[index] ?? {};
    const seconds = median(times);
    const speed = (written.bytes / 1e6 / seconds).toFixed(0);
    console.log(
      wrong === ""
        ? `| ${name} | ${seconds.toFixed(2)} | ${speed} | ${median(cpu).toFixed(2)} | ${peak.toFixed(0)} | ${(seconds / ours).toFixed(2)} |`
        : `| ${name} | ${wrong.split("\n")[0]} | | | | |`,
    );
  }
  rmSync(file);
}
