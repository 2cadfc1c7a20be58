import { OUTSIDE, TOTAL_ROW } from "../model.ts";
import type { FoldedRow, Plan, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { ProblemArgs } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { indexNames } from "../text/name-index.ts";
import { ALL_MONTHS, daysOf, isWithin, monthsOf, parsePeriod, spanOf } from "../text/period.ts";
import type { Months, Period } from "../text/period.ts";
import { FoldedTable } from "./folded-table.ts";
import type { Folded } from "./folded-table.ts";
import { timesOf } from "./name-bearers.ts";
import type { Bearers, Days } from "./name-bearers.ts";
import type { UnitDirectory } from "./unit-directory.ts";
import { unitTextOf } from "./unit-text.ts";

/** What is needed to say what folded rows mean. */
export interface TallyContext {
  readonly plan: Plan;
  readonly directory: UnitDirectory;
}

interface Parted {
  readonly totals: readonly FoldedRow[];
  readonly parts: readonly FoldedRow[];
}

/** The meaning of the folded rows of one table for a plan. What cannot be given a meaning is a problem. */
export class RowMeaning extends FoldedTable {
  readonly #context: TallyContext;
  readonly #totals: ReadonlySet<string>;
  readonly #hasPeriod: boolean;
  readonly #ofFile = new Map<Period | null, Unit | "unknown">();
  #named: Unit | Bearers | null | undefined;
  #parted: Parted | undefined;
  #levels: ReadonlyMap<string, string> | null = null;

  constructor(file: Folded, context: TallyContext) {
    super(file);
    this.#context = context;
    this.#totals = new Set(this.recognised.source.totals.map(foldText));
    this.#hasPeriod = this.has("period");
  }

  /** Whether its figures are of units. */
  get hasUnits(): boolean {
    return this.has("unit") || this.recognised.source.unitOfFile;
  }

  /** The rows that add up others, and those that do not. */
  get totals(): readonly FoldedRow[] {
    return (this.#parted ??= this.#part()).totals;
  }

  get parts(): readonly FoldedRow[] {
    return (this.#parted ??= this.#part()).parts;
  }

  #part(): Parted {
    const { folded } = this.folding;
    if (this.#totals.size === 0 && !this.has(TOTAL_ROW.column)) return { totals: [], parts: folded };
    const totals = new Set(folded.filter((row) => this.#isTotal(row)));
    return { totals: [...totals], parts: totals.size === 0 ? folded : folded.filter((row) => !totals.has(row)) };
  }

  /** As the form says it, or as its source says what stands for their unit. */
  #isTotal(row: FoldedRow): boolean {
    if (this.textOf(row, TOTAL_ROW.column) !== null) return true;
    const unit = this.#totals.size === 0 ? null : this.textOf(row, "unit");
    return unit !== null && this.#totals.has(foldText(unit));
  }

  /** Whether the unit of a row is one or another by the period: agencies bear its name one after the other. */
  dependsOnPeriod(row: FoldedRow): boolean {
    const { directory } = this.#context;
    if (this.recognised.source.unitOfFile) {
      if (this.#named === undefined) this.#named = directory.find(this.recognised.unitNames, null);
      return this.#named !== null && "among" in this.#named;
    }
    const text = this.textOf(row, "unit");
    return text !== null && directory.isShared(text);
  }

  /**
   * The unit of a row, with its level settled; `null` for a whole; "unknown" where a unit is due but not given. `period`:
   * what is asked of the row, where that is not the period of the row itself.
   */
  unitOf(row: FoldedRow, needed: boolean, period?: Period | null): Unit | null | "unknown" {
    if (this.recognised.source.unitOfFile)
      return this.#unitOfFile(this.dependsOnPeriod(row) ? this.#when(row, period) : null);
    const text = this.textOf(row, "unit");
    const { directory } = this.#context;
    const kind = unitTextOf(text, { totals: this.#totals, directory });
    if (text === null || kind === "blank") {
      if (!needed) return null;
      this.report("cell-missing", {}, row, "unit");
      return "unknown";
    }
    if (kind === "damaged") this.report("unit-damaged", { text }, row, "unit");
    if (kind === "total-like") this.report("row-unclear", { text, why: "total" }, row, "unit");
    if (kind === "damaged" || kind === "total-like") return "unknown";
    const days = directory.isShared(text) ? this.#daysOf(this.#when(row, period)) : null;
    const unit = directory.resolve(text, days);
    if ("among" in unit) {
      const args = ambiguity(unit, this.#when(row, period));
      if (args !== null) this.report("unit-ambiguous", args, row, "unit");
      return "unknown";
    }
    if (directory.isStranger(unit.code)) {
      this.report("unit-unknown", { text, nearest: directory.nearest(text) }, row, "unit");
    }
    const level = this.levelOf(row);
    if (level !== null) {
      const months = unit.terms === null ? ALL_MONTHS : this.#monthsOf(this.#when(row, period));
      const other = directory.learnLevel(unit.code, level, months);
      if (other !== null) this.report("level-disagrees", { unit: unit.code, one: other, other: level }, row, "level");
    }
    return directory.units.get(unit.code) ?? unit;
  }

  #when(row: FoldedRow, asked: Period | null | undefined): Period | null {
    return asked === undefined ? this.periodOf(row) : asked;
  }

  #monthsOf(period: Period | null): Months {
    const span = period === null ? null : spanOf(period, this.#context.plan.year);
    return span === null ? ALL_MONTHS : monthsOf(span);
  }

  /** The days that a figure of a period speaks of: of a cumulative one, all from the start of the year. */
  #daysOf(period: Period | null): Days | null {
    if (period === null) return null;
    const { year } = this.#context.plan;
    const days = daysOf(period, year);
    return this.recognised.source.cumulative ? { ...days, from: daysOf(period.slice(0, 4), year).from } : days;
  }

  /** The one unit of a file, by the first of its names that is known. */
  #unitOfFile(period: Period | null): Unit | "unknown" {
    const known = this.#ofFile.get(period);
    if (known !== undefined) return known;
    const found = this.#findUnitOfFile(period);
    this.#ofFile.set(period, found);
    return found;
  }

  #findUnitOfFile(period: Period | null): Unit | "unknown" {
    const { unitNames, table, source } = this.recognised;
    const { directory } = this.#context;
    const found = directory.find(unitNames, this.#daysOf(period));
    const at = { at: { in: "file", file: table.file } } as const;
    if (found === null) {
      this.reportOnce(problem("unit-unnamed", {}, at));
      return "unknown";
    }
    if ("among" in found) {
      const args = ambiguity(found, period);
      if (args !== null) this.reportOnce(problem("unit-ambiguous", args, at));
      return "unknown";
    }
    if (directory.isStranger(found.code)) {
      const near = directory.nearest(found.name);
      this.reportOnce(problem("unit-unknown", { text: found.name, nearest: near }, at));
    }
    if (source.level !== null) directory.learnLevel(found.code, source.level, ALL_MONTHS);
    return found;
  }

  /** The level that a row or its source states; levels that the plan does not have are nothing to it. */
  levelOf(row: FoldedRow): string | null {
    const { levels } = this.#context.plan;
    const text = this.textOf(row, "level");
    const { level } = this.recognised.source;
    if (text === null) return level !== null && Object.hasOwn(levels, level) ? level : null;
    const allowed = Object.keys(levels);
    if (allowed.length === 0) return null;
    const found = (this.#levels ??= indexNames(Object.entries(levels))).get(foldText(text));
    if (found === undefined) this.report("level-unknown", { text, allowed }, row, "level");
    return found ?? null;
  }

  /** The period of a row: its own, which must lie within what the file states, or the file's; `null` where unreadable. */
  periodOf(row: FoldedRow): Period | null {
    const stated = this.recognised.period;
    if (!this.#hasPeriod) return stated;
    const found = this.classOf(row, "period");
    // A text that is no period was reported, and does not fall back on what the file states.
    if (typeof found === "object" && found !== null) return null;
    if (found === OUTSIDE) return this.datedPeriodOf(row, "period");
    if (found === null) {
      if (stated === null) this.report("cell-missing", {}, row, "period");
      return stated;
    }
    const period = parsePeriod(found);
    const { year } = this.#context.plan;
    if (period === null) this.report("period-unreadable", { text: found }, row, "period");
    else if (spanOf(period, year) === null) this.report("other-year", { period, year: year.label }, row, "period");
    else if (stated !== null && !isWithin(period, stated))
      this.report("period-disagrees", { one: stated, other: period }, row, "period");
    return period;
  }

  /** The period of a row by a column of dates; by its own where none decides. */
  periodBy(date: string | null, row: FoldedRow): Period | null {
    return date === null ? this.periodOf(row) : this.datedPeriodOf(row, date);
  }

  /** The period into which a date column puts a row; `null` where there is no date, or one outside the year. */
  datedPeriodOf(row: FoldedRow, column: string): Period | null {
    const period = this.textOf(row, column);
    if (period !== OUTSIDE) return period;
    this.report("dates-outside", { year: this.#context.plan.year.label }, row, column);
    return null;
  }

  /** Reports every text of a row that no class covers. */
  reportUnknown(row: FoldedRow): void {
    if (!hasUnknown(row)) return;
    for (const { name, classing } of this.recognised.spec.classes) {
      const found = this.classOf(row, name);
      if (typeof found !== "object" || found === null) continue;
      if (classing.kind === "date") {
        if (found.unknown === "") this.report("cell-missing", {}, row, name);
        else this.report("date-unreadable", { text: found.unknown }, row, name);
      } else if (classing.kind === "category") {
        const { values } = this.recognised.source.columns[name] ?? { values: null };
        const allowed = Object.values(values ?? {}).map(([spelling = ""]) => spelling);
        this.report("category-unknown", { text: found.unknown, allowed }, row, name);
      }
    }
  }
}

/** Asked of every row: a function for each of its classes would cost more than what it asks. */
function hasUnknown({ classes }: FoldedRow): boolean {
  for (let index = 0; index < classes.length; index++) {
    const found = classes[index];
    if (typeof found === "object" && found !== null) return true;
  }
  return false;
}

/** What is said of a name that several units bear; `null` where there is no period, so that no figure comes of it. */
function ambiguity({ text, among }: Bearers, period: Period | null): ProblemArgs["unit-ambiguous"] | null {
  if (period === null) return null;
  const units = among.map((unit) => ({ unit: unit.code, terms: timesOf(unit, foldText(text)) }));
  return { text, period, units };
}
