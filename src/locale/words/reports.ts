/** What documents and workbooks say beside their tables. */
export interface ReportWords {
  readonly labels: Readonly<
    Record<
      | "results"
      | "missed"
      | "coverage"
      | "byUnit"
      | "measures"
      | "problems"
      | "provenance"
      | "group"
      | "unit"
      | "numerator"
      | "denominator"
      | "value"
      | "due"
      | "gapFixed"
      | "gapGrowing"
      | "headroom"
      | "remarks"
      | "expected"
      | "reported"
      | "measure"
      | "measureId"
      | "period"
      | "count"
      | "source"
      | "rows"
      | "bytes"
      | "encoding"
      | "planFile"
      | "window"
      | "accumulation"
      | "noRow",
      string
    >
  >;
  /** By how much a target is missed, as a sentence's end. */
  readonly short: (fixed: string, growing: string | null) => string;
  readonly tooMany: (fixed: string) => string;
  /** The same of a count, which has no denominator. */
  readonly shortCount: (fixed: string) => string;
  readonly tooManyCount: (fixed: string) => string;
}
