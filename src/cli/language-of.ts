import { LANGUAGES } from "../locale/languages.ts";
import type { Language } from "../locale/languages.ts";
import type { Io } from "./io.ts";
import { pickLanguage } from "./pick-language.ts";
import { statedLanguage } from "./stated-language.ts";
import { valuesOf } from "./values-of.ts";

/**
 * The language in which arguments are answered that no command has read: the one that they ask for, that of `chitieu.yaml`
 * or of a plan that is named, or the system's.
 */
export function languageOf(argv: readonly string[], { cwd, env }: Pick<Io, "cwd" | "env">): Language {
  const [lang] = valuesOf(["--lang"], argv);
  const [plan = null] = valuesOf(["-p", "--plan"], argv);
  const asked = LANGUAGES.find((language) => language === lang);
  return pickLanguage({ wanted: asked ?? statedLanguage(plan, cwd), plan: null, env });
}
