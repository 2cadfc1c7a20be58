import type { Validation } from "../model.ts";
import { annotateProblems } from "../problem/annotate-problems.ts";
import { totalsText } from "./count-findings.ts";
import type { FindingsContext } from "./formats.ts";

/** Workflow commands of GitHub Actions, which show problems beside the lines they stand in. */
export function render(validation: Validation, { locale }: FindingsContext): string {
  return `${annotateProblems(validation.problems, locale)}${totalsText(validation, locale)}`;
}
