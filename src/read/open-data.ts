import { readFileSync } from "node:fs";
import { fileStatus } from "../file-status.ts";
import type { ByteRange, Encoding, Input, Table } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { byCodeUnit } from "../text/by-code-unit.ts";
import { findFiles, STANDARD_INPUT } from "./find-files.ts";
import { isOwnOutput } from "./own-output.ts";
import { readTables } from "./read-tables.ts";
import { relativePath } from "./relative-path.ts";
import { MOST_IN_RUN } from "./unpack-limits.ts";
import type { Watch } from "./watch.ts";

export { findFiles, STANDARD_INPUT } from "./find-files.ts";
export type { Watch } from "./watch.ts";

/** A file that was opened, or one sheet of it, with the table in it where it could be read. */
export interface Opened {
  /** Its full path, or `-`. */
  readonly path: string;
  readonly input: Input;
  readonly table: Table | null;
  readonly problems: readonly Problem[];
}

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
  const opened: (readonly Opened[] | Problem)[] = [];
  for await (const one of openEach(files, named, request)) opened.push(one);
  const problems = found.flatMap((one) => one.problems);
  return {
    opened: opened.flatMap((one) => ("code" in one ? [] : one)),
    problems: [...problems, ...opened.flatMap((one) => ("code" in one ? [one] : []))],
  };
}

/** One by one: of workbooks that together are too large it is then always the same that finds no room. */
async function* openEach(files: readonly string[], named: ReadonlySet<string>, request: DataRequest) {
  const memory = { room: request.room ?? MOST_IN_RUN, held: MOST_HELD };
  for (const file of files) yield openFile(file, named.has(file), memory, request);
}

export const UNREAD = {
  sheet: null,
  sha256: null,
  bytes: 0,
  rows: 0,
  source: null,
  encoding: null,
  delimiter: null,
  period: null,
} as const;

/** How many bytes of exports are held in memory, a file and all of them; what is larger stays on the disk. */
const LARGEST_HELD = 1 << 20;
const MOST_HELD = 1 << 21;

/** A file's bytes; or, where it is large, or many are, only where they are. */
async function toHold(file: string, memory: { held: number }, received: Received): Promise<Buffer | ByteRange> {
  const status = fileStatus(file);
  if (status?.isFIFO()) return readInput((await import("./open-pipe.ts")).openPipe(file), received);
  const length = status?.size ?? 0;
  if (length > LARGEST_HELD || length > memory.held) return { file, start: 0, length };
  memory.held -= length;
  return readFileSync(file);
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
  file: string,
  isNamed: boolean,
  memory: { room: number; held: number },
  request: DataRequest,
): Promise<readonly Opened[] | Problem> {
  const { cwd, digests, readStandardInput, dataRead = () => {}, watch = () => {} } = request;
  const { encodingOf, declaredEncoding = null } = request;
  const name = file === STANDARD_INPUT ? STANDARD_INPUT : relativePath(file, cwd);
  const at = { in: "file", file: name } as const;
  watch({ doing: "opening", file: name, done: 0, total: null });
  let bytes: Buffer;
  try {
    const received = { name, watch };
    const read = await (file === STANDARD_INPUT
      ? readInput(readStandardInput(), received)
      : toHold(file, memory, received));
    dataRead(read.length);
    if (Buffer.isBuffer(read)) bytes = read;
    else {
      const { openStored } = await import("./open-stored.ts");
      const stored = await openStored({ path: file, name, isNamed, all: read }, request);
      if (stored !== null) return stored;
      bytes = (await import("./stored-bytes.ts")).readPiece(read, 0, read.length, name);
    }
  } catch (error) {
    const input = { ...UNREAD, file: name };
    if (error instanceof ProblemError) return [{ path: file, input, table: null, problems: error.problems }];
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    return [{ path: file, input, table: null, problems: [problem("file-unreadable", { detail }, { at })] }];
  }
  if (!isNamed && (await isOwnOutput(bytes, name))) return problem("file-skipped", { why: "output" }, { at });
  const sha256 = digests ? (await import("./digest.ts")).digestOf(bytes) : null;
  const encodings = { named: encodingOf?.(file) ?? null, declared: declaredEncoding };
  const { tables, problems, encoding, delimiter, unpacked } = await readTables(bytes, name, encodings, memory.room);
  memory.room -= unpacked;
  const input = { ...UNREAD, file: name, bytes: bytes.length, sha256, encoding, delimiter };
  if (tables.length === 0) return [{ path: file, input, table: null, problems }];
  return tables.map((table) => ({ path: file, input: { ...input, sheet: table.sheet }, table, problems }));
}
