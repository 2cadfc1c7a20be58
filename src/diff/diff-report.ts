import type { DiffExitReason } from "../model.ts";
import type { Problem } from "../problem/problem.ts";
import type { Differences } from "./differences.ts";

/** What was compared, and what came of it. */
export interface DiffReport {
  /** As they were named on the command line. */
  readonly before: string;
  readonly after: string;
  /** `null` where they could not be compared; then the problems say why. */
  readonly differences: Differences | null;
  readonly problems: readonly Problem[];
  readonly exit: { readonly code: number; readonly reason: DiffExitReason };
}
