import { readFileSync } from "node:fs";
import { fileStatus } from "../file-status.ts";
import type { ByteRange, Encoding } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { byCodeUnit } from "../text/by-code-unit.ts";
import { findFiles, STANDARD_INPUT } from "./find-files.ts";
import type { LookInThreads } from "./open-small.ts";
import { UNREAD } from "./opened.ts";
import type { Opened } from "./opened.ts";
import { isOwnOutput } from "./own-output.ts";
import { LARGEST_HELD, readInput } from "./read-input.ts";
import type { Received, StandardInput } from "./read-input.ts";
import { readTables } from "./read-tables.ts";
import { relativePath } from "./relative-path.ts";
import { MOST_IN_RUN } from "./unpack-limits.ts";
import type { Watch } from "./watch.ts";

export { findFiles, STANDARD_INPUT } from "./find-files.ts";
export { UNREAD } from "./opened.ts";
export type { Opened } from "./opened.ts";
export type { StandardInput } from "./read-input.ts";
export type { Watch } from "./watch.ts";

export interface DataRequest {
  /** Files, folders, globs, or `-`. */
  readonly data: readonly string[];
  /** Files that are known by their full paths. */
  readonly files?: readonly string[];
  readonly cwd: string;
  /** Whether inputs get their SHA-256. */
  readonly digests: boolean;
  /** Also where they are large. */
  readonly digestLarge?: boolean;
  /** How a file is encoded that has no mark of its own, by its full path; `null` where nothing says it. */
  readonly encodingOf?: (path: string) => Encoding | null;
  /** What a file is tried as that turns out to be no UTF-8: the one encoding that the sources at hand declare. */
  readonly declaredEncoding?: Encoding | null;
  readonly readStandardInput: () => StandardInput;
  /** How many bytes all workbooks together may unpack to, if not as many as usual. */
  readonly room?: number;
  /** Hears how many bytes each file has, once it is read. */
  readonly dataRead?: (bytes: number) => void;
  readonly watch?: Watch;
  /** Has other threads look through many small files as well. */
  readonly inThreads?: LookInThreads;
}

/** Opens everything that the arguments name, in the order of their paths, each file once. */
export async function openData(
  request: DataRequest,
): Promise<{ readonly opened: readonly Opened[]; readonly problems: readonly Problem[] }> {
  const found = await Promise.all(request.data.map((argument) => findFiles(argument, request.cwd)));
  const { files: known = [], cwd } = request;
  const searched = new Set(found.flatMap((one) => (one.searched ? one.files : [])));
  const named = new Set([...found.flatMap((one) => (one.searched ? [] : one.files)), ...known]);
  const files = [...new Set([...searched, ...named])].sort(byCodeUnit).map((path): FoundFile => {
    const name = path === STANDARD_INPUT ? path : relativePath(path, cwd);
    return { path, name, isNamed: named.has(path), isRegular: searched.has(path) };
  });
  const isMany = files.length > MOST_FILES_HELD;
  const together = isMany ? await openTogether(files, request) : null;
  const memory = { room: request.room ?? MOST_IN_RUN, held: isMany ? 0 : MOST_HELD, isMany };
  const opened: Opened[] = [];
  const problems = found.flatMap((one) => one.problems);
  for (const file of files) {
    // One by one: of workbooks that together are too large it is then always the same that finds no room.
    // oxlint-disable-next-line no-await-in-loop
    const one = together?.get(file.path) ?? (await openFile(file, memory, request));
    if ("code" in one) problems.push(one);
    else opened.push(...one);
  }
  return { opened, problems };
}

/** What there is to open. */
interface FoundFile {
  readonly path: string;
  /** As problems call it. */
  readonly name: string;
  /** Whether it was named itself, and not found in a folder. */
  readonly isNamed: boolean;
  /** Whether it is known to be a file on the disk, and no pipe. */
  readonly isRegular: boolean;
}

/** How much room is left in a run. */
interface Memory {
  /** For what workbooks unpack to, and for exports that are held. */
  room: number;
  held: number;
  /** Whether all that can be were opened together. */
  readonly isMany: boolean;
}

