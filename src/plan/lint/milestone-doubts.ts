import type { Operator, ScopedTarget } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import { scopePath } from "./target-path.ts";
import type { LintSubject } from "./lint-subject.ts";
import { wordingsOf } from "./readings.ts";

/** Milestones that ask for more than what comes after them. */
export function milestoneDoubts({ plan, yaml }: LintSubject): Problem[] {
  const wordings = wordingsOf({ plan, yaml }).filter(({ says }) => says("target"));
  return wordings.flatMap(({ indicator, path }) =>
    indicator.targets.flatMap((target) => {
      const at = [...scopePath({ path }, target), "milestones"];
      const steps = [...target.milestones, { until: target.by ?? plan.year.label, values: target.values }];
      return target.milestones.flatMap(({ until, values }, index) => {
        const next = steps[index + 1];
        if (next === undefined || !exceeds(values, next.values, target.operator)) return [];
        const written = (some: readonly string[]) => some.join(" – ") + (indicator.denominator === null ? "" : "%");
        const args = { until, value: written(values), next: next.until, following: written(next.values) };
        return [problem("milestone-harder", args, yaml.locate([...at, until]))];
      });
    }),
  );
}

/** 1 where more is harder, -1 where less is; of an exact value or a range neither can be told. */
const HARDER: Readonly<Partial<Record<Operator, 1 | -1>>> = {
  "at-least": 1,
  "more-than": 1,
  "at-most": -1,
  "less-than": -1,
};

function exceeds(
  [value = "0"]: readonly string[],
  [after = "0"]: readonly string[],
  operator: ScopedTarget["operator"],
): boolean {
  const sign = HARDER[operator];
  return sign !== undefined && sign * (Number(value) - Number(after)) > 0;
}
