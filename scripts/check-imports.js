import { cruise, sourceFiles } from "./cruise.js";

/**
 * The import rules in .dependency-cruiser.mjs. Without a parser for TypeScript, dependency-cruiser finds no modules and
 * no violations, so what it looked at is counted first.
 */
const [found, files] = await Promise.all([cruise({ outputType: "json" }), sourceFiles()]);
const { modules, summary } = /** @type {import("dependency-cruiser").ICruiseResult} */ (JSON.parse(found));
const cruised = new Set(modules.map(({ source }) => source));
const missed = files.filter((file) => !cruised.has(file));
const imports = modules.reduce((total, { dependencies }) => total + dependencies.length, 0);

if (missed.length > 0 || imports < files.length) {
  console.error(
    `Cruised ${cruised.size} modules with ${imports} imports; not among them: ${missed.join(", ") || "none"}`,
  );
  process.exitCode = 1;
}
for (const { from, to, cycle = [], rule, comment = commentOf(rule.name) } of summary.violations) {
  const way = cycle.length > 0 ? cycle.map(({ name }) => name).join(" → ") : to;
  console.error(`${from} → ${way}\n  ${rule.name}: ${comment}\n`);
  process.exitCode = 1;
}
console.log(`${files.length} modules, ${imports} imports, ${summary.violations.length} against the rules`);

/** @param {string} name */
function commentOf(name) {
  return summary.ruleSetUsed?.forbidden?.find((rule) => rule.name === name)?.comment ?? "";
}
