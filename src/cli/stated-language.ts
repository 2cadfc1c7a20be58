import path from "node:path";
import { findConfig } from "../config/find-config.ts";
import { fileStatus } from "../file-status.ts";
import { LANGUAGES } from "../locale/languages.ts";
import type { Language } from "../locale/languages.ts";
import { shippedPlanLanguage } from "../load.ts";
import { ProblemError } from "../problem/problem.ts";
import { decode } from "../read/decode.ts";
import { readPiece } from "../read/stored-bytes.ts";
import { yamlTextOf } from "../text/yaml-text-of.ts";

/**
 * The language that `chitieu.yaml` or the plan asks for, where a run ends before it has read them or because of what is
 * wrong with them: whoever wrote them in one language is told so in it.
 *
 * @param plan The one that the command line names, instead of the config's.
 */
export function statedLanguage(plan: string | null, cwd: string): Language | null {
  const file = findConfig(cwd);
  const config = file === null ? "" : textOf(file);
  const ofConfig = languageIn(config);
  if (ofConfig !== null) return ofConfig;
  const [named, folder] =
    plan === null ? [yamlTextOf("plan", config), path.dirname(file ?? cwd)] : ([plan, cwd] as const);
  if (named === null) return null;
  return shippedPlanLanguage(named) ?? languageIn(textOf(path.resolve(folder, named)));
}

function languageIn(yaml: string): Language | null {
  const stated = yamlTextOf("language", yaml);
  return LANGUAGES.find((language) => language === stated) ?? null;
}

/** No plan is larger; what is, such as an export that is named for one, is told elsewhere. */
const LARGEST = 1 << 22;

/** What the file says; nothing where it cannot be read, which is told elsewhere too. */
function textOf(file: string): string {
  const status = fileStatus(file);
  // A pipe can be read once, and may never end.
  if (!status?.isFile() || status.size > LARGEST) return "";
  try {
    const decoded = decode(readPiece({ file, start: 0, length: status.size }, 0, status.size, file), file);
    return "utf8" in decoded ? decoded.utf8.toString("utf8") : "";
  } catch (error) {
    if (error instanceof ProblemError) return "";
    throw error;
  }
}
