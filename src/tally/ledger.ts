import { reporterId } from "../model.ts";
import type { Figure, Origin, Plan, Reporter, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Circumstances, Problem } from "../problem/problem.ts";
import { monthsOf, spanOf } from "../text/period.ts";
import type { Months, Period } from "../text/period.ts";

/** A figure while it grows. */
type Growing = { -readonly [Key in keyof Figure]: Figure[Key] } & { keys: Set<string> | null };

/** What a figure is of, and where it comes from. */
export interface Subject extends Reporter {
  readonly measure: string;
  readonly period: Period;
  readonly source: string;
  readonly origin: Origin;
}

/** Where figures are written down, each once: whatever is stated twice, or overlaps, becomes a problem. */
export class Ledger {
  readonly figures = new Map<string, Map<string, Growing[]>>();
  readonly covered = new Map<string, Figure[]>();
  readonly reporters = new Map<string, Reporter>();
  readonly periods = new Map<Period, Months>();
  readonly problems: Problem[] = [];
  readonly #plan: Plan;
  readonly #sources = new Map<string, Figure>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Writes down a figure that may be stated only once. */
  state(subject: Subject, count: number): void {
    const { found, isNew } = this.#figureOf(subject, false);
    if (isNew) found.count = count;
    else this.#reportTwice(subject, found);
  }

