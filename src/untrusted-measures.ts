import type { Plan, Table } from "./model.ts";
import type { Problem } from "./problem/problem.ts";
import type { Folded } from "./tally/tally.ts";
import { foldText } from "./text/fold-text.ts";

/**
 * The measures of the plan that the errors found could change. An error in a file concerns what its source measures;
 * in the plain counts format, what its row measures; in a file that is no known source, everything.
 */
export async function untrustedMeasures(
  problems: readonly Problem[],
  files: readonly Folded[],
  plan: Plan,
): Promise<ReadonlySet<string>> {
  const measures = Object.keys(plan.measures);
  const untrusted = new Set<string>();
  for (const { severity, at, args } of problems) {
    if (severity !== "error") continue;
    const file = files.find(({ recognised }) => recognised.table.file === at?.file);
    const named = "measure" in args && typeof args.measure === "string" ? [args.measure] : null;
    const supplied =
      named ??
      (file === undefined ? measures : await suppliedAt(at !== null && "line" in at ? at.line : null, file, plan));
    for (const measure of supplied) untrusted.add(measure);
  }
  return untrusted;
}

async function suppliedAt(
  line: number | null,
  { recognised: { source, spec, table } }: Folded,
  plan: Plan,
): Promise<readonly string[]> {
  const index = spec.classes.find(({ name }) => name === "measure")?.index;
  if (source.rows !== "count" || index === undefined) return Object.keys(source.measures);
  const text = line === null ? null : await cellAt(table, line, index);
  const folded = text === null ? null : foldText(text);
  const found = Object.entries(plan.measures).find(
    ([id, { vi, en }]) => folded !== null && [id, vi, en].some((name) => foldText(name) === folded),
  );
  return found === undefined ? Object.keys(plan.measures) : [found[0]];
}

async function cellAt(table: Table, line: number, index: number): Promise<string | null> {
  let text: string | null = null;
  for await (const { at, cells } of table.rows()) {
    if (at.line > line) break;
    text = String(cells[index] ?? "");
  }
  return text;
}
