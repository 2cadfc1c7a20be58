import type { Amendment, Indicator } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { YamlPath } from "../yaml/parse-yaml.ts";
import { changedIndicator, parseIndicator } from "./parse-indicator.ts";
import type { PlanContext } from "./plan-context.ts";
import type { AmendmentFile } from "./plan-schema.ts";

/** Later decisions, each read against the plan as those before it left it. */
export function parseAmendments(
  files: readonly AmendmentFile[],
  plan: readonly Indicator[],
  context: PlanContext,
): Amendment[] {
  const inForce = new Map(plan.map((indicator) => [indicator.id, indicator]));
  let earliest = { start: 0, period: "" };
  return files.map((file, index) => {
    const path = ["amendments", index];
    const start = context.span(file.effective, [...path, "effective"])?.start ?? earliest.start;
    if (start < earliest.start) context.wrong(file.effective, `${earliest.period} …`, [...path, "effective"]);
    else earliest = { start, period: file.effective };
    return parseAmendment(file, path, inForce, context);
  });
}

/** One decision; `inForce` is what it finds, and afterwards what it leaves. */
function parseAmendment(
  file: AmendmentFile,
  path: YamlPath,
  inForce: Map<string, Indicator>,
  context: PlanContext,
): Amendment {
  const { number, title = null, issuer = null, issued, effective } = file;
  if (file.changed === undefined && file.added === undefined && file.withdrawn === undefined)
    context.missing("changed", path);
  const found = [...inForce.keys()];

  const changed = Object.entries(file.changed ?? {}).flatMap(([id, change]) => {
    const at = [...path, "changed", id];
    const before = inForce.get(id);
    if (!context.oneOf(found, "indicator", id, at, "key") || before === undefined) return [];
    return [changedIndicator(before, change, at, context, number)];
  });
  const added = Object.entries(file.added ?? {}).map(([id, indicator]) => {
    const at = [...path, "added", id];
    if (inForce.has(id)) context.problems.push(problem("indicator-twice", { id }, context.yaml.locate(at, "key")));
    return parseIndicator(indicator, id, at, context, number);
  });
  const withdrawn = (file.withdrawn ?? []).filter((id, index) =>
    context.oneOf(found, "indicator", id, [...path, "withdrawn", index]),
  );
  for (const indicator of [...changed, ...added]) inForce.set(indicator.id, indicator);
  for (const id of withdrawn) inForce.delete(id);
  return { number, title, issuer, issued, effective, changed, added, withdrawn };
}
