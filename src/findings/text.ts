import type { Validation } from "../model.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { totalsText } from "./count-findings.ts";
import type { FindingsContext } from "./formats.ts";

/** For people: every problem with its line and a way out, so many of a file as a reader takes in, and the totals. */
export function render(
  validation: Validation,
  { locale, paint: { red, yellow, dim }, version, isFile }: FindingsContext,
): string {
  const paints = { error: red, warning: yellow, note: dim };
  const problems = renderProblems(validation.problems, { locale, paint: (text, severity) => paints[severity](text) });
  return `${isFile ? `# chitieu ${version}\n\n` : ""}${problems}${problems === "" ? "" : "\n"}${totalsText(validation, locale)}`;
}
