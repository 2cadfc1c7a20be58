import type { TrendRow } from "../../model.ts";

/** What only the page for a browser says. */
export interface HtmlWords {
  readonly labels: Readonly<
    Record<
      | "title"
      | "skip"
      | "contents"
      | "targets"
      | "breakdown"
      | "trend"
      | "course"
      | "missing"
      | "problems"
      | "provenance"
      | "number"
      | "chart"
      | "periods"
      | "missingPeriods"
      | "unit"
      | "state"
      | "done"
      | "evidence"
      | "open"
      | "formula"
      | "figures"
      | "figure"
      | "measure"
      | "text"
      | "note"
      | "excludes"
      | "due"
      | "document"
      | "coverage"
      | "gap"
      | "headroom"
      | "byUnit"
      | "places"
      | "placesMany"
      | "period"
      | "line"
      | "filter"
      | "filterUnits"
      | "filterProblems"
      | "onlyMissed"
      | "sortHint"
      | "legend"
      | "closeToTarget"
      | "far"
      | "veryFar"
      | "noLevel"
      | "noUnit"
      | "projection"
      | "needed"
      | "withinReach"
      | "outOfReach"
      | "everyoneReported"
      | "noProblems"
      | "source"
      | "rows"
      | "size"
      | "planFile"
      | "madeBy"
      | "window"
      | "asOf"
      | "result"
      | "fullName"
      | "scrolls",
      string
    >
  >;
  readonly headline: (met: number, of: number) => string;
  /** How many rows a filter leaves. */
  readonly shown: (shown: string, of: string) => string;
  readonly agencies: (count: string) => string;
  /** Where the figures of more than so many agencies are summed, and where each of them stands. */
  readonly placesSummed: (most: string, indicator: string) => string;
  readonly otherUnits: (count: string) => string;
  readonly against: (rate: string, target: string) => string;
  readonly gapFixed: (count: string) => string;
  readonly gapGrowing: (count: string) => string;
  readonly excessFixed: (count: string) => string;
  readonly headroom: (count: string) => string;
  readonly reported: (reported: string, expected: string, basis: "roster" | "reporters" | "whole") => string;
  readonly bytes: (bytes: string) => string;
  readonly unprojected: Readonly<Record<NonNullable<TrendRow["unprojected"]>, string>>;
}
