import type { Linting } from "../model.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { lintTotals } from "./count-doubts.ts";
import type { LintContext } from "./formats.ts";

/** For people: every problem with its line and a way out, and the totals. */
export function render(linting: Linting, { locale, paint: { red, yellow, dim } }: LintContext): string {
  const paints = { error: red, warning: yellow, note: dim };
  const problems = renderProblems(linting.problems, { locale, paint: (text, severity) => paints[severity](text) });
  return `${problems}${problems === "" ? "" : "\n"}${lintTotals(linting, locale)}`;
}
