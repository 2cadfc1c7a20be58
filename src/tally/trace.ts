import type { FoldedRow, Recognised, Reporter, RowFate } from "../model.ts";
import type { Period } from "../text/period.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** A folded row on its way into a figure. */
export interface Traced extends Reporter {
  readonly measure: string;
  /** `null` where the row falls into none. */
  readonly period: Period | null;
  /** What became of it. */
  readonly fate: "entered" | RowFate;
  readonly row: FoldedRow;
  readonly recognised: Recognised;
  /** The source's names of the columns that made it count. */
  readonly columns: readonly string[];
}

/** Is told of every folded row and every measure that it could have counted for. */
export type Trace = (traced: Traced) => void;

/** Totals are compared with what they add up, and never counted. */
export function traceTotals(
  { recognised, totals }: Pick<RowMeaning, "recognised" | "totals">,
  rules: readonly Pick<Traced, "measure" | "columns">[],
  trace: Trace,
): void {
  for (const row of totals) {
    for (const { measure, columns } of rules)
      trace({ measure, columns, unit: null, level: null, period: null, fate: "total", row, recognised });
  }
}
