import type { Folding, FoldSpec, Table } from "../model.ts";
import { foldRows } from "./fold-rows.ts";

/** Smaller tables are folded before a kernel is ready. */
const SMALL = 1 << 18;

/** Folds a table by the engine that is fastest for it. All give the same. */
export async function foldTable(table: Table, spec: FoldSpec): Promise<Folding> {
  if (table.bytes === null || table.bytes.length < SMALL) return foldRows(table, spec);
  const { foldBytes, isForKernel } = await import("./kernel/fold-bytes.ts");
  return (isForKernel(table, spec) ? await foldBytes(table, spec) : null) ?? foldRows(table, spec);
}
