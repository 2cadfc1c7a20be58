import { readFile } from "node:fs/promises";

/**
 * That a packed package installs without a network, `npm ci` works on every platform, and docs/dependencies.md is true.
 *
 * Tools with a binary for every platform list them as optional dependencies. Where the lock file was written while one
 * of them could not be had, `npm ci` refuses it, or installs a tool that does not start on that platform.
 */

/** @param {string} file */
const read = (file) => readFile(new URL(`../${file}`, import.meta.url), "utf8");
const page = await read("docs/dependencies.md");
const {
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
  devDependencies,
} = JSON.parse(await read("package.json"));
/**
 * @typedef {object} Locked
 * @property {string} version
 * @property {string} [license]
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @type {{ packages: Record<string, Locked> }} */
const { packages } = JSON.parse(await read("package-lock.json"));

const needed = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
if (needed.length > 0) complain(`package.json: ${needed.join(", ")} would have to be downloaded; bundle it instead`);

for (const [folder, { integrity, resolved, ...locked }] of Object.entries(packages)) {
  const missing = Object.entries(locked.optionalDependencies ?? {}).filter(([name, range]) => {
    const binary = packages[`${folder}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
    return binary === undefined || (/^\d/.test(range) && binary.version !== range);
  });
  if (missing.length > 0) complain(`package-lock.json: ${folder} lacks ${missing.map(([name]) => name).join(", ")}`);
  if (folder !== "" && integrity === undefined) complain(`package-lock.json: ${folder} has no integrity`);
  if (resolved !== undefined)
    complain(`package-lock.json: ${folder} names a registry; npm's omit-lockfile-registry-resolved leaves it out`);
}

/** What the page says of each package: its licence. */
const told = new Map(
  page
    .split("\n")
    .filter((line) => /^\| (?!package )[@a-z]/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", , licence = ""]) => [name, licence]),
);
for (const name of Object.keys(devDependencies)) {
  const licence = packages[`node_modules/${name}`]?.license;
  if (told.get(name) !== licence) complain(`docs/dependencies.md: ${name} has the licence ${licence}`);
}
for (const name of told.keys()) {
  if (!(name in devDependencies)) complain(`docs/dependencies.md: ${name} is not used`);
}

/** @param {string} sentence */
function complain(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
