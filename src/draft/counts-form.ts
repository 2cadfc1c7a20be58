import { indicatorsOfYear, levelsIn, measuresNamed } from "../model.ts";
import type { Plan, Unit } from "../model.ts";
import { ALL_MONTHS, monthsOf, periodsOf, spanOf } from "../text/period.ts";
import type { Period, Year } from "../text/period.ts";

type FormedPlan = Pick<Plan, "measures" | "levels" | "indicators" | "amendments" | "roster" | "year">;

/** Plain counts to fill in, as Excel with Vietnamese settings reads and writes CSV: a row for each measure of each agency. */
export function countsForm(plan: FormedPlan, period: Period): string {
  const measures = Object.entries(plan.measures).filter(([, { constant }]) => constant === null);
  const byLevel = measuresByLevel(plan);
  const rows =
    plan.roster === null
      ? measures.flatMap(([id]) => {
          const levels = byLevel.has(id) ? Object.keys(plan.levels) : [""];
          return levels.map((level) => [period, "", level, id, ""]);
        })
      : plan.roster.flatMap((unit) =>
          partsOf(unit, period, plan.year).flatMap(({ part, level }) =>
            measures.map(([id]) => [part, unit.code, level ?? "", id, ""]),
          ),
        );
  const lines = [["kỳ báo cáo", "đơn vị", "cấp", "số liệu", "số lượng"], ...rows].map((row) =>
    row.map(field).join(";"),
  );
  return `\u{FEFF}${lines.join("\r\n")}\r\n`;
}

/** A period with the level that a unit holds in it; its months, where it holds several; nothing where it is not there. */
function partsOf(unit: Unit, period: Period, year: Year): { readonly part: Period; readonly level: string | null }[] {
  const span = spanOf(period, year);
  const months = span === null ? ALL_MONTHS : monthsOf(span);
  const levels = levelsIn(unit, months);
  if (levels.length < 2) return levels.map((level) => ({ part: period, level }));
  return Array.from({ length: 12 }, (_, month) => months & (1 << month)).flatMap((month) =>
    periodsOf(month, year).flatMap((part) => levelsIn(unit, month).map((level) => ({ part, level }))),
  );
}

/** Those of which something is asked at a level: a figure of the whole would say nothing about it. */
function measuresByLevel(plan: FormedPlan): ReadonlySet<string> {
  const asked = indicatorsOfYear(plan).filter(({ targets }) => targets.some(({ level }) => level !== null));
  return new Set(asked.flatMap(measuresNamed));
}

function field(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
