import { readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileStatus } from "../file-status.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { withoutPassword } from "../text/without-password.ts";
import { nearestFile } from "../text/nearest-file.ts";
import { relativePath } from "./relative-path.ts";

/** What stands for standard input among the arguments, and how it is named in reports. */
export const STANDARD_INPUT = "-";

export interface Found {
  readonly files: readonly string[];
  /** Whether the files were looked for, in a folder or by a pattern, and not named one by one. */
  readonly searched: boolean;
  readonly problems: readonly Problem[];
}

/** `.xls` too: a page saved under that name is read, and a binary workbook is an error and not left out unseen. */
const FROM_FOLDERS = new Set([".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".gz"]);
/** What may hold figures as well, but in a form that is not read. */
const OTHER_FORMS = new Set([".ods", ".xlsb", ".numbers", ".doc", ".docx", ".pdf", ".zip", ".rar", ".7z"]);
const SKIPPED_NAME = /^(?:~\$|\.|_)/;
const GLOB = /[*?[\]{}]/;

/** An argument that names nothing; of an address that stands where a file should, it shows no password. */
function notFound(argument: string, beside: readonly string[]): Problem {
  const shown = withoutPassword(argument);
  return problem("data-not-found", { argument: shown, nearest: nearestFile(shown, beside) });
}

/** The files that an argument names. */
export async function findFiles(argument: string, cwd: string): Promise<Found> {
  // A variable of a shell that is not set names nothing, and not the folder that one happens to be in.
  if (argument === "") return { files: [], searched: true, problems: [notFound(argument, [])] };
  if (argument === STANDARD_INPUT) return { files: [STANDARD_INPUT], searched: false, problems: [] };
  const full = asOnDisk(path.resolve(cwd, argument));
  const status = full === null ? null : fileStatus(full);
  if (full !== null && status?.isDirectory()) return inFolder(argument, full, cwd);
  if (full !== null && status !== null) return { files: [full], searched: false, problems: [] };
  const matches = GLOB.test(argument) ? await expandGlob(argument, cwd) : [];
  if (matches.length === 0) {
    // A pattern is no name that could be misspelt.
    const beside = GLOB.test(argument) ? [] : namesIn(path.dirname(path.resolve(cwd, argument)));
    return { files: [], searched: true, problems: [notFound(argument, beside)] };
  }
  const fixed = path.resolve(
    cwd,
    argument
      .split(/[\\/]/)
      .filter((_, index, all) => !all.slice(0, index + 1).some((part) => GLOB.test(part)))
      .join("/"),
  );
  const searched = asOnDisk(fixed) ?? fixed;
  return withoutSkipped(matches, (file) => path.relative(searched, file), cwd);
}

function inFolder(argument: string, folder: string, cwd: string): Found {
  let files: readonly string[];
  try {
    files = filesBelow(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const at = { in: "file", file: argument } as const;
    return { files: [], searched: true, problems: [problem("file-unreadable", { detail: code ?? message }, { at })] };
  }
  const isOf = (extensions: ReadonlySet<string>) => (file: string) => extensions.has(path.extname(file).toLowerCase());
  const nameOf = (file: string) => file.slice(folder.length);
  const exports = withoutSkipped(files.filter(isOf(FROM_FOLDERS)), nameOf, cwd);
  const others = withoutSkipped(files.filter(isOf(OTHER_FORMS)), nameOf, cwd).files;
  const passedOver = others.map((file) =>
    problem("file-skipped", { why: "format" }, { at: { in: "file", file: relativePath(file, cwd) } }),
  );
  const found = { ...exports, problems: [...exports.problems, ...passedOver] };
  return found.files.length > 0
    ? found
    : { ...found, problems: [...found.problems, problem("data-empty", { argument })] };
}

/**
 * Every file in a folder and in those below it. A link that leads nowhere is one too, which cannot be read; a folder is
 * entered once, since a link may lead back to where it stands.
 */
function filesBelow(folder: string, entered = new Set<string>()): readonly string[] {
  const real = realpathSync(folder);
  if (entered.has(real)) return [];
  entered.add(real);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    const status = entry.isSymbolicLink() ? fileStatus(file) : entry;
    if (status?.isDirectory()) return filesBelow(file, entered);
    return status?.isFile() === false ? [] : [file];
  });
}

/** Leaves out what is named as no export, and says so. */
function withoutSkipped(all: readonly string[], nameOf: (file: string) => string, cwd: string): Found {
  const isSkipped = (file: string) =>
    nameOf(file)
      .split(path.sep)
      .some((segment) => SKIPPED_NAME.test(segment));
  const skipped = new Set(all.filter(isSkipped));
  return {
    files: all.filter((file) => !skipped.has(file)),
    searched: true,
    problems: [...skipped].map((file) => {
      return problem("file-skipped", { why: "name" }, { at: { in: "file", file: relativePath(file, cwd) } });
    }),
  };
}

async function expandGlob(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const forward = pattern.replaceAll("\\", "/");
  // A name may be written with letters and tones apart (NFD), as Macs do, and be typed composed, or the reverse.
  const patterns = [...new Set([forward, forward.normalize("NFC"), forward.normalize("NFD")])];
  const matches = await glob(patterns, { cwd, absolute: true, expandDirectories: false });
  return matches.map((match) => path.resolve(match));
}

/** A path as the disk spells it, where only its Unicode form differs; `null` where nothing stands there. */
function asOnDisk(full: string): string | null {
  if (fileStatus(full) !== null) return full;
  const folder = path.dirname(full);
  if (folder === full) return null;
  const parent = asOnDisk(folder);
  if (parent === null) return null;
  const name = path.basename(full).normalize("NFC");
  // Letters without marks are written in one way alone, and neither is a pattern's folder gone through for them.
  if (/^[ -~]*$/.test(name)) return null;
  const found = namesIn(parent).find((other) => other.normalize("NFC") === name);
  return found === undefined ? null : path.join(parent, found);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
