import type { Row, Table, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { foldText } from "../text/fold-text.ts";
import { nearest } from "../text/nearest.ts";

const COLUMNS = ["code", "name", "level", "aliases"] as const;

/** A roster (code, name, level, aliases joined by `|`) as units, or everything that is wrong with it. */
export async function parseRoster(
  table: Table,
  levels: readonly string[],
): Promise<{ readonly units: readonly Unit[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const units: Unit[] = [];
  const owners = new Map<string, string>();
  const [header] = table.head;
  if (header === undefined)
    return { units, problems: [problem("file-empty", {}, { at: { in: "file", file: table.file } })] };
  const names = header.cells.map((cell) => foldText(String(cell)));
  const index = Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<
    (typeof COLUMNS)[number],
    number
  >;
  for (const column of COLUMNS.slice(0, 3)) {
    if (index[column] < 0) problems.push(problem("key-missing", { key: column }, table.locate(header.at, null, null)));
  }
  if (problems.length > 0) return { units, problems };

  const cell = (row: Row, column: (typeof COLUMNS)[number]) => String(row.cells[index[column]] ?? "").trim();
  for await (const row of table.rows()) {
    if (row.at.line <= header.at.line) continue;
    const [code, name, level] = [cell(row, "code"), cell(row, "name"), cell(row, "level")];
    const at = (column: (typeof COLUMNS)[number]) => table.locate(row.at, index[column], column);
    if (code === "") problems.push(problem("cell-missing", {}, at("code")));
    if (name === "") problems.push(problem("cell-missing", {}, at("name")));
    if (!levels.includes(level)) {
      problems.push(
        problem(
          "name-unknown",
          { kind: "level", name: level, allowed: levels, nearest: nearest(level, levels) },
          at("level"),
        ),
      );
    }
    const aliases = cell(row, "aliases")
      .split("|")
      .map((alias) => alias.trim())
      .filter((alias) => alias !== "");
    for (const spelling of new Set([code, name, ...aliases].map(foldText))) {
      const owner = owners.get(spelling);
      if (owner !== undefined) problems.push(problem("name-twice", { name: spelling, first: owner }, at("code")));
      owners.set(spelling, code);
    }
    units.push({ code, name, level, aliases });
  }
  return { units, problems };
}
