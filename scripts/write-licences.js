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
  return `${name} ${version} (${license})\n\n${await licenceIn(folder, name)}`;
}

/**
 * From the file of that name, or from the section of the README that some have instead.
 *
 * @param {string} folder
 * @param {string} name
 */
async function licenceIn(folder, name) {
  const entries = await readdir(folder);
  const file = entries.find((entry) => /^licen[cs]e/i.test(entry));
  if (file !== undefined) return readFile(path.join(folder, file), "utf8");
  const readme = entries.find((entry) => /^readme/i.test(entry));
  const text = readme === undefined ? "" : await readFile(path.join(folder, readme), "utf8");
  const section = /^#+ licen[cs]e\s+(.*permission is hereby granted.*)$/ims.exec(text)?.[1];
  if (section === undefined) throw new Error(`${name} has no licence`);
  return section;
}
