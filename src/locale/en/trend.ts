import type { TrendWords } from "../words/trend.ts";
import { MONTHS } from "./phrases.ts";

export const trend: TrendWords = {
  title: "Period by period",
  inPeriod: "in period",
  toDate: "to date",
  line: "line",
  shortPeriod(period) {
    const [year = "", part] = period.split("-");
    if (part === undefined) return year;
    if (part === "9M") return "9 months";
    return /^[QH]/.test(part) ? part : (MONTHS[Number(part) - 1] ?? part).slice(0, 3);
  },
  projection: "Projection for the year",
  methods: { "average-of-periods": "average of the periods so far × periods of the year" },
  projectionNote: (method) => `≈ Projection for the year: ${method}. For information; it touches no verdict.`,
  wouldBe: { met: "would be met", missed: "would be missed" },
  unprojected: {
    "too-few-periods": "fewer than two periods with complete data",
    "no-flow": "the formula has measures that do not add up over the periods",
    "year-over": "the plan's year is over",
    "none-arising": "none arising",
    "too-large": "a number past 9,007,199,254,740,991",
  },
  unprojectedCount: (targets, why) => `No projection for ${targets} ${targets === 1 ? "target" : "targets"}: ${why}.`,
  neededTitle: "Needed from now on",
  needed: (percent) => `the periods left need at least ${percent}%`,
  unreachable: (percent) => `out of reach: the periods left would need ${percent}%`,
  neededNote:
    "What the periods left need: until the target is due, if each brings as much in the denominator as the average so far; rounded up.",
  provisionalNote: "* Provisional: figures are missing from some agencies.",
  hidden: (periods) => `No room for ${periods}; -f json and -f csv have every period.`,
  noPeriods: "No period has data.",
};
