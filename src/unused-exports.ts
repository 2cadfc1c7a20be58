import type { Exports } from "./gather/open-exports.ts";
import type { Plan, Source } from "./model.ts";
import { problem } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";
import { missingHeaders, requiredOf } from "./recognise/find-header.ts";
import { findSource, tierOf } from "./recognise/recognise.ts";
import type { Folded } from "./tally/tally.ts";
import { isWanted } from "./tally/is-wanted.ts";

/**
 * Exports of which the plan uses nothing, and that have most of the columns of a source that it does use: a header that
 * is misspelt may have let another source take them. Other exports that lie beside those of a plan are no matter.
 */
export function unusedExports(folded: readonly Folded[], plan: Plan, { opened, tiers, named }: Exports): Problem[] {
  const unused = folded.flatMap(({ files }) => files).filter(({ recognised: { source } }) => !isUsed(source, plan));
  if (unused.length === 0) return [];
  const known = [[...new Set(named.sources.values())], ...tiers];
  const used = known.map((sources) => tierOf(sources.filter((source) => isUsed(source, plan))));
  return unused.flatMap(({ recognised: { source, table } }) => {
    // What was recognised as a form has another head by now.
    const head = opened.find(({ input }) => input.file === table.file && input.sheet === table.sheet)?.table?.head;
    const near = used.flatMap((tier) => findSource(head ?? [], [tier]).nearest ?? []);
    const meant = near.find((fit) => requiredOf(fit.source, fit.missing) > fit.missing.length);
    if (meant === undefined) return [];
    const args = { source: source.id, nearest: meant.source.id, missing: missingHeaders(meant) };
    return [problem("export-unused", args, table.locate(meant.row.at, null, null))];
  });
}

/** Rows of counts and tasks name what they are about, and are told one by one where that is nothing of the plan. */
function isUsed({ id, rows, measures }: Source, plan: Plan): boolean {
  return rows === "count" || rows === "task" || Object.keys(measures).some((measure) => isWanted(measure, id, plan));
}
