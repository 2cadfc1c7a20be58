import { execFileSync } from "node:child_process";

/** What `npm pack` would put into the package: all that a user needs, and nothing that only we do. */
const REQUIRED = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^bin\/chitieu\.js$/,
  /^dist\/index\.js$/,
  /^dist\/types\/index\.d\.ts$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  /^schema\/plan\.schema\.json$/,
  /^schema\/source\.schema\.json$/,
  /^schema\/config\.schema\.json$/,
  /^schema\/assessment\.schema\.json$/,
  /^targets\/[^/]+\.yaml$/,
  /^targets\/sources\/[^/]+\.yaml$/,
  /^targets\/units\/[^/]+\.csv$/,
];
const ALLOWED = /^(?:(?:bin|dist|schema|targets)\/|(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$)/;

const npm = process.env["npm_execpath"];
const argv = ["pack", "--dry-run", "--json", "--ignore-scripts"];
const packed = npm === undefined ? execFileSync("npm", argv) : execFileSync(process.execPath, [npm, ...argv]);
const [{ files, size }] = JSON.parse(packed.toString("utf8"));
/** @type {string[]} */
const paths = files.map((/** @type {{ path: string }} */ file) => file.path);

const missing = REQUIRED.filter((pattern) => !paths.some((path) => pattern.test(path)));
const stray = paths.filter((path) => !ALLOWED.test(path));
for (const pattern of missing) console.error(`Missing from the package: ${pattern.source}`);
for (const path of stray) console.error(`Not meant for the package: ${path}`);
if (missing.length > 0 || stray.length > 0) process.exitCode = 1;
console.log(`${paths.length} files, ${Math.round(size / 1024)} KiB`);
