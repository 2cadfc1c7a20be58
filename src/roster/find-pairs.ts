import type { LearntUnit, Pair } from "./learnt-unit.ts";
import { likenessOf, wordsOf } from "./likeness.ts";

/**
 * The agencies whose names may be two spellings of one, in the order of the list. Two that a roster knows are two, and
 * so are two that one table has a row for each (`areApart`).
 */
export function findPairs(
  units: readonly LearntUnit[],
  areApart: (one: LearntUnit, other: LearntUnit) => boolean,
): readonly Pair[] {
  const spelt = units.map((learnt) => ({
    learnt,
    spellings: [learnt.unit.name, ...learnt.unit.aliases].map(wordsOf),
  }));
  return spelt.flatMap(({ learnt: one, spellings }, index) =>
    spelt.slice(index + 1).flatMap(({ learnt: other, spellings: others }): Pair[] => {
      if (one.isKnown && other.isKnown) return [];
      for (const a of spellings) {
        for (const b of others) {
          const likeness = likenessOf(a, b);
          if (likeness !== null) return areApart(one, other) ? [] : [{ one, other, likeness }];
        }
      }
      return [];
    }),
  );
}
