import type { FoldedRow, Plan, RowPlace } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { countingRules } from "./counting-rule.ts";
import type { CountingRule } from "./counting-rule.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** A row that bears a key, with the rules by which its file is counted. */
interface Bearer {
  readonly meaning: RowMeaning;
  readonly rules: readonly CountingRule[];
  /** One rule for each column of dates that decides. */
  readonly dates: readonly CountingRule[];
  readonly row: FoldedRow;
  readonly at: RowPlace;
}

/**
 * Records that one measure would count twice in one period, within or across the files of a source. A dossier received
 * in one quarter and settled in the next is no such case, and a service that two quarters list is none either.
 */
export function repeatedRecords(files: readonly RowMeaning[], plan: Plan): Problem[] {
  const bearers = new Map<string, Bearer[]>();
  for (const meaning of files) {
    const { folding, recognised } = meaning;
    if (folding.keys.size === 0) continue;
    const rules = countingRules(meaning, plan);
    const dates = rules.filter(({ date }, index) => rules.findIndex((other) => other.date === date) === index);
    const unit = unitOf(meaning);
    const totals = new Set(meaning.totals);
    for (const [key, rows] of folding.keys) {
      const id = `${recognised.source.id}\0${unit}${key}`;
      let found = bearers.get(id);
      if (found === undefined) bearers.set(id, (found = []));
      for (const { folded, at } of rows) {
        const row = folding.folded[folded] as FoldedRow;
        // A page may end in a total, and the table in another: neither is a record.
        if (!totals.has(row)) found.push({ meaning, rules, dates, row, at });
      }
    }
  }
  return [...bearers].flatMap(([id, rows]) =>
    mayRepeat(rows) ? repeats(id.split("\0").slice(1).join(" "), rows) : [],
  );
}

/** The unit of a file that is of one: what it lists, another unit's file lists as well. */
function unitOf(meaning: RowMeaning): string {
  const [row] = meaning.parts;
  const unit = meaning.recognised.source.unitOfFile && row !== undefined ? meaning.unitOf(row, true) : null;
  return unit === null || unit === "unknown" ? "" : `${unit.code}\0`;
}

/** Whether two of the rows fall into one period, by any of the dates that decide. */
function mayRepeat(rows: readonly Bearer[]): boolean {
  if (rows.length < 2) return false;
  const seen = new Set<string>();
  for (const { dates, row } of rows) {
    for (const { date, periodOf } of dates) {
      const period = periodOf(row);
      if (period === null) continue;
      const id = `${date}\0${period}`;
      if (seen.has(id)) return true;
      seen.add(id);
    }
  }
  return false;
}

/** One problem for each row that some measure counts again. */
function repeats(key: string, rows: readonly Bearer[]): Problem[] {
  const firsts = new Map<string, Bearer>();
  return rows.flatMap((bearer) => {
    const counted = bearer.rules.flatMap(({ measure, periodOf, counts }) => {
      const period = periodOf(bearer.row);
      return period !== null && counts(bearer.row) ? [{ id: `${measure}\0${period}`, measure, period }] : [];
    });
    const again = counted.find(({ id }) => firsts.has(id));
    const first = firsts.get(again?.id ?? "");
    for (const { id } of counted) if (!firsts.has(id)) firsts.set(id, bearer);
    if (again === undefined || first === undefined) return [];
    const { measure, period } = again;
    return [problem("record-twice", { key, measure, period }, { ...locate(bearer), related: [locate(first).at] })];
  });
}

function locate({ meaning, at }: Bearer): ReturnType<RowMeaning["locate"]> {
  const { table, spec } = meaning.recognised;
  const key = spec.key.at(-1);
  return table.locate(at, key?.index ?? null, key?.field ?? null);
}
