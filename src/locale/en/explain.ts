import type { ExplainWords } from "../words/explain.ts";
import { count } from "./phrases.ts";

export const explain: ExplainWords = {
  labels: {
    says: "The plan says",
    note: "How it is read",
    cites: "Other documents",
    excludes: "Leaves out",
    formula: "Formula",
    target: "Target",
    gap: "To meet it",
    headroom: "Headroom",
    figures: "Figures by agency and period",
    lacking: "Figures missing",
    leftOut: "Not counted, and why",
    evidence: "Cells",
    total: "Total",
    union: "Union",
    reports: "Reports",
    noEvidence: "no evidence named",
    applies: "Applies only to",
    from: "from",
    until: "until the end of",
  },
  or: "or",
  accumulate: {
    sum: "added up over the periods",
    first: "the first period's",
    last: "the last period's",
    distinct: "union of the periods, each item once",
  },
  within: (stock) => `only items still among ${stock} in the last period`,
  due: (date) => `due ${date}`,
  nearMiss: (rounded, exact, against, isExact) =>
    `Rounded it is ${rounded}; ${isExact ? "exactly" : "more closely"} ${exact} ${against}`,
  lacksFixed: (more, numerator, denominator) => `${more} more ${numerator} among the ${denominator} there are`,
  lacksGrowing: (more, numerator, denominator) => `${more} new ${denominator}, all of them ${numerator}`,
  lacksCount: (more, value) => `${more} more ${value}`,
  exceedsFixed: (less, numerator, denominator) => `${less} fewer ${numerator}, with the ${denominator} there are`,
  exceedsGrowing: (more, numerator, denominator) => `${more} new ${denominator}, none of them ${numerator}`,
  exceedsCount: (less, value) => `${less} fewer ${value}`,
  neverFixed: "out of reach with the denominator as it is",
  neverGrowing: "no number of new ones is enough",
  mayLose: (most, numerator) =>
    most === "0"
      ? `none, one fewer ${numerator} would miss the target`
      : `${numerator} may fall by ${most} and still meet the target`,
  mayGain: (most, numerator) =>
    most === "0"
      ? `none, one more ${numerator} would miss the target`
      : `${numerator} may rise by ${most} and still meet the target`,
  fixed: (measure, fixed, because) =>
    `${measure}: the plan fixes it at ${fixed}${because === null ? "" : `, because ${because}`}`,
  leftOut: {
    "outside-scope": (figures) => `${countOf(figures, "figure")} to which the indicator does not apply`,
    "outside-window": (figures) => `${countOf(figures, "figure")} outside the time looked at`,
    lacking: (figures) => `${countOf(figures, "figure")} with a part that is not reported`,
    unpaired: (figures) => `${countOf(figures, "figure")} without what goes with it in the period`,
    superseded: (figures) => `${countOf(figures, "cumulative figure")} that a later one includes`,
    "other-period": (figures) => `${countOf(figures, "figure")} of other periods`,
  },
  uncounted: {
    total: (rows) => `${countOf(rows, "total")}, compared and never added`,
    "not-reported": (rows) => `${countOf(rows, "row")} not reporting it`,
    unmatched: (rows) => `${countOf(rows, "row")} not matching`,
    undated: (rows) => `${countOf(rows, "row")} without a date`,
    "other-year": (rows) => `${countOf(rows, "row")} dated outside the plan's year`,
    "not-within": (rows) => `${countOf(rows, "row")} naming what is gone by the last period`,
  },
  entered: (rows) => `${countOf(rows, "row")} counted`,
  moreRows: (rows) => `… and ${countOf(rows, "more row")} (all of them: --all)`,
  none: (who) => `0, since no row counts: ${who}`,
  notOf: (who) => `This indicator does not apply to ${who}.`,
};

function countOf(number: number, what: string): string {
  return `${count(number)} ${what}${number === 1 ? "" : "s"}`;
}
