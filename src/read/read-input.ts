import type { ByteRange } from "../model.ts";
import type { Watch } from "./watch.ts";

/** All of it at once, or piece by piece. */
export type StandardInput = Promise<Buffer> | AsyncIterable<Buffer>;

/** What is larger stays on the disk. */
export const LARGEST_HELD = 1 << 20;

/** What comes in, how it is called, and who hears how much has come. */
export interface Received {
  readonly name: string;
  readonly watch: Watch;
}

/** What comes from a pipe is kept on the disk where it is large. */
export async function readInput(input: StandardInput, { name, watch }: Received): Promise<Buffer | ByteRange> {
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
