import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { ByteRange } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { spool } from "./spool.ts";
import { readPiece } from "./stored-bytes.ts";
import { damaged, MOST_UNPACKED, UnpackBudget } from "./unpack-limits.ts";

/** What lies on the disk may be more than what fits in memory, if it does not come out of next to nothing. */
const FAIR_RATIO = 100;

/**
 * Unpacks gzip onto the disk, all members one after the other. Zeros may follow, as on tapes, and nothing else.
 *
 * @throws ProblemError where it is damaged, cut off, or too large.
 */
export async function unpackStored(
  range: ByteRange,
  name: string,
  advance: (done: number) => void,
): Promise<ByteRange> {
  const budget = new UnpackBudget(range.length, Math.max(MOST_UNPACKED, range.length * FAIR_RATIO), name);
  const { file } = range;
  const packed =
    typeof file === "number" ? createReadStream("", { fd: file, start: 0, autoClose: false }) : createReadStream(file);
  const unpacking = packed.pipe(createGunzip({ chunkSize: 1 << 18 }));
  packed.on("error", (error) => unpacking.destroy(error));
  try {
    const unpacked = await spool(within(unpacking, budget), name, () => advance(unpacking.bytesWritten));
    if (onlyZeros(range, unpacking.bytesWritten, name)) return unpacked;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || !code.startsWith("Z_")) throw error;
    throw new ProblemError([damaged(message, name)]);
  }
  throw new ProblemError([damaged("unexpected bytes at the end", name)]);
}

async function* within(pieces: AsyncIterable<Buffer>, budget: UnpackBudget): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    budget.spend(piece.length);
    yield piece;
  }
}

function onlyZeros(range: ByteRange, from: number, name: string): boolean {
  const most = 1 << 20;
  for (let at = from; at < range.length; at += most)
    if (readPiece(range, at, most, name).some((byte) => byte !== 0)) return false;
  return true;
}
