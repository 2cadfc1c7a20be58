import type { Language } from "../locale/locale.ts";
import type { Plan } from "../model.ts";
import type { Io } from "./io.ts";

/** The language asked for (on the command line or in the config), the plan's, the system's, English. */
export function pickLanguage({
  wanted,
  plan,
  env,
}: {
  wanted: Language | null;
  plan: Plan | null;
  env: Io["env"];
}): Language {
  const system = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return wanted ?? plan?.language ?? (system.startsWith("vi") ? "vi" : "en");
}
