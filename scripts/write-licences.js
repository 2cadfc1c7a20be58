import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The licences of all packages that the bundle contains, as they ask for.
 *
 * @param {readonly (import("rolldown").OutputChunk | import("rolldown").OutputAsset)[]} output
 * @param {string} file
 */
export async function writeLicences(output, file) {
  const modules = output.flatMap((one) => (one.type === "chunk" ? one.moduleIds : []));
  const folders = new Set(
    modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll("\\", "/"))?.[0] ?? []),
  );
  const texts = await Promise.all([...folders].sort().map(licenceOf));
  await writeFile(file, texts.join(`\n${"-".repeat(80)}\n\n`));
}

/** @param {string} folder */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const licence = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (licence === undefined) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${await readFile(path.join(folder, licence), "utf8")}`;
}
