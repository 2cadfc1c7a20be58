import type { FoldedRow, Plan, RowPlace } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { groupBy } from "../text/group-by.ts";
import type { Period } from "../text/period.ts";
import { countingRules } from "./counting-rule.ts";
import type { CountingRule } from "./counting-rule.ts";
import { equalPrints } from "./equal-prints.ts";
import type { PrintedRow } from "./equal-prints.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** A file whose records have keys. */
interface KeyedFile {
  readonly meaning: RowMeaning;
  readonly rules: readonly CountingRule[];
  /** One rule for each column of dates that decides. */
  readonly dates: readonly CountingRule[];
  /** The code of the unit that it is of; empty where it is of several. */
  readonly unit: string;
  /** Where a key names one thing. */
  readonly scope: string;
  readonly totals: ReadonlySet<FoldedRow>;
}

/** A row that bears a key. */
interface Bearer {
  readonly file: KeyedFile;
  readonly row: FoldedRow;
  readonly at: RowPlace;
}

/**
 * Records that one measure would count twice in one period, within or across the files of a source. A dossier received
 * in one quarter and settled in the next is no such case, and a service that two quarters list is none either.
 */
export function repeatedRecords(files: readonly RowMeaning[], plan: Plan): Problem[] {
  const keyed = files.flatMap((meaning) => {
    const { keys, prints } = meaning.folding;
    return keys.size === 0 && prints === null ? [] : [keyedFile(meaning, plan)];
  });
  return [...groupBy(keyed, ({ scope }) => scope).values()].flatMap((group) =>
    [...bearersIn(group)].flatMap(([key, rows]) => {
      const inOrder = rows.sort((one, other) => fileNumber(one) - fileNumber(other) || one.at.line - other.at.line);
      const unit = group[0]?.unit ?? "";
      return repeats([...(unit === "" ? [] : [unit]), ...key.split("\0")].join(" "), inOrder);
    }),
  );
}

/** Which of all files a row stands in. */
function fileNumber({ file, at }: Bearer): number {
  return file.meaning.fileAt(at).number;
}

/** The rows of files of one scope by key, of keys that may stand in one period twice. */
function bearersIn(group: readonly KeyedFile[]): ReadonlyMap<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  const add = (file: KeyedFile, key: string, folded: number, at: RowPlace) => {
    const row = file.meaning.folding.folded[folded] as FoldedRow;
    // A page may end in a total, and the table in another: neither is a record.
    if (file.totals.has(row)) return;
    const found = bearers.get(key);
    if (found === undefined) bearers.set(key, [{ file, row, at }]);
    else found.push({ file, row, at });
  };
  const printed = printedRepeats(group).map(({ table, ...row }) => {
    const file = group[table] as KeyedFile;
    return { ...row, file, key: file.meaning.folding.prints?.keyAt(row.at) ?? "" };
  });
  const several = keysOfSeveral(group);
  for (const { key } of printed) several.add(key);
  for (const file of several.size === 0 ? [] : group) {
    for (const [key, rows] of file.meaning.folding.keys)
      for (const { folded, at } of several.has(key) ? rows : []) add(file, key, folded, at);
  }
  for (const { file, key, folded, at } of printed) add(file, key, folded, at);
  return bearers;
}

/**
 * Keys that several rows of one period bear, of those that are known as text: nearly all stand once, and then nothing
 * needs to be known of their rows. A few too many do no harm.
 */
function keysOfSeveral(group: readonly KeyedFile[]): Set<string> {
  const several = new Set<string>();
  const numbers = new Map<Period, number>();
  /** A bit for each period, which beyond 31 of them share. */
  const bitOf = (period: Period | null) => {
    if (period === null) return 0;
    const number = numbers.get(period) ?? numbers.size;
    numbers.set(period, number);
    return 1 << (number % 31);
  };
  for (const date of new Set(group.flatMap(({ dates }) => dates.map((rule) => rule.date)))) {
    const met = new Map<string, number>();
    for (const { meaning, dates, totals } of group) {
      const { folded: allFolded, keys } = meaning.folding;
      const rule = dates.find((one) => one.date === date);
      const bits = allFolded.map((row) =>
        rule === undefined || totals.has(row) ? 0 : bitOf(meaning.periodBy(rule.date, row)),
      );
      for (const [key, rows] of keys) {
        let before = met.get(key) ?? 0;
        for (const { folded } of rows) {
          const bit = bits[folded] ?? 0;
          if ((before & bit) !== 0) several.add(key);
          before |= bit;
        }
        met.set(key, before);
      }
    }
  }
  return several;
}

function keyedFile(meaning: RowMeaning, plan: Plan): KeyedFile {
  const rules = countingRules(meaning, plan);
  const dates = rules.filter(({ date }, index) => rules.findIndex((other) => other.date === date) === index);
  const unit = unitOf(meaning);
  const scope = `${meaning.recognised.source.id}\0${unit}`;
  return { meaning, rules, dates, unit, scope, totals: new Set(meaning.totals) };
}

/** The rows that may be there twice, of files whose keys are known as prints alone, at least of one. */
function printedRepeats(group: readonly KeyedFile[]): PrintedRow[] {
  const printed = group.find(({ meaning }) => meaning.folding.prints !== null)?.meaning.folding.prints ?? null;
  if (printed === null) return [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  return equalPrints(
    group.map(({ meaning, dates, totals }) => {
      const { folding } = meaning;
      const periods = folding.folded.map((row) =>
        (totals.has(row) ? [] : dates).flatMap(({ date }) => {
          const period = meaning.periodBy(date, row);
          return period === null ? [] : [numberOf(`${date}\0${period}`)];
        }),
      );
      const named = [...folding.keys].flatMap(([key, rows]) => {
        const print = printed.printOf(key);
        return rows.map(({ folded }) => ({ print, periods: periods[folded] ?? [] }));
      });
      return { pieces: folding.prints?.pieces ?? [], periods, named };
    }),
  );
}

/** The unit of a file that is of one: what it lists, another unit's file lists as well. */
function unitOf(meaning: RowMeaning): string {
  const [row] = meaning.parts;
  const { source, unitNames } = meaning.recognised;
  if (!source.unitOfFile || row === undefined) return "";
  // Units that bear one name one after the other list different things, which no period has twice.
  if (meaning.dependsOnPeriod(row)) return unitNames[0]?.text ?? "";
  const unit = meaning.unitOf(row, true);
  return unit === null || unit === "unknown" ? "" : unit.code;
}

/** One problem for each row that some measure counts again. */
function repeats(key: string, rows: readonly Bearer[]): Problem[] {
  const firsts = new Map<string, Bearer>();
  return rows.flatMap((bearer) => {
    const { rules, meaning } = bearer.file;
    const counted = rules.flatMap(({ measure, date, counts }) => {
      const period = meaning.periodBy(date, bearer.row);
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

function locate({ file, at }: Bearer): ReturnType<RowMeaning["locate"]> {
  const { table, spec } = file.meaning.recognised;
  const key = spec.key.at(-1);
  return table.locate(at, key?.index ?? null, key?.field ?? null);
}
