import type { Formula, Indicator, MeasureRule, ScopedTarget, Source } from "../../model.ts";
import { problem } from "../../problem/problem.ts";
import type { Problem } from "../../problem/problem.ts";
import { sameFormula } from "./formula-doubts.ts";
import { targetPath } from "./target-path.ts";
import type { LintSubject } from "./lint-subject.ts";
import { asksAnew, readingsOf } from "./readings.ts";
import type { Reading, Wording } from "./readings.ts";

/** A share of a whole: at least so many percent of it. */
interface Share {
  readonly indicator: Indicator;
  readonly wording: Wording;
  readonly target: ScopedTarget;
  readonly least: number;
}

/**
 * Shares of one whole that cannot all be reached, since they exclude each other and come to more than 100%. That counts
 * exclude each other is known where they are the whole together, or where a source says so.
 */
export function shareDoubts({ plan, yaml, sources }: LintSubject): Problem[] {
  return readingsOf({ plan, yaml }).flatMap((reading) => sharesTogether(reading, { yaml, sources }));
}

function sharesTogether(reading: Reading, { yaml, sources }: Pick<LintSubject, "yaml" | "sources">): Problem[] {
  const shares = reading.inForce.flatMap((wording) =>
    wording.indicator.targets.flatMap((target) => sharesOf(wording, target)),
  );
  const reported = new Set<Share>();
  return shares.flatMap((first, index) => {
    if (reported.has(first)) return [];
    const others = shares.slice(index + 1).filter((share) => ofOneWhole(first, share));
    const apart = [first];
    for (const share of others) {
      if (apart.every((one) => excludeEachOther(one, share, sources))) apart.push(share);
    }
    const sum = Number(apart.reduce((total, { least }) => total + least, 0).toFixed(6));
    const isNew = ({ wording }: Share) => asksAnew(reading, wording);
    if (apart.length < 2 || sum <= 100 || !apart.some(isNew)) return [];
    for (const share of apart) reported.add(share);
    // Reported where it came to that.
    const newFirst = [...apart.filter(isNew), ...apart.filter((share) => !isNew(share))];
    const places = newFirst.map(({ wording, target }) => yaml.locate(targetPath(wording, target)));
    const related = places.slice(1).flatMap(({ at }) => at ?? []);
    const args = { indicators: apart.map(({ indicator }) => indicator.id), sum: String(sum) };
    return [problem("shares-over-100", args, { ...places[0], related })];
  });
}

const LOWER_BOUNDS: ReadonlySet<string> = new Set(["at-least", "more-than", "exactly", "between"]);

function sharesOf(wording: Wording, target: ScopedTarget): Share[] {
  const { indicator } = wording;
  const isShare = indicator.denominator !== null && LOWER_BOUNDS.has(target.operator);
  return isShare ? [{ indicator, wording, target, least: Number(target.values[0]) }] : [];
}

function ofOneWhole(one: Share, other: Share): boolean {
  const [whole, otherWhole] = [one.indicator.denominator, other.indicator.denominator];
  return (
    one.indicator !== other.indicator &&
    one.target.level === other.target.level &&
    one.target.unit === other.target.unit &&
    whole !== null &&
    otherWhole !== null &&
    sameFormula(whole, otherWhole)
  );
}

function excludeEachOther({ indicator: one }: Share, { indicator: other }: Share, sources: readonly Source[]): boolean {
  if (one.denominator !== null && sameFormula(sumOf(one.numerator, other.numerator), one.denominator)) return true;
  const [measure, against] = [soleMeasure(one.numerator), soleMeasure(other.numerator)];
  if (measure === null || against === null || measure === against) return false;
  return sources.some((source) => {
    const [rule, otherRule] = [source.measures[measure], source.measures[against]];
    return rule !== undefined && otherRule !== undefined && areApart(rule, otherRule, source);
  });
}

function sumOf(one: Formula, other: Formula): Formula {
  const factors = new Map<string, number>();
  for (const { measure, factor } of [...one.terms, ...other.terms])
    factors.set(measure, (factors.get(measure) ?? 0) + factor);
  const terms = [...factors].map(([measure, factor]) => ({ measure, factor }));
  return { text: "", constant: one.constant + other.constant, terms };
}

function soleMeasure({ terms, constant }: Formula): string | null {
  const [term] = terms;
  return terms.length === 1 && term?.factor === 1 && constant === 0 ? term.measure : null;
}

/** Whether no row, and no part of one, can count for both measures. */
function areApart(one: MeasureRule, other: MeasureRule, { balance }: Source): boolean {
  if (one.kind === "columns" && other.kind === "columns") {
    const parts = balance
      .filter(({ previous }) => !previous)
      .map(({ terms }) => new Set(terms.map(({ column }) => column)));
    const isShared = one.columns.some((column) => other.columns.includes(column));
    return (
      !isShared && parts.some((columns) => [...one.columns, ...other.columns].every((column) => columns.has(column)))
    );
  }
  if (one.kind === "columns" || other.kind === "columns") return false;
  return one.where.some((condition) =>
    other.where.some(
      (against) =>
        "in" in condition &&
        "in" in against &&
        condition.column === against.column &&
        !condition.in.some((category) => against.in.includes(category)),
    ),
  );
}
