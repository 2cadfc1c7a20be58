import type { Projection, Unprojected } from "../../model.ts";
import type { Period } from "../../text/period.ts";

/** What is said of several periods side by side. */
export interface TrendWords {
  readonly title: string;
  readonly inPeriod: string;
  readonly toDate: string;
  readonly line: string;
  /** A period as the head of a column, where the year stands elsewhere. */
  readonly shortPeriod: (period: Period) => string;
  readonly projection: string;
  readonly methods: Readonly<Record<Projection["method"], string>>;
  /** What a projection is, and that it decides nothing. */
  readonly projectionNote: (method: string) => string;
  readonly wouldBe: Readonly<Record<"met" | "missed", string>>;
  readonly unprojected: Readonly<Record<Unprojected, string>>;
  /** For how many targets there is no projection, and why. */
  readonly unprojectedCount: (count: number, why: string) => string;
  readonly neededTitle: string;
  readonly needed: (percent: string) => string;
  readonly unreachable: (percent: string) => string;
  readonly neededNote: string;
  readonly provisionalNote: string;
  readonly hidden: (periods: string) => string;
  readonly noPeriods: string;
}
