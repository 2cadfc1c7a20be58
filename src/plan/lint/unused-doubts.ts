import { indicatorsOfYear, measuresNamed } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import type { LintSubject } from "./lint-subject.ts";

/** What is declared and leads to nothing: most likely something else was meant where it is missing. */
export function unusedDoubts({ plan, yaml }: LintSubject): Problem[] {
  const { tasks, measures, groups } = plan;
  const indicators = indicatorsOfYear(plan);
  const used = {
    measures: new Set([...indicators.flatMap(measuresNamed), ...Object.values(measures).map(({ within }) => within)]),
    groups: new Set([...indicators, ...tasks].map(({ group }) => group)),
  };
  const unused = (key: keyof typeof used, kind: "measure" | "group", names: object) =>
    Object.keys(names)
      .filter((name) => !used[key].has(name))
      .map((name) => problem("declared-unused", { kind, name }, yaml.locate([key, name], "key")));
  return [...unused("measures", "measure", measures), ...unused("groups", "group", groups)];
}
