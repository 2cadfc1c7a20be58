import type { ByteRange, Encoding } from "../model.ts";
import { decodeText } from "./decode-text.ts";
import { spool } from "./spool.ts";
import { readPiece } from "./stored-bytes.ts";

const PIECE = 1 << 20;

/** Thrown within, and not beyond: the whole is decoded at once then, which says what is wrong and where. */
class Undecodable extends Error {}

/** Decodes text onto the disk as UTF-8; `null` where some of it cannot be decoded. */
export async function decodeStored(
  range: ByteRange,
  encoding: Encoding,
  name: string,
  advance: (done: number, total: number) => void,
): Promise<ByteRange | null> {
  const advanced = (done: number) => advance(done, range.length);
  try {
    return await spool(decoded(range, encoding, name, advanced), name);
  } catch (error) {
    if (error instanceof Undecodable) return null;
    throw error;
  }
}

/** Cut behind line feeds, so that neither half a character nor a letter without its tone comes first. */
async function* decoded(
  range: ByteRange,
  encoding: Encoding,
  name: string,
  advance: (done: number) => void,
): AsyncGenerator<Buffer> {
  for (let at = 0; at < range.length;) {
    const piece = readPiece(range, at, PIECE, name);
    const isLast = at + piece.length === range.length;
    const whole = piece.subarray(0, isLast ? undefined : cutOf(piece, encoding));
    if (whole.length === 0) throw new Undecodable();
    // oxlint-disable-next-line no-await-in-loop
    const text = await decodeText(whole, name, encoding);
    if ("code" in text) throw new Undecodable();
    yield text.utf8;
    at += whole.length;
    advance(at);
  }
}

function cutOf(piece: Buffer, encoding: Encoding): number {
  const feed = encoding === "utf-16le" ? "\n\0" : encoding === "utf-16be" ? "\0\n" : "\n";
  for (let at = piece.lastIndexOf(feed, undefined, "latin1"); at >= 0; at = piece.lastIndexOf(feed, at - 1, "latin1"))
    if (feed.length === 1 || at % 2 === 0) return at + feed.length;
  return 0;
}
