import { wasm } from "virtual:kernel";
import type { Folding, FoldSpec, RowPlace, Table, Trouble } from "../../model.ts";
import { firstRow } from "./first-row.ts";
import { BLOCK, Kernel } from "./kernel.ts";
import { mergeFolded } from "./merge-folded.ts";

/** Kernels of before: what texts mean in a spec need not be asked again for the next file. */
const free = new WeakMap<FoldSpec, Map<string, Kernel>>();
let compiled: WebAssembly.Module | null = null;

/** Whether the kernel can fold by a spec at all. */
export function isForKernel({ bytes }: Table, { sums, key, width }: FoldSpec): boolean {
  if (bytes === null || width === 0 || key.length > 0) return false;
  const [first] = sums;
  return DELIMITERS.has(bytes.delimiter) && sums.every(({ numbers }) => numbers.thousands === first?.numbers.thousands);
}

/** A `sep=` line may name any sign, such as a letter. */
const DELIMITERS = new Set([";", ",", "\t", "|", ":", "^", "~"]);

/** Folds a table over its raw bytes; `null` where it takes a look row by row. */
export async function foldBytes(table: Table, spec: FoldSpec, block = BLOCK): Promise<Folding | null> {
  const { bytes } = table;
  const first = firstRow(table, spec);
  if (bytes === null || first === null) return null;
  const { kernel, giveBack } = takeKernel(spec, bytes.delimiter, block);
  const reader = bytes.open();
  try {
    const steps = kernel.fold(reader, bytes.length, { from: first.offset, until: bytes.length });
    let step = steps.next();
    for (let blocks = 1; step.done !== true; blocks++, step = steps.next()) if (blocks % PAUSE === 0) await pause();
    const place = ({ line, offset }: RowPlace) => ({ line: line + first.line, offset });
    const { plain, referred } = kernel.folded;
    const folded = kernel.isTooLarge ? null : mergeFolded([plain, referred]);
    if (folded === null) return null;
    return {
      folded: folded.map((row) => ({ ...row, first: place(row.first), second: row.second && place(row.second) })),
      rows: kernel.rows,
      keys: kernel.keys,
      troubles: kernel.troubles.map((trouble): Trouble => ({ ...trouble, row: place(trouble.row) })),
      fault: step.value.fault && place(step.value.fault),
    };
  } finally {
    reader.close();
    giveBack();
  }
}

/** After so many blocks the process may do something else, such as stop. */
const PAUSE = 64;

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A kernel that nobody else uses meanwhile. */
function takeKernel(spec: FoldSpec, delimiter: string, block: number) {
  const known = free.get(spec) ?? new Map<string, Kernel>();
  free.set(spec, known);
  const id = `${delimiter}${block}`;
  const kernel = known.get(id) ?? new Kernel((compiled ??= new WebAssembly.Module(wasm)), spec, delimiter, block);
  known.delete(id);
  kernel.clear();
  return { kernel, giveBack: () => known.set(id, kernel) };
}
