import type { ScopedTarget } from "../../model.ts";
import type { YamlPath } from "../../yaml/parse-yaml.ts";
import type { Wording } from "./readings.ts";

/** Where the value of a target stands in a plan's file. */
export function targetPath(wording: Pick<Wording, "path">, target: ScopedTarget): YamlPath {
  return [...scopePath(wording, target), target.operator];
}

/** Where a target stands: the indicator's own, or that of a level or a single unit. */
export function scopePath(
  wording: Pick<Wording, "path">,
  { level, unit }: Pick<ScopedTarget, "level" | "unit">,
): YamlPath {
  const path = [...wording.path, "target"];
  if (unit !== null) return [...path, "units", unit];
  return level === null ? path : [...path, level];
}
