import type { Locale } from "../locale/locale.ts";
import { countsOf, rateOf, targetOf, verdictOf } from "../report/figures.ts";
import { arrow, signed } from "./arrow.ts";
import type { ResultChange } from "./differences.ts";
import type { StatedResult } from "./stated-assessment.ts";

/** Everything that changed in a result, each before and after; of one that is new or gone what it is. */
export function resultItem({ changes, before, after }: ResultChange, title: string, locale: Locale): string {
  const only = before === null ? after : after === null ? before : null;
  if (only !== null) {
    const facts = [verdictOf(only, locale), figuresOf(only, locale), targetOf(only, locale)];
    return `${title}: ${facts.filter((fact) => fact !== "").join("; ")}`;
  }
  if (before === null || after === null) return title;
  const both = (of: (result: StatedResult) => string) => arrow({ before: of(before), after: of(after) }, locale);
  const verdicts = both((one) => verdictOf(one, locale));
  const isDecided = before.target?.document !== after.target?.document;
  const facts = [
    ...(verdictOf(before, locale) === verdictOf(after, locale) ? [] : [verdicts]),
    ...(changes.includes("counts") ? [countChange(before, after, locale)] : []),
    ...(changes.includes("target") ? [`${locale.diff.target} ${both((one) => askedOf(one, isDecided, locale))}`] : []),
    ...(changes.includes("formula") ? [`${locale.diff.formula} ${both(formulaOf)}`] : []),
    ...(changes.includes("flags") && verdictOf(before, locale) === verdictOf(after, locale)
      ? [both((one) => one.flags.map((flag) => locale.flags[flag]).join(", "))]
      : []),
    ...(changes.includes("coverage") ? [locale.diff.reported(reportedOf(before), reportedOf(after))] : []),
  ];
  return `${title}: ${facts.join("; ")}`;
}

/** "94,99% (237.490/250.000)" */
function figuresOf(result: StatedResult, locale: Locale): string {
  const [rate, counts] = [rateOf(result, locale), countsOf(result, locale)];
  return rate === "" ? counts : `${rate} (${counts})`;
}

/** The figures before and after, and by how many the counts changed. */
function countChange(before: StatedResult, after: StatedResult, locale: Locale): string {
  const both = arrow({ before: figuresOf(before, locale), after: figuresOf(after, locale) }, locale);
  const by = (one: number | null, other: number | null) =>
    one === null || other === null ? [] : [signed(other - one, locale)];
  const sides = [
    ...by(before.value, after.value),
    ...by(before.numerator, after.numerator),
    ...by(before.denominator, after.denominator),
  ];
  return sides.length === 0 ? both : `${both}, ${sides.join("/")}`;
}

/** What a target asks and when it is due; by which document, where it is another. */
function askedOf({ target, ...result }: StatedResult, withDocument: boolean, locale: Locale): string {
  if (target === null) return "";
  const document = withDocument && target.document !== null ? [target.document] : [];
  return `${targetOf({ ...result, target }, locale)} (${[locale.date(target.due), ...document].join(", ")})`;
}

function formulaOf({ formula: { numerator, denominator } }: StatedResult): string {
  return denominator === null ? numerator : `${numerator} / ${denominator}`;
}

function reportedOf({ coverage: { expected, reported } }: StatedResult): string {
  return `${reported}/${expected}`;
}
