import { indicatorsOfYear, measuresNamed } from "../model.ts";
import type { Plan } from "../model.ts";

type FormedPlan = Pick<Plan, "measures" | "levels" | "indicators" | "amendments" | "roster">;

/** Plain counts to fill in, as Excel with Vietnamese settings reads and writes CSV: a row for each measure of each agency. */
export function countsForm(plan: FormedPlan, period: string): string {
  const measures = Object.entries(plan.measures).filter(([, { constant }]) => constant === null);
  const byLevel = measuresByLevel(plan);
  const rows =
    plan.roster === null
      ? measures.flatMap(([id]) => {
          const levels = byLevel.has(id) ? Object.keys(plan.levels) : [""];
          return levels.map((level) => [period, "", level, id, ""]);
        })
      : plan.roster.flatMap(({ code, level }) => measures.map(([id]) => [period, code, level ?? "", id, ""]));
  const lines = [["kỳ báo cáo", "đơn vị", "cấp", "số liệu", "số lượng"], ...rows].map((row) =>
    row.map(field).join(";"),
  );
  return `\u{FEFF}${lines.join("\r\n")}\r\n`;
}

/** Those of which something is asked at a level: a figure of the whole would say nothing about it. */
function measuresByLevel(plan: FormedPlan): ReadonlySet<string> {
  const asked = indicatorsOfYear(plan).filter(({ targets }) => targets.some(({ level }) => level !== null));
  return new Set(asked.flatMap(measuresNamed));
}

function field(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