/** More files than this stay on the disk, as small as they may be. */
const MOST_FILES_HELD = 256;
/** How many bytes of exports are held in memory; what is beyond stays on the disk. */
const MOST_HELD = 1 << 21;

/** Many files, but for those of which the user says that they are no UTF-8. */
async function openTogether(files: readonly FoundFile[], request: DataRequest) {
  const { encodingOf, dataRead = () => {}, watch = () => {}, inThreads = noThreads } = request;
  const asked = files.flatMap((file) => {
    const encoding = encodingOf?.(file.path) ?? null;
    const isText = encoding === null || encoding === "utf-8";
    return isText && isOnDisk(file) ? [{ ...file, isUtf8: encoding !== null }] : [];
  });
  const { openSmall } = await import("./open-small.ts");
  return openSmall(asked, await digesterFor(request), {
    inThreads,
    reached: (file) => watch({ doing: "opening", file, done: 0, total: null }),
    dataRead,
  });
}

function isOnDisk({ path, isRegular }: FoundFile): boolean {
  return isRegular || (path !== STANDARD_INPUT && fileStatus(path)?.isFile() === true);
}

function noThreads(): Promise<readonly []> {
  return Promise.resolve([]);
}

/** What makes digests. In a file of its own, which is read where there are any. */
async function digesterFor({ digests }: DataRequest) {
  return digests ? (await import("./digest.ts")).digestOf : null;
}

/** A file's bytes; or, where it is large, or many are, only where they are. */
async function toHold(path: string, memory: Memory, received: Received): Promise<Buffer | ByteRange> {
  const status = fileStatus(path);
  if (status?.isFIFO()) return readInput((await import("./open-pipe.ts")).openPipe(path), received);
  const length = status?.size ?? 0;
  if (length > LARGEST_HELD || length > memory.held) return { file: path, start: 0, length };
  memory.held -= length;
  return readFileSync(path);
}

/** What is in a file, sheet by sheet, or why it is left out. */
async function openFile(file: FoundFile, memory: Memory, request: DataRequest): Promise<readonly Opened[] | Problem> {
  const { readStandardInput, dataRead = () => {}, watch = () => {} } = request;
  const { encodingOf, declaredEncoding = null } = request;
  const { path, name, isNamed } = file;
  const at = { in: "file", file: name } as const;
  watch({ doing: "opening", file: name, done: 0, total: null });
  let bytes: Buffer;
  try {
    const received = { name, watch };
    const read = await (path === STANDARD_INPUT
      ? readInput(readStandardInput(), received)
      : toHold(path, memory, received));
    const isSmall = !Buffer.isBuffer(read) && read.length <= LARGEST_HELD;
    const small = isSmall && !memory.isMany ? (await openTogether([file], request)).get(path) : undefined;
    if (small !== undefined) return small;
    dataRead(read.length);
    if (Buffer.isBuffer(read)) bytes = read;
    else {
      const { openStored } = await import("./open-stored.ts");
      const stored = await openStored({ path, name, isNamed, all: read }, request);
      if (stored !== null) return stored;
      bytes = (await import("./stored-bytes.ts")).readPiece(read, 0, read.length, name);
    }
  } catch (error) {
    const input = { ...UNREAD, file: name };
    if (error instanceof ProblemError) return [{ path, input, table: null, problems: error.problems }];
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    return [{ path, input, table: null, problems: [problem("file-unreadable", { detail }, { at })] }];
  }
  if (!isNamed && (await isOwnOutput(bytes, name))) return problem("file-skipped", { why: "output" }, { at });
  const encodings = { named: encodingOf?.(path) ?? null, declared: declaredEncoding };
  const { tables, problems, encoding, delimiter, unpacked } = await readTables(bytes, name, encodings, memory.room);
  memory.room -= unpacked;
  const sha256 = (await digesterFor(request))?.(bytes) ?? null;
  const input = { ...UNREAD, file: name, bytes: bytes.length, sha256, encoding, delimiter };
  if (tables.length === 0) return [{ path, input, table: null, problems }];
  return tables.map((table) => ({ path, input: { ...input, sheet: table.sheet }, table, problems }));
}
