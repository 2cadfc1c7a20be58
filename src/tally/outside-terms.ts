import { indicatorsOfYear, levelsIn, measuresNamed } from "../model.ts";
import type { Figure, Plan, Tally, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { ALL_MONTHS } from "../text/period.ts";

/** The measures for which the plan asks a level. */
export function measuresByLevel(plan: Plan): ReadonlySet<string> {
  const byLevel = indicatorsOfYear(plan).filter(
    ({ targets, applies }) => applies.levels !== null || targets.some(({ level }) => level !== null),
  );
  return new Set(byLevel.flatMap(measuresNamed));
}

/**
 * Figures of a unit, or of a whole level, from when it did not exist, and figures that reach over a change of its level, where the plan asks by
 * level: neither can be counted where they belong. Each row is named once, whatever it counts; a zero says nothing.
 */
export function outsideTerms(figures: Tally["figures"], plan: Plan, units: Tally["units"]): Problem[] {
  const byLevel = measuresByLevel(plan);
  const found = new Map<string, Problem>();
  const levels = levelsAsUnits(plan);
  for (const [measure, ofMeasure] of figures) {
    for (const [code, ofUnit] of ofMeasure) {
      const unit = units.get(code) ?? levels.get(ofUnit[0]?.level ?? "");
      if (unit === undefined || unit.terms === null) continue;
      for (const figure of ofUnit) {
        const wrong = outsideTerm(figure, unit, byLevel.has(measure));
        const { table, row } = figure.origin;
        if (wrong !== null) found.set([wrong.code, table.file, table.sheet, row.line, code].join("\0"), wrong);
      }
    }
  }
  return [...found.values()];
}

/** The levels of a roster, as if each were a unit that is there as long as any of its units is. */
function levelsAsUnits({ roster, levels }: Plan): ReadonlyMap<string, Unit> {
  return new Map(
    Object.entries(levels).flatMap(([level, { vi }]) => {
      const units = (roster ?? []).filter((unit) => levelsIn(unit, ALL_MONTHS).includes(level));
      if (units.length === 0 || units.some(({ terms }) => terms === null)) return [];
      const terms = units.flatMap((unit) => (unit.terms ?? []).filter((term) => term.level === level));
      const once = new Map(terms.map((term) => [JSON.stringify([term.from, term.until]), term]));
      return [[level, { code: level, name: vi, level, aliases: [], terms: [...once.values()] }] as const];
    }),
  );
}

function outsideTerm(figure: Figure, unit: Unit, byLevel: boolean): Problem | null {
  const { period, months, origin } = figure;
  if (months === 0 || figure.count === 0) return null;
  const where = origin.table.locate(origin.row, null, null);
  const levels = levelsIn(unit, months);
  if (levels.length === 0) {
    const terms = (unit.terms ?? []).map(({ from, until }) => ({ from, until }));
    return problem("unit-outside-term", { unit: unit.name, period, terms }, where);
  }
  if (levels.length === 1 || !byLevel) return null;
  return problem("figure-across-levels", { unit: unit.name, period, levels: levels.map(String) }, where);
}
