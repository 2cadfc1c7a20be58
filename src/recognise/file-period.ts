import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { findPeriod, isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";

/**
 * The period that a file's name and folders state: the narrowest, where each contains the next ("2022/2022-Q1").
 * Where the path says nothing, the folders above the working folder are asked, nearest first.
 */
export function filePeriod(file: string, cwd: string): Period | null | Problem {
  const stated = file.split("/").flatMap((segment, index, all) => {
    const period = findPeriod(index === all.length - 1 ? segment.replace(/\.[^.]*$/, "") : segment);
    return period === null ? [] : [period];
  });
  if (stated.length === 0)
    return (
      cwd
        .split(/[\\/]/)
        .map(findPeriod)
        .findLast((period) => period !== null) ?? null
    );
  let narrowest = stated[0] as Period;
  for (const period of stated.slice(1)) {
    if (isWithin(period, narrowest)) narrowest = period;
    else if (!isWithin(narrowest, period)) {
      return problem("period-disagrees", { one: narrowest, other: period }, { at: { in: "file", file } });
    }
  }
  return narrowest;
}
