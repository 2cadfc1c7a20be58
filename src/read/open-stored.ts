import { readPiece } from "./stored-bytes.ts";
import { fileKind } from "./file-kind.ts";
import { invalidText } from "./find-fault.ts";
import { isOwnOutput } from "./own-output.ts";
import { markOf } from "./decode.ts";
import { ProblemError, problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { relativePath } from "./relative-path.ts";
import { storedTable } from "./stored-table.ts";
import { UNREAD } from "./open-data.ts";
import type { DataRequest, Opened } from "./open-data.ts";

/** How much of a file says what it is. */
const BEGINNING = 4096;

/** A large file of delimited UTF-8, which stays on the disk; `null` where it is something else, and has to be unpacked. */
export async function openStored(
  file: string,
  size: number,
  isNamed: boolean,
  { cwd, digests, encodingOf, declaredEncoding = null }: DataRequest,
): Promise<Opened[] | Problem | null> {
  const name = relativePath(file, cwd);
  const all = { file, start: 0, length: size };
  try {
    const beginning = readPiece(all, 0, BEGINNING, name);
    const mark = markOf(beginning);
    const encoding = mark?.encoding ?? encodingOf?.(file) ?? "utf-8";
    if (fileKind(beginning) !== "text" || encoding !== "utf-8") return null;
    if (!isNamed && (await isOwnOutput(beginning, name)))
      return problem("file-skipped", { why: "output" }, { at: { in: "file", file: name } });
    const skipped = mark?.mark.length ?? 0;
    const text = { file, start: skipped, length: size - skipped };
    const isLegacy = mark === undefined && encodingOf?.(file) == null && declaredEncoding !== null;
    if (isLegacy && invalidText(text, { line: 1, offset: 0 }, name) !== null) return null;
    const read = await storedTable(text, name, encodingOf?.(file) !== undefined && encodingOf?.(file) !== null);
    const sha256 = digests && size <= MOST_DIGESTED ? (await import("./digest.ts")).digestOfFile(all, name) : null;
    const input = { ...UNREAD, file: name, bytes: size, sha256, encoding };
    if ("code" in read) return [{ path: file, input, table: null, problems: [read] }];
    const { table, delimiter } = read;
    if (table.head.length > 0) return [{ path: file, input: { ...input, delimiter }, table, problems: [] }];
    const empty = problem("file-empty", {}, { at: { in: "file", file: name } });
    return [{ path: file, input: { ...input, delimiter }, table: null, problems: [empty] }];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [{ path: file, input: { ...UNREAD, file: name }, table: null, problems: error.problems }];
  }
}

/** Larger files get no SHA-256 unless it is asked for: it would take as long as all the rest. */
const MOST_DIGESTED = 1 << 28;
