import type { Plan } from "../model.ts";

/** Plain counts to fill in, as Excel with Vietnamese settings reads and writes CSV: a row for each measure of each agency. */
export function countsForm(plan: Pick<Plan, "measures" | "roster">, period: string): string {
  const measures = Object.entries(plan.measures).filter(([, { constant }]) => constant === null);
  const reporters = plan.roster === null ? [{ code: "", level: null }] : plan.roster;
  const rows = reporters.flatMap(({ code, level }) => measures.map(([id]) => [period, code, level ?? "", id, ""]));
  const lines = [["kỳ báo cáo", "đơn vị", "cấp", "số liệu", "số lượng"], ...rows].map((row) =>
    row.map(field).join(";"),
  );
  return `\u{FEFF}${lines.join("\r\n")}\r\n`;
}

function field(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
