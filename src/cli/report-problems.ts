import { loadWords } from "../locale/locale.ts";
import type { Language } from "../locale/locale.ts";
import type { Problem } from "../problem/problem.ts";
import { renderProblems } from "../problem/render-problems.ts";
import { loadPaint } from "../report/paint.ts";
import type { Io } from "./io.ts";

/** Prints problems to stderr. */
export async function reportProblems(
  problems: readonly Problem[],
  { language, colour }: { readonly language: Language; readonly colour: boolean },
  io: Io,
): Promise<void> {
  const { red, yellow, dim } = await loadPaint(colour && io.colours("stderr"));
  const paints = { error: red, warning: yellow, note: dim };
  const locale = await loadWords(language, ["problems"]);
  io.stderr(renderProblems(problems, { locale, paint: (text, severity) => paints[severity](text) }));
}
