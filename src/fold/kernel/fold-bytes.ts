import { setImmediate as pause } from "node:timers/promises";
import type { ByteReader, Folding, FoldSpec, RowPlace, Table, TableBytes } from "../../model.ts";
import { keyParts } from "../fold-rows.ts";
import { compiledKernel } from "./compiled-kernel.ts";
import { firstRow } from "./first-row.ts";
import { foldShare } from "./fold-share.ts";
import type { Cut, Share } from "./fold-share.ts";
import { joinShares } from "./join-shares.ts";
import type { Joined } from "./join-shares.ts";
import { printOf } from "./key-print.ts";
import { BLOCK, Kernel } from "./kernel.ts";

/** How the work is cut. Tests cut it small, so that every kind of border is met. */
export interface Cutting {
  readonly block: number;
  /** A range for a thread. */
  readonly step: number;
  /** How many fold beside this one. */
  readonly threads: number;
}

/** Kernels of before: what texts mean in a spec need not be asked again for the next file. */
const free = new WeakMap<FoldSpec, Map<string, Kernel>>();

/** Whether the kernel can fold by a spec at all. */
export function isForKernel({ bytes }: Table, { sums, width }: FoldSpec): boolean {
  if (bytes === null || width === 0) return false;
  const [first] = sums;
  const isOneGrammar = sums.every(({ numbers }) => numbers.thousands === first?.numbers.thousands);
  return DELIMITERS.has(bytes.delimiter) && isOneGrammar;
}

/** A `sep=` line may name any sign, such as a letter. */
const DELIMITERS = new Set([";", ",", "\t", "|", ":", "^", "~"]);

/** Folds a table over its raw bytes; `null` where it takes a look row by row. */
export async function foldBytes(table: Table, spec: FoldSpec, cutting: Partial<Cutting> = {}): Promise<Folding | null> {
  const { bytes } = table;
  const first = firstRow(table, spec);
  if (bytes === null || first === null) return null;
  const { block = BLOCK, step = 0, threads = 0 } = cutting;
  const { length, delimiter, range, reached = () => {} } = bytes;
  const module = await compiledKernel();
  const { kernel, giveBack } = takeKernel(module, spec, delimiter, block);
  const reader = bytes.open();
  try {
    if (range !== null && threads > 0) {
      const cut = { first: first.offset, length, step, delimiter };
      const next = new Int32Array(new SharedArrayBuffer(4));
      const { foldInThreads } = await import("./threads.ts");
      const others = foldInThreads({ module, spec, block, range, name: table.file, cut, next }, threads);
      // Should this thread fail, the others must not be left without anybody to hear of it.
      others.catch(() => {});
      const mine = await takeShare(kernel, reader, cut, { next, reached });
      const joined = joinShares([mine, ...(await others)], cut, first);
      if (joined !== null) return withKeys(joined, bytes, spec);
      kernel.clear();
    }
    const whole = { first: first.offset, length, step: length, delimiter };
    const share = await takeShare(kernel, reader, whole, { next: new Int32Array(1), reached });
    const joined = joinShares([share], whole, first);
    return joined && withKeys(joined, bytes, spec);
  } finally {
    reader.close();
    giveBack();
    reached(length);
  }
}

export function withKeys(
  { pieces, ...folding }: Joined,
  bytes: Pick<TableBytes, "cellsAt">,
  { key }: FoldSpec,
): Folding {
  const keyAt = (row: RowPlace) => keyParts(bytes.cellsAt(row), key).join("\0");
  return { ...folding, prints: pieces.length === 0 ? null : { pieces, printOf, keyAt } };
}

/** After so many blocks the process may do something else, such as stop. */
const PAUSE = 64;

async function takeShare(
  kernel: Kernel,
  reader: ByteReader,
  cut: Cut,
  { next, reached }: { readonly next: Int32Array; readonly reached: (offset: number) => void },
): Promise<Share> {
  const steps = foldShare(kernel, reader, cut, next);
  for (let blocks = 1; ; blocks++) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (blocks % PAUSE > 0) continue;
    // Ranges are taken in their order: all before this one are folded, or are being folded.
    reached(value);
    // oxlint-disable-next-line no-await-in-loop
    await pause();
  }
}

/** A kernel that nobody else uses meanwhile. */
export function takeKernel(module: WebAssembly.Module, spec: FoldSpec, delimiter: string, block: number) {
  const known = free.get(spec) ?? new Map<string, Kernel>();
  free.set(spec, known);
  const id = `${delimiter}${block}`;
  const kernel = known.get(id) ?? new Kernel(module, spec, delimiter, block);
  known.delete(id);
  kernel.clear();
  return { kernel, giveBack: () => known.set(id, kernel) };
}
