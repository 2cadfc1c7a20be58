import { readdirSync, readFileSync } from "node:fs";
import type { Dirent } from "node:fs";
import path from "node:path";
import type { Input, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { csvTable } from "./csv-table.ts";
import { byCodeUnit } from "../text/by-code-unit.ts";
import { decode } from "./decode.ts";
import { fileStatus } from "../file-status.ts";
import { relativePath } from "./relative-path.ts";

/** A file that was opened, with the table in it where it could be read. */
export interface Opened {
  /** Its full path, or `-`. */
  readonly path: string;
  readonly input: Input;
  readonly table: Table | null;
  readonly problems: readonly Problem[];
}

/** What stands for standard input among the arguments, and how it is named in reports. */
export const STANDARD_INPUT = "-";

export interface DataRequest {
  /** Files, folders, globs, or `-`. */
  readonly data: readonly string[];
  readonly cwd: string;
  /** Whether inputs get their SHA-256. */
  readonly digests: boolean;
  readonly readStandardInput: () => Promise<Buffer>;
}

const FROM_FOLDERS = new Set([".csv", ".tsv", ".txt", ".xlsx", ".gz"]);
const NOT_YET = new Set([".xlsx", ".gz", ".xls"]);
const SKIPPED_NAME = /^(?:~\$|\.|_)/;
const GLOB = /[*?[\]{}]/;

/** Opens everything that the arguments name, in the order of their paths, each file once. */
export async function openData(
  request: DataRequest,
): Promise<{ readonly opened: readonly Opened[]; readonly problems: readonly Problem[] }> {
  const found = await Promise.all(request.data.map((argument) => findFiles(argument, request.cwd)));
  const files = [...new Set(found.flatMap((one) => one.files))].sort(byCodeUnit);
  const opened = await Promise.all(files.map((file) => openFile(file, request)));
  return { opened, problems: found.flatMap(({ problems }) => problems) };
}

interface Found {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files that an argument names. */
export async function findFiles(argument: string, cwd: string): Promise<Found> {
  if (argument === STANDARD_INPUT) return { files: [STANDARD_INPUT], problems: [] };
  const full = path.resolve(cwd, argument);
  const status = fileStatus(full);
  if (status?.isDirectory()) return inFolder(argument, full, cwd);
  if (status !== null) return { files: [full], problems: [] };
  const matches = GLOB.test(argument) ? await expandGlob(argument, cwd) : [];
  if (matches.length === 0) return { files: [], problems: [problem("data-not-found", { argument })] };
  const fixed = path.resolve(
    cwd,
    argument
      .split(/[\\/]/)
      .filter((_, index, all) => !all.slice(0, index + 1).some((part) => GLOB.test(part)))
      .join("/"),
  );
  return withoutSkipped(matches, (file) => path.relative(fixed, file), cwd);
}

function inFolder(argument: string, folder: string, cwd: string): Found {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      files: [],
      problems: [problem("file-unreadable", { detail: code ?? message }, { at: { in: "file", file: argument } })],
    };
  }
  const files = entries.flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const isFile = entry.isFile() || (entry.isSymbolicLink() && fileStatus(file)?.isFile());
    return isFile && FROM_FOLDERS.has(path.extname(entry.name).toLowerCase()) ? [file] : [];
  });
  const found = withoutSkipped(files, (file) => path.relative(folder, file), cwd);
  return found.files.length > 0
    ? found
    : { files: [], problems: [...found.problems, problem("data-empty", { argument })] };
}

/** Leaves out what is named as no export, and says so. */
function withoutSkipped(all: readonly string[], nameOf: (file: string) => string, cwd: string): Found {
  const isSkipped = (file: string) =>
    nameOf(file)
      .split(path.sep)
      .some((segment) => SKIPPED_NAME.test(segment));
  return {
    files: all.filter((file) => !isSkipped(file)),
    problems: all.filter(isSkipped).map((file) => {
      return problem("file-skipped", { why: "name" }, { at: { in: "file", file: relativePath(file, cwd) } });
    }),
  };
}

async function expandGlob(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const matches = await glob(pattern.replaceAll("\\", "/"), { cwd, absolute: true, expandDirectories: false });
  return matches.map((match) => path.resolve(match));
}

async function openFile(file: string, { cwd, digests, readStandardInput }: DataRequest): Promise<Opened> {
  const name = file === STANDARD_INPUT ? STANDARD_INPUT : relativePath(file, cwd);
  const unread = {
    file: name,
    sheet: null,
    sha256: null,
    bytes: 0,
    rows: 0,
    source: null,
    encoding: null,
    delimiter: null,
    period: null,
  };
  const failed = (trouble: Problem, input: Input = unread): Opened => ({
    path: file,
    input,
    table: null,
    problems: [trouble],
  });
  const extension = path.extname(file).toLowerCase();
  const at = { in: "file", file: name } as const;
  if (NOT_YET.has(extension)) return failed(problem("format-unsupported", { extension }, { at }));

  let bytes: Buffer;
  try {
    bytes = file === STANDARD_INPUT ? await readStandardInput() : readFileSync(file);
  } catch (error) {
    return failed(
      problem("file-unreadable", { detail: (error as NodeJS.ErrnoException).code ?? String(error) }, { at }),
    );
  }
  const input = { ...unread, bytes: bytes.length, sha256: digests ? (await import("./digest.ts")).digestOf(bytes) : null };
  const decoded = decode(bytes, name);
  if ("code" in decoded) return failed(decoded, input);
  const csv = await csvTable(decoded.utf8, name);
  if ("code" in csv) return failed(csv, { ...input, encoding: decoded.encoding });
  const read = { ...input, encoding: decoded.encoding, delimiter: csv.delimiter };
  if (csv.table.head.length === 0) return failed(problem("file-empty", {}, { at }), read);
  return { path: file, input: read, table: csv.table, problems: [] };
}
