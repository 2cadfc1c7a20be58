import type { FoldedRow, Plan, RowPlace } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { countedPeriod, countingRules, matches } from "./record-rows.ts";
import type { RowMeaning } from "./row-meaning.ts";

/** A row that bears a key. */
interface Bearer {
  readonly meaning: RowMeaning;
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
    for (const [key, rows] of meaning.folding.keys) {
      const id = `${meaning.recognised.source.id}\u0000${key}`;
      const found = bearers.get(id) ?? [];
      bearers.set(id, found);
      for (const { folded, at } of rows) found.push({ meaning, row: meaning.folding.folded[folded] as FoldedRow, at });
    }
  }
  return [...bearers].flatMap(([id, rows]) =>
    rows.length < 2 ? [] : repeats(id.split("\u0000").slice(1).join(" "), rows, plan),
  );
}

/** One problem for each row that some measure counts again. */
function repeats(key: string, rows: readonly Bearer[], plan: Plan): Problem[] {
  const firsts = new Map<string, Bearer>();
  const problems: Problem[] = [];
  for (const bearer of rows) {
    const counts = countsOf(bearer, plan);
    const again = counts.find(({ id }) => firsts.has(id));
    const first = again && firsts.get(again.id);
    if (again && first) {
      const { measure, period } = again;
      problems.push(
        problem("record-twice", { key, measure, period }, { ...locate(bearer), related: [locate(first).at] }),
      );
    }
    for (const { id } of counts) if (!firsts.has(id)) firsts.set(id, bearer);
  }
  return problems;
}

/** Every measure and period that a row counts in. */
function countsOf(
  { meaning, row }: Bearer,
  plan: Plan,
): { readonly id: string; readonly measure: string; readonly period: string }[] {
  return countingRules(meaning, plan).flatMap(([measure, rule]) => {
    const period = countedPeriod(rule, row, meaning);
    return period !== null && matches(rule.where, row, meaning)
      ? [{ id: `${measure}\u0000${period}`, measure, period }]
      : [];
  });
}

function locate({ meaning, at }: Bearer): ReturnType<RowMeaning["locate"]> {
  return meaning.locate(at, meaning.recognised.source.key.at(-1) ?? "");
}
