import type { Indicator, Operator, ScopedTarget } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import { targetPath } from "./target-path.ts";
import type { LintSubject } from "./lint-subject.ts";
import { wordingsOf } from "./readings.ts";

/** Targets that no counts can meet, and those that all do. */
export function targetDoubts({ plan, yaml }: LintSubject): Problem[] {
  const wordings = wordingsOf({ plan, yaml }).filter(({ says }) => says("target", "value", "denominator", "over-100"));
  return wordings.flatMap(({ indicator, path }) =>
    indicator.targets.flatMap((target) => {
      const code = hollowness(indicator, target);
      if (code === null) return [];
      const unit = indicator.denominator === null ? "" : "%";
      const args = { target: `${target.operator}: ${target.values.map((value) => value + unit).join(", ")}` };
      return [problem(code, args, yaml.locate(targetPath({ path }, target)))];
    }),
  );
}

/** The lowest and the highest value that meets a target, each with whether it does so itself. */
const RANGES: Readonly<Record<Operator, (values: readonly number[]) => Range>> = {
  "at-least": ([value = 0]) => ({ from: value, fromIncluded: true, to: Infinity, toIncluded: true }),
  "more-than": ([value = 0]) => ({ from: value, fromIncluded: false, to: Infinity, toIncluded: true }),
  "at-most": ([value = 0]) => ({ from: -Infinity, fromIncluded: true, to: value, toIncluded: true }),
  "less-than": ([value = 0]) => ({ from: -Infinity, fromIncluded: true, to: value, toIncluded: false }),
  exactly: ([value = 0]) => ({ from: value, fromIncluded: true, to: value, toIncluded: true }),
  between: ([low = 0, high = 0]) => ({ from: low, fromIncluded: true, to: high, toIncluded: true }),
};

interface Range {
  readonly from: number;
  readonly fromIncluded: boolean;
  readonly to: number;
  readonly toIncluded: boolean;
}

/** A rate lies between 0 and 100% unless its numerator may exceed its denominator; a count is 0 or more. */
function hollowness(
  { denominator, over100 }: Indicator,
  { operator, values }: ScopedTarget,
): "target-unreachable" | "target-always-met" | null {
  const most = denominator === null || over100 ? Infinity : 100;
  const { from, fromIncluded, to, toIncluded } = RANGES[operator](values.map(Number));
  const isReachable = (from < most || (from === most && fromIncluded)) && (to > 0 || (to === 0 && toIncluded));
  if (!isReachable) return "target-unreachable";
  const coversAll = (from < 0 || (from === 0 && fromIncluded)) && (to > most || (to === most && toIncluded));
  return coversAll ? "target-always-met" : null;
}
