import { levelsIn, reporterId } from "../model.ts";
import type { Figure, Origin, Plan, Recognised, Reporter, RowPlace, Source, Table, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Circumstances, Problem } from "../problem/problem.ts";
import { monthsOf, spanOf } from "../text/period.ts";
import type { Months, Period } from "../text/period.ts";
import type { Trace } from "./trace.ts";

/** A figure while it grows. Of many keys, V8 makes a literal several times as slowly as an object of a class. */
class Growing implements Figure {
  declare readonly measure: string;
  declare readonly period: Period;
  declare readonly months: Months;
  declare readonly unit: string | null;
  declare readonly level: string | null;
  declare count: number;
  declare keys: Set<string> | null;
  declare lacking: boolean;
  declare readonly cumulative: boolean;
  declare readonly source: string;
  declare readonly origin: Origin;

  constructor(
    { measure, source, table }: Page,
    { unit, level }: Reporter,
    period: Period,
    months: Months,
    row: RowPlace,
  ) {
    this.measure = measure;
    this.period = period;
    this.months = months;
    this.unit = unit;
    this.level = level;
    this.count = 0;
    this.keys = null;
    this.lacking = false;
    this.cumulative = source.cumulative;
    this.source = source.id;
    this.origin = { table, row };
  }
}

/** Whom a figure is of, under the id by which figures are kept. */
export interface Account extends Reporter {
  readonly id: string;
}

/** Where figures are written down, each once: whatever is stated twice, or overlaps, becomes a problem. */
export class Ledger {
  readonly figures = new Map<string, Map<string, Growing[]>>();
  readonly covered = new Map<string, Figure[]>();
  readonly reporters = new Map<string, Account>();
  readonly periods = new Map<Period, Months>();
  readonly problems: Problem[] = [];
  readonly trace: Trace | null;
  readonly #plan: Plan;
  readonly #sources = new Map<string, Figure>();

  constructor(plan: Plan, trace: Trace | null = null) {
    this.#plan = plan;
    this.trace = trace;
  }

  /** The account of a unit or a whole. */
  account(unit: string | null, level: string | null): Account {
    const id = reporterId({ unit, level });
    return this.reporters.get(id) ?? { id, unit, level };
  }

  /** Where one file writes down what it says of a measure. */
  page(measure: string, { table, source }: Recognised): Page {
    return new Page(this, measure, source, table);
  }

  /** The figures of an account, to which more may come. */
  figuresOf(measure: string, account: Account): Growing[] {
    let ofMeasure = this.figures.get(measure);
    if (ofMeasure === undefined) this.figures.set(measure, (ofMeasure = new Map<string, Growing[]>()));
    let known = ofMeasure.get(account.id);
    if (known === undefined) {
      ofMeasure.set(account.id, (known = []));
      this.reporters.set(account.id, account);
    }
    return known;
  }

  /** Takes a new figure among those of its account. */
  enter(figure: Growing, known: Growing[]): void {
    this.#checkSource(figure);
    this.#checkOverlap(figure, known);
    known.push(figure);
  }

  /** Everything written down, once no more comes: figures of wholes are held against those of their parts. */
  close(units: ReadonlyMap<string, Unit>): void {
    for (const [measure, ofMeasure] of this.figures) {
      const { accumulate } = this.#plan.measures[measure] ?? {};
      if (accumulate === "sum") for (const known of ofMeasure.values()) this.#checkGrowth(known);
      if (accumulate === "last" || accumulate === "first")
        for (const known of ofMeasure.values()) this.#checkStocks(known, accumulate);
      const wholes = [...ofMeasure.values()].filter((figures) => figures[0]?.unit === null).flat();
      if (wholes.length === 0) continue;
      this.#checkWholes(wholes, [...ofMeasure.values()].flat(), units);
      this.#dropTotals(wholes, ofMeasure);
    }
  }

  /** The months of a period that something is written down for. */
  monthsOf(period: Period): Months {
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
    if (known.length === 0) return;
    const { accumulate } = this.#plan.measures[figure.measure] ?? {};
    const same = figure.cumulative ? known.find(({ months }) => months === figure.months) : undefined;
    if (same !== undefined && figure.months !== 0) {
      const { measure, unit, level, period } = figure;
      const args = { measures: [measure], unit: unit ?? level, period };
      this.#report(problem("figure-twice", args, between(figure, same)));
    }
    if (figure.cumulative || (accumulate !== "sum" && accumulate !== "distinct")) return;
    const other = known.find(({ months, source }) => (months & figure.months) !== 0 && source === figure.source);
    if (other === undefined) return;
    const { measure, unit, level, period } = figure;
    const args = { measures: [measure], unit: unit ?? level, one: other.period, other: period };
    this.#report(problem("period-overlap", args, between(figure, other)));
  }