  #reportTwice(subject: Subject, found: Figure): void {
    const { measure, unit, level, period } = subject;
    this.#report(problem("figure-twice", { measure, unit: unit ?? level, period }, between(subject, found)));
  }

  /** The figure to which records add. */
  grow(subject: Subject, hasKeys: boolean): Growing {
    const { found } = this.#figureOf(subject, hasKeys);
    if ((found.keys !== null) !== hasKeys) this.#reportTwice(subject, found);
    return found;
  }

  /** Writes down that everyone on the roster who has no such figure has none of what it counts. */
  cover(subject: Subject, hasKeys: boolean): void {
    const zeros = this.covered.get(subject.measure) ?? [];
    if (!zeros.some(({ period }) => period === subject.period)) zeros.push(this.#zero(subject, hasKeys));
    this.covered.set(subject.measure, zeros);
  }

  /** Everything written down, once no more comes: figures of wholes are held against those of their parts. */
  close(units: ReadonlyMap<string, Unit>): void {
    for (const [measure, ofMeasure] of this.figures) {
      const { accumulate } = this.#plan.measures[measure] ?? {};
      if (accumulate === "last" || accumulate === "first")
        for (const known of ofMeasure.values()) this.#checkStocks(known, accumulate);
      const wholes = [...ofMeasure].filter(([, [first]]) => first?.unit === null).flatMap(([, figures]) => figures);
      if (wholes.length === 0) continue;
      this.#checkWholes(wholes, [...ofMeasure.values()].flat(), units);
      this.#dropTotals(wholes, ofMeasure);
    }
  }

  #figureOf(subject: Subject, hasKeys: boolean): { readonly found: Growing; readonly isNew: boolean } {
    const { measure, period, source } = subject;
    const id = reporterId(subject);
    let ofMeasure = this.figures.get(measure);
    if (ofMeasure === undefined) this.figures.set(measure, (ofMeasure = new Map<string, Growing[]>()));
    let known = ofMeasure.get(id);
    if (known === undefined) {
      ofMeasure.set(id, (known = []));
      if (!this.reporters.has(id)) this.reporters.set(id, { unit: subject.unit, level: subject.level });
    }
    for (const figure of known)
      if (figure.period === period && figure.source === source) return { found: figure, isNew: false };
    const created = this.#zero(subject, hasKeys);
    this.#checkSource(created);
    this.#checkOverlap(created, known);
    known.push(created);
    return { found: created, isNew: true };
  }

  #zero({ measure, period, unit, level, source, origin }: Subject, hasKeys: boolean): Growing {
    const months = this.#monthsOf(period);
    const keys = hasKeys ? new Set<string>() : null;
    return { measure, period, months, unit, level, count: 0, keys, lacking: false, source, origin };
  }

  #monthsOf(period: Period): Months {
    let months = this.periods.get(period);
    if (months === undefined) {
      const span = spanOf(period, this.#plan.year);
      this.periods.set(period, (months = span === null ? 0 : monthsOf(span)));
    }
    return months;
  }

  /** Two sources for one measure would each be right alone: the plan has to choose. */
  #checkSource(figure: Figure): void {
    const { measure, source } = figure;
    const first = this.#sources.get(measure);
    if (first === undefined) this.#sources.set(measure, figure);
    if (first === undefined || first.source === source) return;
    const args = { measure, one: first.source, other: source };
    const already = this.problems.some(
      (one) => one.code === "measure-two-sources" && "measure" in one.args && one.args.measure === measure,
    );
    if (!already) this.#report(problem("measure-two-sources", args, between(figure, first)));
  }

  /** A flow must cover each month once: a half-year beside one of its quarters would count it twice. */
  #checkOverlap(figure: Figure, known: readonly Figure[]): void {
    const { accumulate } = this.#plan.measures[figure.measure] ?? {};
    if (accumulate !== "sum" && accumulate !== "distinct") return;
    const other = known.find(({ months, source }) => (months & figure.months) !== 0 && source === figure.source);
    if (other === undefined) return;
    const { measure, unit, level, period } = figure;
    const args = { measure, unit: unit ?? level, one: other.period, other: period };
    this.#report(problem("period-overlap", args, between(figure, other)));
  }

  /** A stock has one count on one day, in whichever periods it is stated. */
  #checkStocks(figures: readonly Figure[], accumulate: "first" | "last"): void {
    const dayOf = ({ months }: Figure) => (accumulate === "last" ? 32 - Math.clz32(months) : months & -months);
    for (const [index, figure] of figures.entries()) {
      const other = figures
        .slice(0, index)
        .find((one) => one.months !== 0 && dayOf(one) === dayOf(figure) && one.count !== figure.count);
      if (other === undefined) continue;
      const { measure, unit, level, period } = figure;
      const args = { measure, unit: unit ?? level, one: other.period, other: period };
      this.#report(problem("stock-twice", args, between(figure, other)));
    }
  }

  /** A figure of a whole and figures of its units, or of its levels in another period, cannot both be right. */
  #checkWholes(wholes: readonly Figure[], all: readonly Figure[], units: ReadonlyMap<string, Unit>): void {
    for (const whole of wholes) {
      const { measure, period } = whole;
      const part = all.find((other) => (other.months & whole.months) !== 0 && isPart(other, whole, units));
      if (part === undefined) continue;
      const args = { measure, period, unit: part.unit ?? part.level };
      this.#report(problem("whole-beside-units", args, between(whole, part)));
    }
  }

  /** Figures of the whole beside those of its levels are stated totals, which are compared and never added. */
  #dropTotals(wholes: readonly Figure[], ofMeasure: Map<string, Growing[]>): void {
    for (const total of wholes.filter(({ level }) => level === null)) {
      const { measure, period } = total;
      const parts = wholes.filter((part) => part.period === period && part.level !== null);
      if (parts.length === 0) continue;
      const [part] = parts;
      const isWhole = Object.keys(this.#plan.levels).every((level) => parts.some((one) => one.level === level));
      if (!isWhole && part !== undefined) {
        this.#report(problem("whole-beside-units", { measure, period, unit: part.level }, between(total, part)));
        continue;
      }
      const sum = parts.reduce((so, { count }) => so + count, 0);
      const id = reporterId(total);
      ofMeasure.set(
        id,
        (ofMeasure.get(id) ?? []).filter((figure) => figure !== total),
      );
      if (sum === total.count) continue;
      const related = parts.map((one) => placeOf(one).at);
      const args = { measure, period, stated: total.count, sum };
      this.#report(problem("total-mismatch", args, { ...placeOf(total), related }));
    }
  }

  #report(found: Problem): void {
    this.problems.push(found);
  }
}

/** Whether a figure is of a part of a whole; that of a level in the same period makes the whole a stated total. */
function isPart({ unit, level, period }: Figure, whole: Figure, units: ReadonlyMap<string, Unit>): boolean {
  if (unit === null) return whole.level === null && level !== null && period !== whole.period;
  const unitLevel = units.get(unit)?.level ?? null;
  return whole.level === null || unitLevel === null || unitLevel === whole.level;
}

/** The place of one figure, with another's beside it. */
function between(one: Pick<Figure, "origin">, other: Pick<Figure, "origin">): Circumstances {
  return { ...placeOf(one), related: [placeOf(other).at] };
}

function placeOf({ origin: { table, row } }: Pick<Figure, "origin">) {
  return table.locate(row, null, null);
}
