import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";

/** A YAML file of a folder that says that it is a plan, or a source; its title as it stands there. */
export interface DefinitionFile {
  readonly file: string;
  readonly title: string;
}

/** The plans or the sources among the files of a folder, told by their first lines; none where it cannot be read. */
export function definitionFiles(folder: string, kind: "plan" | "source"): DefinitionFile[] {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.].*\.ya?ml$/iu.test(name));
    return names.sort().flatMap((file) => {
      const head = headOf(path.join(folder, file));
      const isKind = new RegExp(`^format:\\s*["']?chitieu/${kind}@`, "mu").test(head);
      const title = /^(?:title|system):[^\S\n]*(?<title>.*)$/mu.exec(head)?.groups?.["title"] ?? "";
      return isKind ? [{ file, title: title.replaceAll(/^["']|["']\s*$/gu, "") }] : [];
    });
  } catch {
    return [];
  }
}

/** The folders in a folder that are not hidden; none where it cannot be read. */
export function foldersIn(folder: string): string[] {
  try {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.flatMap(({ name }) => (name.startsWith(".") ? [] : [name])).sort();
  } catch {
    return [];
  }
}

const HEAD = 4096;

function headOf(file: string): string {
  const bytes = Buffer.alloc(HEAD);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, "r");
    return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, HEAD, 0));
  } catch {
    return "";
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
