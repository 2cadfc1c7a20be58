import { appendFileSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { readSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { generate } from "./generate.js";
import { checkCommand, median, sumsIn, timed } from "./timed.js";

/**
 * How time and memory grow with the size of exports, with their number and with keys, and what an error at the very end
 * costs; docs/performance.md has the results. It takes some 4 GB in the system's folder for temporary files.
 *
 *     node bench/scale.js [sizes] [files] [keys] [runs=3]
 */
const asked = process.argv.slice(2);
const RUNS = Number(asked.find((one) => one.startsWith("runs="))?.slice(5) ?? 3);
const MEASURED = { sizes, files, keys };
const names = asked.filter((one) => !one.startsWith("runs="));
const folder = mkdtempSync(path.join(tmpdir(), "chitieu-scale-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const FIGURES = ["MB", "seconds", "processor seconds", "peak MiB"];
const ROW_BYTES = 94.2;
const rowsOf = (/** @type {number} */ megabytes) => Math.round((megabytes * 1e6) / ROW_BYTES);

for (const [name, measure] of Object.entries(MEASURED)) if (names.length === 0 || names.includes(name)) measure();

/** From 1 MB to 2 GB; the largest again, with a cell in its last megabyte that is no count. */
function sizes() {
  const file = path.join(folder, "a.csv");
  title(["plain counts", ...FIGURES, "MB/s beyond the start"]);
  let start = 0;
  for (const megabytes of [1, 10, 100, 1000, 2000]) {
    const written = generate("A", file, rowsOf(megabytes));
    const run = repeated(checkCommand("daily", file), written.settled);
    if (megabytes === 1) start = run.seconds;
    const speed = megabytes < 100 ? "" : (written.bytes / 1e6 / (run.seconds - start)).toFixed(0);
    row(`${rowsOf(megabytes).toLocaleString("en")} rows`, written.bytes, run, [speed]);
  }
  const { line, column } = spoil(file);
  const run = timed(checkCommand("daily", file), folder);
  const place = `a.csv:${line}:${column}: error`;
  if (run.exit !== 3 || !run.errors.includes(place)) throw new Error(`not ${place}, exit 3: ${run.exit} ${run.errors}`);
  row(`the same, with an error in line ${line.toLocaleString("en")}`, statSync(file).size, run, [""]);
  rmSync(file);
}

/** Ten thousand files beside one that has all of their rows. */
function files() {
  const rows = 106;
  const all = path.join(folder, "all.csv");
  const cut = path.join(folder, "cut");
  const { settled, bytes } = generate("A", all, rows * 10_000);
  const [header = "", ...lines] = readFileSync(all, "utf8").trimEnd().split("\n");
  mkdirSync(cut);
  for (let at = 0; at < lines.length; at += rows)
    // Seven digits are no year.
    writeFileSync(
      path.join(cut, `${String(at).padStart(7, "0")}.csv`),
      [header, ...lines.slice(at, at + rows), ""].join("\n"),
    );
  title(["files", ...FIGURES]);
  row("1", bytes, repeated(checkCommand("daily", all), settled));
  row("10,000", bytes, repeated(checkCommand("daily", cut, `${cut}/*.csv`), settled));
}

/** Dossiers with a key that none may share, and then one of them once more at the very end. */
function keys() {
  title(["dossiers", ...FIGURES]);
  for (const rows of [2e6, 1e7]) {
    const file = path.join(folder, "b.csv");
    const { settled, bytes } = generate("B", file, rows);
    const count = rows.toLocaleString("en");
    row(`${count} without a key`, bytes, repeated(checkCommand("dossiers", file), settled));
    row(`${count} with a key`, bytes, repeated(checkCommand("keyed-dossiers", file), settled));
    appendFileSync(file, secondLine(file));
    const run = timed(checkCommand("keyed-dossiers", file), folder);
    if (run.exit !== 3 || !run.errors.includes("record-twice")) throw new Error(`exit ${run.exit} ${run.errors}`);
    row(`${count} and one of them twice`, bytes, run);
    rmSync(file);
  }
}

/**
 * The median of several runs, all of which must come to the right sum.
 *
 * @param {readonly string[]} command
 * @param {number} settled
 */
function repeated(command, settled) {
  const runs = Array.from({ length: RUNS }, () => timed(command, folder));
  for (const { output, exit, errors } of runs)
    if (exit !== 0 || sumsIn(output).settled !== settled) throw new Error(`exit ${exit}: ${errors || output}`);
  const of = (/** @type {"seconds" | "cpu"} */ key) => median(runs.map((run) => run[key]));
  return { seconds: of("seconds"), cpu: of("cpu"), peak: Math.max(...runs.map(({ peak }) => peak)) };
}

/** Writes an x over the first digit of a count in the last megabyte. @param {string} file */
function spoil(file) {
  const length = Math.min(1 << 19, statSync(file).size);
  const descriptor = openSync(file, "r+");
  const piece = Buffer.alloc(length);
  const from = statSync(file).size - length;
  readSync(descriptor, piece, 0, length, from);
  const lineStart = piece.indexOf("\n") + 1;
  const cells = piece.toString("utf8", lineStart, piece.indexOf("\n", lineStart)).split(",");
  const before = cells.slice(0, 4).join(",") + ",";
  writeSync(descriptor, "x", from + lineStart + Buffer.byteLength(before));
  closeSync(descriptor);
  const [, , , , , , , last = ""] = cells;
  // The rows are numbered from 0 in their last cell, behind a header.
  return { line: Number(last.slice(-9)) + 2, column: [...before].length + 1 };
}

/** @param {string} file */
function secondLine(file) {
  const beginning = Buffer.alloc(4096);
  const descriptor = openSync(file, "r");
  readSync(descriptor, beginning, 0, beginning.length, 0);
  closeSync(descriptor);
  return `${beginning.toString("utf8").split("\n")[1]}\n`;
}

/** @param {readonly string[]} cells */
function title(cells) {
  console.log(`\n| ${cells.join(" | ")} |\n| --- |${" ---: |".repeat(cells.length - 1)}`);
}

/**
 * @param {string} what
 * @param {number} bytes
 * @param {Pick<import("./timed.js").Timed, "seconds" | "cpu" | "peak">} run
 * @param {readonly string[]} more
 */
function row(what, bytes, { seconds, cpu, peak }, more = []) {
  const figures = [(bytes / 1e6).toFixed(0), seconds.toFixed(2), cpu.toFixed(2), peak.toFixed(0)];
  console.log(`| ${[what, ...figures, ...more].join(" | ")} |`);
}
