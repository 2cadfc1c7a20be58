import { statSync } from "node:fs";
import type { Stats } from "node:fs";

/** What stands at a path, links followed; `null` where nothing does, or nothing that may be seen. */
export function fileStatus(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
