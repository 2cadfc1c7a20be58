import type { Source, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem, ProblemArgs } from "../problem/problem.ts";
import { requiredOf } from "../recognise/find-header.ts";
import { findPeriods } from "../text/period.ts";

/**
 * A sheet that no source fits is passed over with a note where another sheet of its workbook is read; but it is an error
 * if it has more of a source's columns than it lacks, or has any and its name is a period.
 */
export function mildIfUnused(one: Problem, table: Table | null, sources: readonly Source[]): Problem {
  if (one.code !== "source-unknown" && one.code !== "source-misfit") return one;
  const args = one.args as Partial<ProblemArgs["source-unknown"] & ProblemArgs["source-misfit"]>;
  const { nearest = args.source ?? null, missing = [] } = args;
  const source = sources.find(({ id }) => id === nearest);
  const has = source === undefined ? 0 : requiredOf(source, missing);
  const isMeant = has > missing.length || (has > 0 && findPeriods(table?.sheet ?? "").length > 0);
  return isMeant ? one : problem("sheet-unused", { nearest, missing }, one);
}
