import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import { nearest } from "../../text/nearest.ts";
import type { LintSubject } from "./lint-subject.ts";

/** Measures that no known format of exports supplies, or not the one that alone may do so. */
export function supplyDoubts({ plan, yaml, sources }: LintSubject): Problem[] {
  const supplied = new Set(sources.flatMap(({ measures }) => Object.keys(measures)));
  const counted = Object.entries(plan.measures).filter(([, { constant }]) => constant === null);
  const bound = counted.flatMap(([measure, { source: id }]): Problem[] => {
    if (id === null) return [];
    const place = yaml.locate(["measures", measure, "source"]);
    const source = sources.find((one) => one.id === id);
    if (source === undefined) {
      const allowed = sources.map((one) => one.id);
      return [problem("name-unknown", { kind: "source", name: id, allowed, nearest: nearest(id, allowed) }, place)];
    }
    // Rows of plain counts name their measures themselves.
    if (source.rows === "count" || measure in source.measures) return [];
    const near = nearest(measure, Object.keys(source.measures));
    return [problem("source-lacks-measure", { source: id, measure, nearest: near }, place)];
  });
  const without = counted.filter(([measure, { source }]) => source === null && !supplied.has(measure));
  const [first] = without;
  if (first === undefined) return bound;
  const measures = without.map(([measure]) => measure);
  return [...bound, problem("measures-without-source", { measures }, yaml.locate(["measures", first[0]], "key"))];
}
