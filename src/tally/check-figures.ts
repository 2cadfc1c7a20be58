import type { Figure, Plan, Reporter, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Circumstances, Problem } from "../problem/problem.ts";
import { spanOf } from "../text/period.ts";
import type { Span } from "../text/period.ts";

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
  const wanted = all.filter(({ measure, source }) => {
    const declared = Object.hasOwn(plan.measures, measure) ? plan.measures[measure] : undefined;
    return declared !== undefined && (declared.source ?? source) === source;
  });
  const problems: Problem[] = [];
  const figures = addUp(wanted, isRecord, problems);
  for (const ofMeasure of groupBy(figures, ({ measure }) => measure).values()) {
    checkSources(ofMeasure, problems);
    checkOverlaps(ofMeasure, plan, problems);
    checkWholes(ofMeasure, units, problems);
  }
  const totals = new Set(statedTotals(figures, problems));
  return { figures: figures.filter((figure) => !totals.has(figure)), problems };
}

/** Records of one source add up, across files; anything else said twice is an error. */
function addUp(figures: readonly Figure[], isRecord: (source: string) => boolean, problems: Problem[]): Figure[] {
  const kept = new Map<string, Figure>();
  for (const figure of figures) {
    const id = `${figure.measure}\0${figure.period}\0${reporterId(figure)}`;
    const before = kept.get(id);
    if (before === undefined) kept.set(id, figure);
    else if (before.source === figure.source && isRecord(figure.source)) kept.set(id, merge(before, figure, problems));
    else if (before.source === figure.source) {
      const { measure, unit, level, period } = figure;
      problems.push(
        problem(
          "figure-twice",
          { measure, unit: unit ?? level, period },
          { ...placeOf(figure), related: [placeOf(before).at] },
        ),
      );
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
  for (const ofReporter of groupBy(figures, reporterId).values()) {
    const accumulate = measures[ofReporter[0]?.measure ?? ""]?.accumulate;
    if (accumulate !== "sum" && accumulate !== "distinct") continue;
    const spans = ofReporter
      .map((figure) => ({ figure, span: spanOf(figure.period, year) }))
      .filter((entry): entry is { figure: Figure; span: Span } => entry.span !== null)
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    let widest = spans[0];
    for (const next of spans.slice(1)) {
      if (widest === undefined) break;
      if (next.span.start < widest.span.end) {
        const { measure, unit, level, period } = next.figure;
        const args = { measure, unit: unit ?? level, one: widest.figure.period, other: period };
        problems.push(
          problem("period-overlap", args, { ...placeOf(next.figure), related: [placeOf(widest.figure).at] }),
        );
      }
      if (next.span.end > widest.span.end) widest = next;
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

/** Figures of the whole beside those of its levels: stated totals, which are compared and never added. */
function statedTotals(figures: readonly Figure[], problems: Problem[]): Figure[] {
  return figures.filter((total) => {
    if (total.unit !== null || total.level !== null) return false;
    const { measure, period } = total;
    const parts = figures.filter(
      (part) => part.measure === measure && part.period === period && part.unit === null && part.level !== null,
    );
    if (parts.length === 0) return false;
    const sum = parts.reduce((so, { count }) => so + count, 0);
    if (sum !== total.count) {
      const args = { measure, period, stated: total.count, sum };
      problems.push(
        problem("total-mismatch", args, { ...placeOf(total), related: parts.map((part) => placeOf(part).at) }),
      );
    }
    return true;
  });
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
