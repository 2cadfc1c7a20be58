import type { Linting } from "../model.ts";
import { annotateProblems } from "../problem/annotate-problems.ts";
import { lintTotals } from "./count-doubts.ts";
import type { LintContext } from "./formats.ts";

/** Workflow commands of GitHub Actions, which show problems beside the lines they stand in. */
export function render(linting: Linting, { locale }: LintContext): string {
  return `${annotateProblems(linting.problems, locale)}${lintTotals(linting, locale)}`;
}
