import path from "node:path";
import { fileStatus } from "../file-status.ts";
import { expectBytes } from "../fold/fold-table.ts";
import type { DataRequest } from "./data-request.ts";

/** Large files that are named one by one are prepared for while the plan and the sources are read. */
export function expectExports(data: readonly string[], { cwd, dataRead }: Pick<DataRequest, "cwd" | "dataRead">): void {
  for (const file of data) {
    const bytes = fileStatus(path.resolve(cwd ?? "", file))?.size ?? 0;
    if (expectBytes(bytes)) dataRead?.(bytes);
  }
}
