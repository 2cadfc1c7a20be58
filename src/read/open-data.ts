import { readFileSync } from "node:fs";
import { fileStatus } from "../file-status.ts";
import type { ByteRange, Encoding } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { byCodeUnit } from "../text/by-code-unit.ts";
import { findFiles, STANDARD_INPUT } from "./find-files.ts";
import { UNREAD } from "./opened.ts";
import type { FileOnDisk, Opened } from "./opened.ts";
import { isOwnOutput } from "./own-output.ts";
import { readTables } from "./read-tables.ts";
import { relativePath } from "./relative-path.ts";
import { MOST_IN_RUN } from "./unpack-limits.ts";
import type { Watch } from "./watch.ts";

export { findFiles, STANDARD_INPUT } from "./find-files.ts";
export { UNREAD } from "./opened.ts";
export type { Opened } from "./opened.ts";
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
}

/** All of it at once, or piece by piece. */
export type StandardInput = Promise<Buffer> | AsyncIterable<Buffer>;

/** Opens everything that the arguments name, in the order of their paths, each file once. */
export async function openData(
  request: DataRequest,
): Promise<{ readonly opened: readonly Opened[]; readonly problems: readonly Problem[] }> {
  const found = await Promise.all(request.data.map((argument) => findFiles(argument, request.cwd)));
  const { files: known = [] } = request;
  const files = [...new Set([...found.flatMap((one) => one.files), ...known])].sort(byCodeUnit);
  const named = new Set([...found.flatMap((one) => (one.searched ? [] : one.files)), ...known]);
  const opened: Opened[] = [];
  const problems = found.flatMap((one) => one.problems);
  const sizes = files.map(sizeOf);
  const memory = { room: request.room ?? MOST_IN_RUN, isHeld: areHeld(sizes) };
  for (const [index, path] of files.entries()) {
    const file = { path, isNamed: named.has(path), size: sizes[index] ?? null };
    // One by one: of workbooks that together are too large it is then always the same that finds no room.
    // oxlint-disable-next-line no-await-in-loop
    const one = await openFile(file, memory, request);
    if ("code" in one) problems.push(one);
    else opened.push(...one);
    // oxlint-disable-next-line no-await-in-loop
    if (index % PAUSE === PAUSE - 1) await signalsHeard();
  }
  return { opened, problems };
}

/** After so many files the process may do something else, such as stop. */
const PAUSE = 64;

/** A file that is larger stays on the disk, and so do all where the others are more than this together. */
const LARGEST_HELD = 1 << 20;
const MOST_HELD = 1 << 21;

/** How many bytes a file has; `null` of what comes through a pipe. Of what is not there, it is told when it is read. */
function sizeOf(path: string): number | null {
  const status = path === STANDARD_INPUT ? null : fileStatus(path);
  return path === STANDARD_INPUT || status?.isFIFO() ? null : (status?.size ?? 0);
}

function areHeld(sizes: readonly (number | null)[]): boolean {
  const small = sizes.map((size) => (size === null || size > LARGEST_HELD ? 0 : size));
  return small.reduce((total, size) => total + size, 0) <= MOST_HELD;
}

/** A file's bytes; or, where it stays on the disk, only where they are. */
async function toHold({ path, size }: FoundFile, isHeld: boolean, received: Received): Promise<Buffer | ByteRange> {
  if (size === null) return readInput((await import("./open-pipe.ts")).openPipe(path), received);
  return isHeld && size <= LARGEST_HELD ? readFileSync(path) : { file: path, start: 0, length: size };
}

/** What there is to open. */
interface FoundFile {
  readonly path: string;
  readonly isNamed: boolean;
  readonly size: number | null;
}

/** What comes in, how it is called, and who hears how much has come. */
interface Received {
  readonly name: string;
  readonly watch: Watch;
}

/** What comes from a pipe is kept on the disk where it is large. */
async function readInput(input: StandardInput, { name, watch }: Received): Promise<Buffer | ByteRange> {
  const given = await input;
  if (Buffer.isBuffer(given)) return given;
  const pieces = given[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  for (let length = 0; length <= LARGEST_HELD;) {
    // oxlint-disable-next-line no-await-in-loop
    const piece: IteratorResult<Buffer, unknown> = await pieces.next();
    if (piece.done === true) {
      // oxlint-disable-next-line no-await-in-loop
      await signalsHeard();
      return Buffer.concat(first);
    }
    first.push(piece.value);
    length += piece.value.length;
  }
  const { spool } = await import("./spool.ts");
  const range = await spool(
    (async function* all() {
      yield* first;
      yield* { [Symbol.asyncIterator]: () => pieces };
    })(),
    name,
    (done) => watch({ doing: "opening", file: name, done, total: null }),
  );
  await signalsHeard();
  return range;
}

/** Ctrl-C ends whoever writes into a pipe as well: what is cut off by that must not be taken for all that there is. */
function signalsHeard(): Promise<void> {
  // Of this turn of the event loop there may be nothing left in which to hear them.
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** What is in a file, sheet by sheet, or why it is left out. */
async function openFile(
  file: FoundFile,
  memory: { room: number; readonly isHeld: boolean },
  request: DataRequest,
): Promise<readonly Opened[] | Problem> {
  const { cwd, digests, readStandardInput, dataRead = () => {}, watch = () => {} } = request;
  const { encodingOf, declaredEncoding = null } = request;
  const { path, isNamed } = file;
  const name = path === STANDARD_INPUT ? STANDARD_INPUT : relativePath(path, cwd);
  const at = { in: "file", file: name } as const;
  watch({ doing: "opening", file: name, done: 0, total: null });
  const digestOf = digests ? (await import("./digest.ts")).digestOf : null;
  let bytes: Buffer;
  try {
    const received = { name, watch };
    const read = await (path === STANDARD_INPUT
      ? readInput(readStandardInput(), received)
      : toHold(file, memory.isHeld, received));
    dataRead(read.length);
    if (Buffer.isBuffer(read)) bytes = read;
    else {
      const stored = await openOnDisk({ path, name, isNamed, all: read }, request, digestOf);
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
  const sha256 = digestOf?.(bytes) ?? null;
  const input = { ...UNREAD, file: name, bytes: bytes.length, sha256, encoding, delimiter };
  if (tables.length === 0) return [{ path, input, table: null, problems }];
  return tables.map((table) => ({ path, input: { ...input, sheet: table.sheet }, table, problems }));
}

/** What stays on the disk: a small file that is plain throughout, or any other text; `null` where it is none. */
async function openOnDisk(stored: FileOnDisk, request: DataRequest, digestOf: ((bytes: Buffer) => string) | null) {
  const [{ openSmall }, { openStored }] = [await import("./open-small.ts"), await import("./open-stored.ts")];
  return openSmall(stored, request, digestOf) ?? openStored(stored, request);
}
