import type { DiffReport } from "../diff/diff-report.ts";
import { EXIT_CODES } from "../exit-code.ts";
import type { Problem } from "../problem/problem.ts";

/** The same document for what could not be compared, or whose files could not be written. */
export function notCompared(
  { before, after }: Pick<DiffReport, "before" | "after">,
  problems: readonly Problem[],
): DiffReport {
  const exit = { code: EXIT_CODES["wrong-usage"], reason: "wrong-usage" } as const;
  return { before, after, differences: null, problems, exit };
}
