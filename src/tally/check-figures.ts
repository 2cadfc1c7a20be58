import type { Figure, Plan, Reporter, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Circumstances, Problem } from "../problem/problem.ts";
import { monthsOf, spanOf } from "../text/period.ts";
import type { Months } from "../text/period.ts";

/** What stands of the figures once it is sure that none says a thing twice, and what is wrong with them. */
export interface Checked {
  readonly figures: readonly Figure[];
  readonly problems: readonly Problem[];
}

/** Drops figures of sources that the plan does not want, adds up records, and reports whatever is stated twice. */
export function checkFigures(
  all: readonly Figure[],
  plan: Plan,
  units: ReadonlyMap<string, Unit>,
  isRecord: (source: string) => boolean,
): Checked {
  const wanted = all.filter(({ measure, source }) => isWanted(measure, source, plan));
  const problems: Problem[] = [];
  const figures = [...groupBy(wanted, ({ measure }) => measure).values()].flatMap((ofMeasure) => {
    checkSources(ofMeasure, problems);
    const added = addUp(ofMeasure, isRecord, problems);
    checkOverlaps(added, plan, problems);
    checkWholes(added, units, problems);
    return withoutTotals(added, problems);
  });
  return { figures, problems };
}

/** Whether the plan has the measure, and takes it from this source. */
export function isWanted(measure: string, source: string, { measures }: Plan): boolean {
  const declared = Object.hasOwn(measures, measure) ? measures[measure] : undefined;
  return declared !== undefined && (declared.source ?? source) === source;
}

/** Records of one source add up, across files; anything else said twice is an error. All are of one measure. */
function addUp(figures: readonly Figure[], isRecord: (source: string) => boolean, problems: Problem[]): Figure[] {
  const kept = new Map<string, Figure>();
  for (const figure of figures) {
    const id = `${figure.period}\0${reporterId(figure)}`;
    const before = kept.get(id);
    if (before === undefined) kept.set(id, figure);
    else if (before.source === figure.source && isRecord(figure.source)) kept.set(id, merge(before, figure, problems));
    else if (before.source === figure.source) {
      const { measure, unit, level, period } = figure;
      const related = [placeOf(before).at];
      problems.push(problem("figure-twice", { measure, unit: unit ?? level, period }, { ...placeOf(figure), related }));
    }
  }
  return [...kept.values()];
}

function merge(before: Figure, figure: Figure, problems: Problem[]): Figure {
  const keys = before.keys && figure.keys ? new Set([...before.keys, ...figure.keys]) : null;
  const count = keys?.size ?? before.count + figure.count;
  if (count > Number.MAX_SAFE_INTEGER) problems.push(problem("sum-too-large", { of: figure.measure }, placeOf(figure)));
  return { ...before, count, keys };
}

function checkSources([first, ...rest]: readonly Figure[], problems: Problem[]): void {
  const other = rest.find(({ source }) => source !== first?.source);
  if (first === undefined || other === undefined) return;
  const args = { measure: first.measure, one: first.source, other: other.source };
  problems.push(problem("measure-two-sources", args, { ...placeOf(other), related: [placeOf(first).at] }));
}

/** A flow must cover each month once: a half-year beside one of its quarters would count it twice. */
function checkOverlaps(figures: readonly Figure[], { measures, year }: Plan, problems: Problem[]): void {
  const [first] = figures;
  const { accumulate } = measures[first?.measure ?? ""] ?? {};
  if (accumulate !== "sum" && accumulate !== "distinct") return;
  const covered = new Map<string, { readonly months: Months; readonly figure: Figure }[]>();
  for (const figure of figures) {
    const span = spanOf(figure.period, year);
    if (span === null) continue;
    const months = monthsOf(span);
    const id = reporterId(figure);
    const before = covered.get(id);
    if (before === undefined) covered.set(id, [{ months, figure }]);
    else {
      const other = before.find((one) => (one.months & months) !== 0)?.figure;
      before.push({ months, figure });
      if (other === undefined) continue;
      const { measure, unit, level, period } = figure;
      const args = { measure, unit: unit ?? level, one: other.period, other: period };
      problems.push(problem("period-overlap", args, { ...placeOf(figure), related: [placeOf(other).at] }));
    }
  }
}

/** A figure of a whole and figures of its units cannot both be right. */
function checkWholes(figures: readonly Figure[], units: ReadonlyMap<string, Unit>, problems: Problem[]): void {
  for (const whole of figures.filter(({ unit }) => unit === null)) {
    const part = figures.find(({ unit, period }) => {
      return (
        unit !== null && period === whole.period && (whole.level === null || units.get(unit)?.level === whole.level)
      );
    });
    if (part === undefined) continue;
    const { measure, period } = whole;
    problems.push(
      problem(
        "whole-beside-units",
        { measure, period, unit: part.unit },
        { ...placeOf(whole), related: [placeOf(part).at] },
      ),
    );
  }
}

/** Without figures of the whole beside those of its levels: stated totals, which are compared and never added. */
function withoutTotals(figures: readonly Figure[], problems: Problem[]): Figure[] {
  const wholes = figures.filter(({ unit }) => unit === null);
  const totals = wholes.filter((total) => {
    if (total.level !== null) return false;
    const { measure, period } = total;
    const parts = wholes.filter((part) => part.period === period && part.level !== null);
    if (parts.length === 0) return false;
    const sum = parts.reduce((so, { count }) => so + count, 0);
    if (sum !== total.count) {
      const related = parts.map((part) => placeOf(part).at);
      const args = { measure, period, stated: total.count, sum };
      problems.push(problem("total-mismatch", args, { ...placeOf(total), related }));
    }
    return true;
  });
  return totals.length === 0 ? [...figures] : figures.filter((figure) => !totals.includes(figure));
}

function reporterId({ unit, level }: Reporter): string {
  return unit ?? `\0${level}`;
}

function placeOf({
  origin: { table, row },
}: Figure): Circumstances & Required<Pick<ReturnType<typeof table.locate>, "at">> {
  return table.locate(row, null, null);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
