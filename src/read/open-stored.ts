import type { ByteRange, Encoding } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { CsvTable } from "./csv-table.ts";
import { isText, markOf } from "./decode.ts";
import { fileKind } from "./file-kind.ts";
import { invalidText } from "./find-fault.ts";
import { suspectInText } from "./find-suspect.ts";
import { UNREAD } from "./open-data.ts";
import type { DataRequest, Opened } from "./open-data.ts";
import { isOwnOutput } from "./own-output.ts";
import { readSmallFile, SMALL, smallPiece } from "./small-file.ts";
import { smallTable } from "./small-table.ts";
import { readPiece } from "./stored-bytes.ts";
import { storedTable } from "./stored-table.ts";
import type { Watch } from "./watch.ts";

/** How much of a file says what it is. */
const BEGINNING = 4096;
/** Larger files get no SHA-256 unless it is asked for: it would take as long as all the rest. */
const MOST_DIGESTED = 1 << 28;

export interface StoredFile {
  /** Its full path, or `-`, and what problems call it. */
  readonly path: string;
  readonly name: string;
  readonly isNamed: boolean;
  readonly all: ByteRange;
}

/** A large file of delimited text, which stays on the disk; `null` where it is something else. */
export async function openStored(stored: StoredFile, request: DataRequest): Promise<Opened[] | Problem | null> {
  const { path, name, isNamed, all } = stored;
  const { watch = () => {} } = request;
  try {
    const beginning = beginningOf(all, name);
    if (!isNamed && (await isOwnOutput(beginning, name)))
      return problem("file-skipped", { why: "output" }, { at: { in: "file", file: name } });
    const text = await textOf(stored, beginning, request);
    if (text === null) return null;
    const read = smallIn(text, name) ?? (await storedTable(text.range, { file: name, isNamed: text.isNamed, watch }));
    const isDigested = request.digests && (all.length <= MOST_DIGESTED || request.digestLarge === true);
    const sha256 = isDigested ? await digestIn(stored, watch) : null;
    const input = { ...UNREAD, file: name, bytes: all.length, sha256, encoding: text.encoding };
    if ("code" in read) return [{ path, input, table: null, problems: [read] }];
    const { table, delimiter } = read;
    if (table.firstRow !== undefined || table.head.length > 0)
      return [{ path, input: { ...input, delimiter }, table, problems: [] }];
    const empty = problem("file-empty", {}, { at: { in: "file", file: name } });
    return [{ path, input: { ...input, delimiter }, table: null, problems: [empty] }];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [{ path, input: { ...UNREAD, file: name }, table: null, problems: error.problems }];
  }
}

/** A small file, where it is plain throughout: it is looked through at once, and then only where it is asked for. */
function smallIn({ range, isNamed }: StoredText, name: string): CsvTable | null {
  const { file, start, length } = range;
  if (typeof file === "number" || start + length > SMALL) return null;
  const text = smallPiece({ ...range, file }, name);
  const isSound = isText(text) && (isNamed || suspectInText(text, name) === null);
  return isSound ? smallTable(text, { ...range, file }, name) : null;
}

/** Of a small file, which is read anew, a copy: the memory that it is read into is soon another's. */
function beginningOf(all: ByteRange, name: string): Buffer {
  if (typeof all.file === "number" || all.length > SMALL) return readPiece(all, 0, BEGINNING, name);
  return Buffer.from(readSmallFile(all.file, name).subarray(0, BEGINNING));
}

async function digestIn(stored: StoredFile, watch: Watch): Promise<string> {
  const { all, name } = stored;
  const { file, length } = all;
  const { digestOf, digestOfFile } = await import("./digest.ts");
  if (typeof file === "number" || length > SMALL) return digestOfFile(all, name, opening(stored, watch));
  return digestOf(smallPiece({ ...all, file }, name));
}

interface StoredText {
  readonly range: ByteRange;
  readonly encoding: Encoding;
  readonly isNamed: boolean;
}

/** Where its text stands, as UTF-8 without a mark: in the file itself, or unpacked and decoded beside it. */
async function textOf(
  stored: StoredFile,
  first: Buffer,
  { encodingOf, declaredEncoding = null, watch = () => {} }: DataRequest,
): Promise<StoredText | null> {
  const { path, name, all } = stored;
  const advance = opening(stored, watch);
  const isPacked = fileKind(first) === "gzip";
  const bytes = isPacked ? await (await import("./unpack-stored.ts")).unpackStored(all, name, advance) : all;
  const beginning = isPacked ? readPiece(bytes, 0, BEGINNING, name) : first;
  if (fileKind(beginning) !== "text") return null;
  const mark = markOf(beginning);
  const skipped = mark?.mark.length ?? 0;
  const body = { ...bytes, start: bytes.start + skipped, length: bytes.length - skipped };
  const named = encodingOf?.(path) ?? null;
  const isOther = mark === undefined && named === null && declaredEncoding !== null && invalidIn(body, name);
  const encoding: Encoding = mark?.encoding ?? named ?? (isOther ? declaredEncoding : "utf-8");
  const range =
    encoding === "utf-8"
      ? body
      : await (await import("./decode-stored.ts")).decodeStored(body, encoding, name, advance);
  return range === null ? null : { range, encoding, isNamed: named !== null };
}

/** What of a file has been unpacked, decoded or digested. */
function opening({ name, all }: StoredFile, watch: Watch): (done: number, total?: number) => void {
  return (done, total = all.length) => watch({ doing: "opening", file: name, done, total });
}

function invalidIn(body: ByteRange, name: string): boolean {
  return invalidText(body, { line: 1, offset: 0 }, name) !== null;
}
