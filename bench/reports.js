import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { rosterFiles } from "./roster.js";

/** How long the reports of a large province take, and how large they are; `node bench/reports.js 1400` for another size. */
const BIN = fileURLToPath(new URL("../bin/chitieu.js", import.meta.url));
const AGENCIES = Number(process.argv[2] ?? 700);
const RUNS = [
  ["trend", "--by", "unit", "-f", "json"],
  ["check", "-o", "report.html"],
  ["check", "-o", "report.docx"],
  ["check", "-o", "report.xlsx"],
];

const cwd = mkdtempSync(path.join(tmpdir(), "chitieu-"));
try {
  for (const [file, text] of Object.entries(rosterFiles(AGENCIES))) writeFileSync(path.join(cwd, file), text);
  console.log(`${AGENCIES} agencies, 20 indicators, four quarters\n`);
  console.log("| command | seconds | MB written |\n| --- | ---: | ---: |");
  for (const [command = "", ...options] of RUNS) {
    const started = process.hrtime.bigint();
    const { stdout } = spawnSync(process.execPath, [BIN, command, "-p", "plan.yaml", "counts.csv", ...options], {
      cwd,
      maxBuffer: 2 ** 30,
    });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const file = options[0] === "-o" ? options[1] : undefined;
    const bytes = file === undefined ? stdout.length : statSync(path.join(cwd, file)).size;
    console.log(`| chitieu ${[command, ...options].join(" ")} | ${seconds.toFixed(1)} | ${(bytes / 1e6).toFixed(1)} |`);
  }
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
