import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { findPeriods, isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";

/**
 * The period that a file's name and folders state: the narrowest, where each contains the next ("2022/2022-Q1"). Where
 * its path as given says nothing, the folders above it are asked, nearest first.
 */
export function filePeriod(file: string, folder: string): Period | null | Problem {
  const segments = file.split("/");
  const name = segments.pop() ?? "";
  const stated = [...segments, name.replace(/\.[^.]*$/, "")].flatMap(findPeriods);
  const [first] = stated.length > 0 ? stated : folder.split(/[\\/]/).reverse().flatMap(findPeriods);
  if (first === undefined) return null;
  let narrowest = first;
  for (const period of stated) {
    if (isWithin(period, narrowest)) narrowest = period;
    else if (!isWithin(narrowest, period)) {
      return problem("period-disagrees", { one: narrowest, other: period }, { at: { in: "file", file } });
    }
  }
  return narrowest;
}
