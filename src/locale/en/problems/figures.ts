import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { count } from "../phrases.ts";
import { ofUnit } from "./phrases.ts";

/** What is said of figures. */
export const figures = {
  "figure-twice": ({ measures, unit, period }) =>
    wording(
      `${measuresOf(measures, unit)} in ${period} ${measures.length === 1 ? "is" : "are"} stated twice`,
      "Remove one of the two rows or files. Where each is a part of the figures, add them up in one row.",
    ),
  "period-overlap": ({ measures, unit, one, other }) =>
    wording(
      `${measuresOf(measures, unit)} ${measures.length === 1 ? "is" : "are"} stated for ${one} and for ${other}, which overlap`,
      "Keep one of the two, so that each month counts once.",
    ),
  "whole-beside-units": ({ measure, period, unit }) =>
    wording(
      `${measure} in ${period} is stated for the whole and also for parts of it (${unit})`,
      "Keep either the figure of the whole or those of its parts.",
    ),
  "measure-two-sources": ({ measure, one, other }) =>
    wording(
      `two sources supply ${measure}: ${one} and ${other}`,
      `Name the one that counts in the plan: ${measure}: { source: ${one} }.`,
    ),
  "record-twice": ({ key, measure, period }) =>
    wording(`the record “${key}” would count twice for ${measure} in ${period}`, "Remove one of the two rows."),
  "total-mismatch": ({ of, scope, period, stated, sum }) =>
    wording(
      `the total ${scope === null ? "" : `of ${scope} `}in “${of}” for ${period} says ${count(stated)}, and its parts add up to ${count(sum)}: ${difference(stated, sum)}`,
      "The parts are what is used. Ask the sender which is right.",
    ),
  "balance-mismatch": ({ equation, left, right }) =>
    wording(
      `${equation}: ${count(left)} on the left, ${count(right)} on the right, ${difference(left, right)}`,
      "Each count is used as it stands. Ask the sender which is right.",
    ),
  "rate-mismatch": ({ printed, exact, numerator, denominator }) =>
    wording(
      `the printed rate is ${printed}, and ${count(numerator)}/${count(denominator)} is ${exact}%`,
      "A printed rate is never used; the result comes from the two counts. Check which of the three is wrong.",
    ),
  "carried-mismatch": ({ unit, carried, pending, period, before }) =>
    wording(
      `${unit === null ? "" : `${unit}: `}${count(carried)} were carried over into ${period}, and ${count(pending)} were pending at the end of ${before}: ${difference(carried, pending)}`,
      "Ask the sender why the end of one period is not the start of the next.",
    ),
  "cumulative-shrinks": ({ measure, unit, one, other, before, after }) =>
    wording(
      `${measure}${ofUnit(unit)}, summed from the start of the year, is ${count(after)} in ${other} and was ${count(before)} in ${one}: ${count(before - after)} too few`,
      "Such a sum cannot shrink; the later one is used. Check both files.",
    ),
  "numerator-over-denominator": ({ indicator, numerator, denominator }) =>
    wording(
      `${indicator}: the numerator ${count(numerator)} exceeds the denominator ${count(denominator)}`,
      "Check both counts; where more than 100% is right, the plan says over-100: true.",
    ),
  "side-negative": ({ indicator, numerator, denominator }) =>
    wording(
      `${indicator}: a side of the formula is below zero (${count(numerator)}${denominator === null ? "" : ` / ${count(denominator)}`})`,
      "Check the counts that the formula subtracts.",
    ),
  "unit-over-denominator": ({ indicator, unit, numerator, denominator }) =>
    wording(
      `${indicator}: at ${unit} the numerator ${count(numerator)} exceeds the denominator ${count(denominator)}`,
      "Check both counts of this unit; where more than 100% is right, the plan says over-100: true.",
    ),
  "other-year": ({ period, year }) =>
    wording(
      `${period} is not in the plan's year ${year}; its rows are not used`,
      "Correct the period, or take these rows to the plan of their year.",
    ),
  "stock-twice": ({ measures, unit, one, other }) =>
    wording(
      `${measuresOf(measures, unit)} ${measures.length === 1 ? "has" : "have"} two different counts at the end of ${one} and of ${other}, which is the same day`,
      "Keep the one that is right.",
    ),
  "dates-elsewhere": ({ stated, found }) =>
    wording(
      `the file is for ${stated}, and none of its dates is: this one falls into ${found}`,
      "Is it in the wrong folder? The dates decide.",
    ),
  "dates-outside": ({ year }) => wording(`dates outside the plan's year ${year}: these records do not count by them`),
  "file-without-rows": () =>
    wording("the file has a header and no rows", "Export it again; or, if there really was nothing, leave it."),
  "measure-unsupplied": ({ indicator, measure, other }) =>
    wording(
      `${indicator}: no file supplies ${measure}, while ${other} is there`,
      "Look for a missing export, or a measure's name that is misspelt in the source.",
    ),
  "waiver-expired": ({ indicator, level, unit, until, document }) =>
    wording(
      `the waiver ${document} of ${indicator}${(unit ?? level) ? ` (${unit ?? level})` : ""} ended with ${until}: the miss counts again`,
      "Give the waiver a later period in until: if it was extended; otherwise take it away.",
    ),
  "nothing-in-window": ({ period, periods }) =>
    wording(`no data fall into ${period}`, `The data are for: ${list(periods)}.`),
} satisfies Partial<ProblemWords>;

/** One measure, or how many there are and the first of them. */
function measuresOf(measures: readonly string[], unit: string | null): string {
  const [first = ""] = measures;
  if (measures.length === 1) return `${first}${ofUnit(unit)}`;
  const named = `${list(measures.slice(0, 3))}${measures.length > 3 ? ", …" : ""}`;
  return `${measures.length} measures${ofUnit(unit)} (${named})`;
}

function difference(one: number, other: number): string {
  return `${count(Math.abs(one - other))} too ${one > other ? "many" : "few"}`;
}
