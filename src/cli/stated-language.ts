import { readFileSync } from "node:fs";
import path from "node:path";
import { findConfig } from "../config/find-config.ts";
import { LANGUAGES } from "../locale/languages.ts";
import type { Language } from "../locale/languages.ts";
import { loadPlan, shippedPlanIds } from "../load.ts";
import { textOfKey } from "../yaml/text-of-key.ts";

/**
 * The language that `chitieu.yaml` or the plan asks for, where a run ends before it has read them or because of what is
 * wrong with them: whoever wrote them in one language is told so in it.
 *
 * @param plan The one that the command line names, instead of the config's.
 */
export async function statedLanguage(plan: string | null, cwd: string): Promise<Language | null> {
  const file = findConfig(cwd);
  const config = file === null ? "" : textOf(file);
  const ofConfig = languageIn(config);
  if (ofConfig !== null) return ofConfig;
  const [named, folder] =
    plan === null ? [textOfKey("plan", config), path.dirname(file ?? cwd)] : ([plan, cwd] as const);
  if (named === null) return null;
  if (shippedPlanIds.includes(named)) return (await loadPlan(named)).language;
  return languageIn(textOf(path.resolve(folder, named)));
}

function languageIn(yaml: string): Language | null {
  const stated = textOfKey("language", yaml);
  return LANGUAGES.find((language) => language === stated) ?? null;
}

/** What the file says; nothing where it cannot be read, which is told elsewhere. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
