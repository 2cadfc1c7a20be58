import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";

/**
 * Runs every `check:…` script of package.json in its order, and goes on after one that fails: all that is wrong is seen
 * at once. `--output-file FILE` writes how many passed and failed, as JSON.
 */
const { values } = parseArgs({ options: { "output-file": { type: "string" } } });
const { scripts } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const steps = Object.keys(scripts).filter((name) => name.startsWith("check:"));

const results = steps.map((step) => {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(`npm run --silent ${step}`, { shell: true, encoding: "utf8" });
  const passed = status === 0;
  console.log(`${passed ? "passed" : "FAILED"} ${step} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  if (!passed) console.log(`${stdout}${stderr}`);
  return { step, passed };
});

const failed = results.filter(({ passed }) => !passed);
if (values["output-file"] !== undefined) {
  const counts = { passed: results.length - failed.length, failed: failed.length };
  await writeFile(values["output-file"], JSON.stringify(counts));
}
console.log(
  failed.length === 0 ? `All ${results.length} checks passed` : `Failed: ${failed.map(({ step }) => step).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