  /** What is counted from the start of the year on cannot become less. */
  #checkGrowth(figures: readonly Figure[]): void {
    const growing = figures.filter(({ cumulative }) => cumulative);
    if (growing.length < 2) return;
    for (const [index, figure] of growing.sort((a, b) => a.months - b.months).entries()) {
      const before = growing[index - 1];
      if (before === undefined || before.count <= figure.count) continue;
      const { measure, unit, level, period, count: after } = figure;
      const args = { measure, unit: unit ?? level, one: before.period, other: period, before: before.count, after };
      this.#report(problem("cumulative-shrinks", args, between(figure, before)));
    }
  }

  /** A stock has one count on one day, in whichever periods it is stated. */
  #checkStocks(figures: readonly Figure[], accumulate: "first" | "last"): void {
    const dayOf = ({ months }: Figure) =>
      accumulate === "last" ? 31 - Math.clz32(months) : 31 - Math.clz32(months & -months);
    let days = 0;
    for (let index = 0; index < figures.length; index++) {
      const figure = figures[index] as Figure;
      if (figure.months === 0) continue;
      const day = dayOf(figure);
      const isStated = (days & (1 << day)) !== 0;
      days |= 1 << day;
      const other = isStated
        ? figures.slice(0, index).find((one) => one.months !== 0 && dayOf(one) === day && one.count !== figure.count)
        : undefined;
      if (other === undefined) continue;
      const { measure, unit, level, period } = figure;
      const args = { measures: [measure], unit: unit ?? level, one: other.period, other: period };
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
      const args = { of: measure, scope: null, period, stated: total.count, sum };
      this.#report(problem("total-mismatch", args, { ...placeOf(total), related }));
    }
  }

  #report(found: Problem): void {
    this.problems.push(found);
  }
}

/** What one file says of one measure. */
export class Page {
  readonly #ledger: Ledger;
  readonly measure: string;
  readonly source: Source;
  readonly table: Table;

  constructor(ledger: Ledger, measure: string, source: Source, table: Table) {
    this.#ledger = ledger;
    this.measure = measure;
    this.source = source;
    this.table = table;
  }

  /** Writes down a figure that may be stated only once. */
  state(account: Account, period: Period, count: number, row: RowPlace): void {
    const known = this.#ledger.figuresOf(this.measure, account);
    const found = this.#find(known, period);
    if (found !== undefined) this.#reportTwice(found, row);
    else this.#ledger.enter(this.#figure(account, period, count, false, row), known);
  }

  /** The figure to which records add. */
  grow(account: Account, period: Period, hasKeys: boolean, row: RowPlace): Growing {
    const known = this.#ledger.figuresOf(this.measure, account);
    let found = this.#find(known, period);
    if (found === undefined) this.#ledger.enter((found = this.#figure(account, period, 0, hasKeys, row)), known);
    else if ((found.keys !== null) !== hasKeys) this.#reportTwice(found, row);
    return found;
  }

  /** Writes down that everyone on the roster who has no such figure has none of what it counts. */
  cover(period: Period, hasKeys: boolean, row: RowPlace): void {
    const { covered } = this.#ledger;
    const zeros = covered.get(this.measure) ?? [];
    covered.set(this.measure, zeros);
    if (!zeros.some((zero) => zero.period === period)) zeros.push(this.#figure(WHOLE, period, 0, hasKeys, row));
  }

  #find(known: readonly Growing[], period: Period): Growing | undefined {
    // Asked for every row and measure: an iterator would cost more than the search.
    for (let index = 0; index < known.length; index++) {
      const figure = known[index] as Growing;
      if (figure.period === period && figure.source === this.source.id) return figure;
    }
    return undefined;
  }

  #figure(reporter: Reporter, period: Period, count: number, hasKeys: boolean, row: RowPlace): Growing {
    const months = yearTo(this.#ledger.monthsOf(period), this.source.cumulative);
    const figure = new Growing(this, reporter, period, months, row);
    figure.count = count;
    if (hasKeys) figure.keys = new Set();
    return figure;
  }

  #reportTwice(found: Figure, row: RowPlace): void {
    const { measure, unit, level, period } = found;
    const here = { origin: { table: this.table, row } };
    const args = { measures: [measure], unit: unit ?? level, period };
    this.#ledger.problems.push(problem("figure-twice", args, between(here, found)));
  }
}

/** Of what is counted from the start of the year on, all months up to the last. */
function yearTo(months: Months, cumulative: boolean): Months {
  return cumulative && months !== 0 ? monthsOf({ start: 0, end: 32 - Math.clz32(months) }) : months;
}

const WHOLE: Reporter = { unit: null, level: null };

/** Whether a figure is of a part of a whole; that of a level in the same period makes the whole a stated total. */
function isPart({ unit, level, period, months }: Figure, whole: Figure, units: ReadonlyMap<string, Unit>): boolean {
  if (unit === null) return whole.level === null && level !== null && period !== whole.period;
  const known = units.get(unit);
  const levels = known === undefined ? [null] : levelsIn(known, months);
  return whole.level === null || levels.includes(null) || levels.includes(whole.level);
}

/** The place of one figure, with another's beside it. */
function between(one: Pick<Figure, "origin">, other: Pick<Figure, "origin">): Circumstances {
  return { ...placeOf(one), related: [placeOf(other).at] };
}

function placeOf({ origin: { table, row } }: Pick<Figure, "origin">) {
  return table.locate(row, null, null);
}
