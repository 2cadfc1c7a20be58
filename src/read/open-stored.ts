import type { ByteRange, Encoding } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { markOf } from "./decode.ts";
import { fileKind } from "./file-kind.ts";
import { invalidText } from "./find-fault.ts";
import type { DataRequest } from "./open-data.ts";
import { UNREAD } from "./opened.ts";
import type { FileOnDisk, Opened } from "./opened.ts";
import { isOwnOutput } from "./own-output.ts";
import { readPiece } from "./stored-bytes.ts";
import { storedTable } from "./stored-table.ts";
import type { Watch } from "./watch.ts";

/** How much of a file says what it is. */
const BEGINNING = 4096;
/** Larger files get no SHA-256 unless it is asked for: it would take as long as all the rest. */
const MOST_DIGESTED = 1 << 28;

/** A large file of delimited text, which stays on the disk; `null` where it is something else. */
export async function openStored(stored: FileOnDisk, request: DataRequest): Promise<Opened[] | Problem | null> {
  const { path, name, isNamed, all } = stored;
  const { watch = () => {} } = request;
  try {
    const beginning = readPiece(all, 0, BEGINNING, name);
    if (!isNamed && (await isOwnOutput(beginning, name)))
      return problem("file-skipped", { why: "output" }, { at: { in: "file", file: name } });
    const text = await textOf(stored, beginning, request);
    if (text === null) return null;
    const read = await storedTable(text.range, { file: name, isNamed: text.isNamed, watch });
    const isDigested = request.digests && (all.length <= MOST_DIGESTED || request.digestLarge === true);
    const sha256 = isDigested ? await digestIn(stored, watch) : null;
    const input = { ...UNREAD, file: name, bytes: all.length, sha256, encoding: text.encoding };
    if ("code" in read) return [{ path, input, table: null, problems: [read] }];
    const { table, delimiter } = read;
    if (table.head.length > 0) return [{ path, input: { ...input, delimiter }, table, problems: [] }];
    const empty = problem("file-empty", {}, { at: { in: "file", file: name } });
    return [{ path, input: { ...input, delimiter }, table: null, problems: [empty] }];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [{ path, input: { ...UNREAD, file: name }, table: null, problems: error.problems }];
  }
}

async function digestIn(stored: FileOnDisk, watch: Watch): Promise<string> {
  const { digestOfFile } = await import("./digest.ts");
  return digestOfFile(stored.all, stored.name, opening(stored, watch));
}

interface StoredText {
  readonly range: ByteRange;
  readonly encoding: Encoding;
  readonly isNamed: boolean;
}

/** Where its text stands, as UTF-8 without a mark: in the file itself, or unpacked and decoded beside it. */
async function textOf(
  stored: FileOnDisk,
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
function opening({ name, all }: FileOnDisk, watch: Watch): (done: number, total?: number) => void {
  return (done, total = all.length) => watch({ doing: "opening", file: name, done, total });
}

function invalidIn(body: ByteRange, name: string): boolean {
  return invalidText(body, { line: 1, offset: 0 }, name) !== null;
}
