import type { Locale, Wording } from "../locale/locale.ts";
import type { Problem } from "./problem.ts";

/** What a problem is called in a language, and what to do about it. */
export function wordingOf(
  { code, args }: Pick<Problem, "code" | "args">,
  { problems }: Pick<Locale, "problems">,
): Wording {
  const word = problems[code] as (given: Problem["args"]) => Wording;
  return word(args);
}
