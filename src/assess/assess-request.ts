import type { AssessmentOptions, Plan, Tally } from "../model.ts";
import type { Window } from "./window.ts";

/** What a plan is assessed over, and how. */
export interface AssessRequest {
  readonly plan: Plan;
  readonly tally: Tally;
  readonly window: Window;
  readonly options: AssessmentOptions;
  /** Measures whose data cannot be trusted. */
  readonly untrusted: ReadonlySet<string>;
}
