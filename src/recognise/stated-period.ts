import type { Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Circumstances, Problem } from "../problem/problem.ts";
import { findPeriods, isWithin } from "../text/period.ts";
import type { Period } from "../text/period.ts";

/**
 * The period that titles, the sheet's name, the file's and its folders' state: the narrowest, where each contains the
 * next ("2022/2022-Q1"). Where the path as given and the table say nothing, the folders above are asked, nearest first.
 */
export function statedPeriod(table: Table, folder: string, titles: readonly Period[]): Period | null | Problem {
  const { file, sheet } = table;
  const segments = file.split("/");
  const name = segments.pop() ?? "";
  const written = [...segments, name.replace(/\.[^.]*$/, ""), ...(sheet === null ? [] : [sheet])];
  const named = written.flatMap(findPeriods);
  if (named.length === 0 && titles.length === 0) return periodAbove(folder);
  const years = new Set([...named, ...titles].map((period) => period.slice(0, 4)));
  // "2022/Quý 1": a part of the year that stands apart from it.
  const parts =
    years.size !== 1
      ? []
      : written.flatMap((text) => (/\d{4}/.test(text) ? [] : findPeriods(`${text} ${[...years][0]}`)));
  const stated = [...named, ...parts, ...titles];
  let narrowest = stated[0] ?? "";
  for (const period of stated) {
    if (isWithin(period, narrowest)) narrowest = period;
    else if (!isWithin(narrowest, period)) {
      return problem("period-disagrees", { one: narrowest, other: period }, placeOf(table));
    }
  }
  return narrowest;
}

/** Files that follow each other lie in one folder. */
let above: { readonly folder: string; readonly period: Period | null } = { folder: "", period: null };

function periodAbove(folder: string): Period | null {
  if (above.folder !== folder) {
    const [period = null] = folder.split(/[\\/]/).reverse().flatMap(findPeriods);
    above = { folder, period };
  }
  return above.period;
}

/** Where a table as a whole is wrong: its file, or its sheet in it. */
export function placeOf(table: Table): Circumstances {
  const [row] = table.head;
  if (table.sheet === null || row === undefined) return { at: { in: "file", file: table.file } };
  return table.locate(row.at, null, null);
}
