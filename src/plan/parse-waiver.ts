import type { Waiver } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { YamlPath } from "../yaml/parse-yaml.ts";
import type { PlanContext } from "./plan-context.ts";
import type { WaiverFile } from "./plan-schema.ts";

/** A waiver of one of the indicators that the plan has in its year. */
export function parseWaiver(
  file: WaiverFile,
  path: YamlPath,
  indicators: readonly string[],
  context: PlanContext,
): Waiver {
  const { indicator, level = null, unit = null, until, reason, document } = file;
  context.oneOf(indicators, "indicator", indicator, [...path, "indicator"]);
  context.known("level", level, [...path, "level"]);
  context.span(until, [...path, "until"]);
  if (unit !== null) context.units.push({ code: unit, path: [...path, "unit"], part: "value" });
  if (level !== null && unit !== null)
    context.problems.push(problem("level-beside-unit", {}, context.yaml.locate([...path, "unit"], "key")));
  return { indicator, level, unit, until, reason, document };
}
