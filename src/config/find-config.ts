import { stat } from "node:fs/promises";
import path from "node:path";

const NAME = "chitieu.yaml";

/** The `chitieu.yaml` of a folder or the nearest above it. */
export async function findConfig(folder: string): Promise<string | null> {
  const file = path.join(folder, NAME);
  const status = await stat(file).catch(() => null);
  if (status?.isFile()) return file;
  const above = path.dirname(folder);
  return above === folder ? null : findConfig(above);
}
