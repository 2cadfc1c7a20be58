import type { Accumulation, LeftOutReason, RowFate } from "../../model.ts";

/** What explains one indicator. Names of measures come in quotes, counts and percents as they are shown. */
export interface ExplainWords {
  readonly labels: Readonly<
    Record<
      | "says"
      | "note"
      | "cites"
      | "excludes"
      | "formula"
      | "target"
      | "gap"
      | "headroom"
      | "figures"
      | "lacking"
      | "leftOut"
      | "evidence"
      | "total"
      | "union"
      | "reports"
      | "noEvidence"
      | "applies"
      | "from"
      | "until",
      string
    >
  >;
  readonly or: string;
  readonly accumulate: Readonly<Record<Accumulation, string>>;
  readonly within: (stock: string) => string;
  readonly due: (date: string) => string;
  readonly nearMiss: (rounded: string, exact: string, against: string, isExact: boolean) => string;
  /** More of the numerator: among what the denominator counts, and as new ones. */
  readonly lacksFixed: (count: string, numerator: string, denominator: string) => string;
  readonly lacksGrowing: (count: string, numerator: string, denominator: string) => string;
  readonly lacksCount: (count: string, value: string) => string;
  /** Less of it, where less is better; or more in the denominator alone. */
  readonly exceedsFixed: (count: string, numerator: string, denominator: string) => string;
  readonly exceedsGrowing: (count: string, numerator: string, denominator: string) => string;
  readonly exceedsCount: (count: string, value: string) => string;
  readonly neverFixed: string;
  readonly neverGrowing: string;
  readonly mayLose: (count: string, numerator: string) => string;
  readonly mayGain: (count: string, numerator: string) => string;
  readonly fixed: (measure: string, count: string, because: string | null) => string;
  readonly leftOut: Readonly<Record<LeftOutReason, (figures: number) => string>>;
  readonly uncounted: Readonly<Record<RowFate, (rows: number) => string>>;
  readonly entered: (rows: number) => string;
  readonly moreRows: (rows: number) => string;
  readonly none: (who: string) => string;
  readonly notOf: (who: string) => string;
}
