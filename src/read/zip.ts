import { crc32 } from "node:zlib";
import { fromBufferPromise } from "yauzl";
import type { Entry } from "yauzl";
import { ProblemError } from "../problem/problem.ts";
import { damaged, MOST_ENTRIES, tooLarge, UnpackBudget } from "./unpack-limits.ts";

/** A ZIP in memory, whose entries are unpacked when they are read. */
export interface Zip {
  readonly names: ReadonlySet<string>;
  /** What its entries may still unpack to, all together. */
  readonly budget: UnpackBudget;
  /**
   * An entry's bytes, piece by piece; nothing where there is no such entry.
   *
   * @throws ProblemError where it is damaged, or the entries become too large.
   */
  read(name: string): AsyncIterable<Buffer>;
}

/**
 * `room`: what it may unpack to where other files have taken up their part already.
 *
 * @throws ProblemError where it is damaged, or has too many entries.
 */
export async function openZip(bytes: Buffer, file: string, most: number, room?: number): Promise<Zip> {
  const zip = await orDamaged(file, fromBufferPromise(bytes));
  if (zip.entryCount > MOST_ENTRIES) throw new ProblemError([tooLarge("entries", MOST_ENTRIES, file)]);
  const entries = new Map<string, Entry>();
  const collect = async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Error(`${entry.fileName} stands in it twice`);
      entries.set(entry.fileName, entry);
    }
  };
  await orDamaged(file, collect());
  const budget = new UnpackBudget(bytes.length, most, file, room);

  async function* read(name: string) {
    const entry = entries.get(name);
    if (entry === undefined) return;
    const pieces = await orDamaged(file, zip.openReadStreamPromise(entry));
    let checksum = 0;
    try {
      for await (const piece of pieces as AsyncIterable<Buffer>) {
        budget.spend(piece.length);
        checksum = crc32(piece, checksum);
        yield piece;
      }
    } catch (error) {
      throw asDamage(error, file);
    }
    if (checksum !== entry.crc32) throw new ProblemError([damaged(`${name}: checksum`, file)]);
  }
  return { names: new Set(entries.keys()), budget, read };
}

async function orDamaged<Value>(file: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw asDamage(error, file);
  }
}

function asDamage(error: unknown, file: string): unknown {
  return error instanceof ProblemError ? error : new ProblemError([damaged((error as Error).message, file)]);
}
