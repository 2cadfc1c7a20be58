import type { Plan, Row, Table, Unit } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { isRectangular } from "../text/cells.ts";
import { withoutGuard } from "../text/csv-cell.ts";
import { parseDate } from "../text/date.ts";
import type { IsoDate } from "../text/date.ts";
import { foldText } from "../text/fold-text.ts";
import { indexNames } from "../text/name-index.ts";
import { nearest } from "../text/nearest.ts";
import { daysOf, monthsBetween, parsePeriod } from "../text/period.ts";
import { rosterHeader } from "./roster-columns.ts";
import type { RosterColumn, RosterHeader } from "./roster-columns.ts";
import { sharedSpellings } from "./shared-spellings.ts";
import { toldApart, unitOf, wrongParents, wrongTerms } from "./unit-terms.ts";
import type { RosterRow } from "./unit-terms.ts";

/**
 * A roster (code, name, level, aliases joined by `|`; from, until, parent) as units, or everything that is wrong with it.
 * A unit that changes its level has a row for each.
 */
export async function parseRoster(
  table: Table,
  plan: Pick<Plan, "levels" | "year">,
): Promise<{ readonly units: readonly Unit[]; readonly problems: readonly Problem[] }> {
  const [header] = table.head;
  if (header === undefined)
    return { units: [], problems: [problem("file-empty", {}, { at: { in: "file", file: table.file } })] };
  const { columns, problems: misnamed } = rosterHeader(table, header);
  if (misnamed.length > 0) return { units: [], problems: misnamed };

  const problems: Problem[] = [];
  const rows = new Map<string, RosterRow[]>();
  const read = rowReader(table, header, columns, plan, problems);
  for await (const row of table.rows()) {
    if (row.at.line <= header.at.line) continue;
    const found = read(row);
    rows.set(found.code, [...(rows.get(found.code) ?? []), found]);
  }
  problems.push(...sharedSpellings([...rows.values()].flat()), ...[...rows.values()].flatMap(wrongTerms));
  const units = toldApart([...rows.values()].map(unitOf));
  return { units, problems: [...problems, ...wrongParents([...rows.values()].flat(), units, plan.year)] };
}

function rowReader(
  table: Table,
  header: Row,
  columns: RosterHeader,
  { levels, year }: Pick<Plan, "levels" | "year">,
  problems: Problem[],
): (row: Row) => RosterRow {
  const ids = Object.keys(levels);
  const names = indexNames(Object.entries(levels));
  return (row) => {
    const cell = (column: RosterColumn) =>
      withoutGuard(String(row.cells[columns.get(column)?.index ?? -1] ?? "").trim());
    const at: RosterRow["at"] = (column) => {
      const { index = null, field = null } = columns.get(column) ?? {};
      return table.locate(row.at, index, field);
    };
    const day = (column: "from" | "until") => {
      const text = cell(column);
      const found = text === "" ? null : dayOf(text, column, year);
      if (found === undefined) problems.push(problem("value-wrong", { found: text, expected: "day" }, at(column)));
      return found ?? null;
    };
    const width = header.cells.length;
    // Where a delimiter is missing, what follows would stand in other columns.
    if (!isRectangular(row.cells, width))
      problems.push(
        problem("row-ragged", { found: row.cells.length, expected: width }, table.locate(row.at, null, null)),
      );
    for (const column of ["code", "name"] as const) {
      if (cell(column) === "") problems.push(problem("cell-missing", {}, at(column)));
    }
    const written = cell("level");
    const level = names.get(foldText(written));
    if (level === undefined) {
      const args = { kind: "level", name: written, allowed: ids, nearest: nearest(written, ids) } as const;
      problems.push(problem("name-unknown", args, at("level")));
    }
    const [from, until] = [day("from"), day("until")];
    if (from !== null && until !== null && until < from) {
      problems.push(problem("value-wrong", { found: cell("until"), expected: "until-after-from" }, at("until")));
    }
    const parent = cell("parent") === "" ? null : cell("parent");
    const [code, name] = [cell("code"), cell("name")];
    const aliases = cell("aliases")
      .split("|")
      .map((alias) => alias.trim())
      .filter((alias) => alias !== "");
    return {
      code,
      name,
      level: level ?? written,
      aliases,
      term: {
        names: [name, ...aliases],
        level: level ?? written,
        parent,
        from,
        until,
        ...monthsBetween(from, until, year),
      },
      at,
    };
  };
}

/** A day as it is written, or the first or last one of a period; `undefined` for anything else. */
function dayOf(text: string, end: "from" | "until", year: Plan["year"]): IsoDate | undefined {
  const period = parsePeriod(text);
  return period === null ? (parseDate(text) ?? undefined) : daysOf(period, year)[end];
}
