import type { Likeness, Unit } from "../model.ts";

/** An agency as exports name it, or as a roster knows it. */
export interface LearntUnit {
  readonly unit: Unit;
  /** The sources that name it. */
  readonly sources: readonly string[];
  /** Whether a roster has it already. */
  readonly isKnown: boolean;
}

/** Two that may be one agency. */
export interface Pair {
  readonly one: LearntUnit;
  readonly other: LearntUnit;
  readonly likeness: Likeness;
}

/** What exports say of who reports. */
export interface LearntRoster {
  readonly units: readonly LearntUnit[];
  readonly pairs: readonly Pair[];
}
