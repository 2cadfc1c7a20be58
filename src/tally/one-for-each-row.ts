import type { Problem } from "../problem/problem.ts";
import { groupBy } from "../text/group-by.ts";

/** What is wrong with several measures of one row in the same way, as one problem: the row is what has to be mended. */
export function oneForEachRow(problems: readonly Problem[]): Problem[] {
  const alike = groupBy(problems, (one) => {
    const { code, args, at, related } = one;
    return "measures" in args ? JSON.stringify([code, { ...args, measures: null }, at, related]) : one;
  });
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined || !("measures" in first.args)
      ? (first ?? [])
      : [{ ...first, args: { ...first.args, measures: [first, ...others].flatMap(measuresOf) } }],
  );
}

function measuresOf({ args }: Problem): readonly string[] {
  return "measures" in args ? args.measures : [];
}
