import path from "node:path";
import { fileStatus } from "../file-status.ts";
import { isForThreads, prepareThreads } from "../fold/fold-table.ts";
import type { DataRequest } from "./data-request.ts";

/** Large files that are named one by one are prepared for while the plan and the sources are read. */
export async function expectExports(
  data: readonly string[],
  { cwd, dataRead }: Pick<DataRequest, "cwd" | "dataRead">,
): Promise<void> {
  const bytes = data.map((file) => fileStatus(path.resolve(cwd ?? "", file))?.size ?? 0);
  const largest = Math.max(0, ...bytes);
  if (!isForThreads(largest)) return;
  dataRead?.(largest);
  await prepareThreads();
}
