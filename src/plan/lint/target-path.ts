import type { Indicator, ScopedTarget } from "../../model.ts";
import type { YamlPath } from "../../yaml/parse-yaml.ts";

/** Where the value of a target stands in a plan's file. */
export function targetPath({ id }: Pick<Indicator, "id">, { level, unit, operator }: ScopedTarget): YamlPath {
  return [...scopePath({ id }, { level, unit }), operator];
}

/** Where a target stands: the indicator's own, or that of a level or a single unit. */
export function scopePath(
  { id }: Pick<Indicator, "id">,
  { level, unit }: Pick<ScopedTarget, "level" | "unit">,
): YamlPath {
  const path = ["indicators", id, "target"];
  if (unit !== null) return [...path, "units", unit];
  return level === null ? path : [...path, level];
}
