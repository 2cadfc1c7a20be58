import { levelsIn } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import { ALL_MONTHS } from "../../text/period.ts";
import type { YamlPath } from "../../yaml/parse-yaml.ts";
import type { LintSubject } from "./lint-subject.ts";
import { wordingsOf } from "./readings.ts";
import { scopePath } from "./target-path.ts";

/** Levels for which something is asked, and at which the roster has nobody who could report it. */
export function levelDoubts({ plan, yaml }: LintSubject): Problem[] {
  const { roster, levels } = plan;
  if (roster === null) return [];
  const reported = new Set(roster.flatMap((unit) => levelsIn(unit, ALL_MONTHS)));
  const unreported = (level: string | null, path: YamlPath, part: "key" | "value") =>
    level === null || reported.has(level)
      ? []
      : [problem("level-unreported", { level, reported: reportedOf(levels, reported) }, yaml.locate(path, part))];
  return wordingsOf({ plan, yaml }).flatMap(({ indicator: { targets, applies }, path, says }) => [
    ...(says("target") ? targets : []).flatMap((target) =>
      unreported(target.level, scopePath({ path }, target), "key"),
    ),
    ...(says("applies") ? (applies.levels ?? []) : []).flatMap((level) =>
      unreported(level, [...path, "applies", "levels"], "value"),
    ),
  ]);
}

function reportedOf(levels: object, reported: ReadonlySet<string | null>): string[] {
  return Object.keys(levels).filter((level) => reported.has(level));
}
