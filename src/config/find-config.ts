import path from "node:path";
import { fileStatus } from "../file-status.ts";

const NAME = "chitieu.yaml";

/** The `chitieu.yaml` of a folder or the nearest above it. */
export function findConfig(folder: string): string | null {
  const file = path.join(folder, NAME);
  if (fileStatus(file)?.isFile()) return file;
  const above = path.dirname(folder);
  return above === folder ? null : findConfig(above);
}
