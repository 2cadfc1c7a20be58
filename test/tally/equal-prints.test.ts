import fc from "fast-check";
import { expect, test } from "vitest";
import { printOf } from "../../src/fold/kernel/key-print.ts";
import { equalPrints } from "../../src/tally/equal-prints.ts";

/** A table whose rows have these keys, each row with the number of its folded row. */
function tableOf(rows: readonly (readonly [key: string, folded: number])[], isNamed: boolean) {
  const entry = ([key, folded]: readonly [string, number], index: number) => {
    const bytes = new Uint8Array(24);
    const view = new DataView(bytes.buffer);
    const [low, high] = printOf(key);
    view.setUint32(0, low, true);
    view.setUint32(4, high, true);
    view.setFloat64(8, index * 10, true);
    view.setUint32(16, index, true);
    view.setUint32(20, folded, true);
    return bytes;
  };
  const periods = [[], [1], [2], [1, 2]];
  return {
    // Pieces of several entries, and of one.
    pieces: isNamed ? [] : [...joined(rows.map(entry).slice(3)), ...rows.map(entry).slice(0, 3)],
    periods,
    named: isNamed ? rows.map(([key, folded]) => ({ print: printOf(key), periods: periods[folded] ?? [] })) : [],
  };
}

function joined(entries: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer>[] {
  const bytes = new Uint8Array(entries.length * 24);
  for (const [index, entry] of entries.entries()) bytes.set(entry, index * 24);
  return entries.length === 0 ? [] : [bytes];
}

const keys = fc.integer({ min: 0, max: 12 }).map((number) => `H57-${number}`);
const tables = fc.array(
  fc.tuple(fc.array(fc.tuple(keys, fc.integer({ min: 0, max: 3 })), { maxLength: 12 }), fc.boolean()),
  { maxLength: 4 },
);

test("rows are found whose key stands twice in one period, and none is missed", () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(undefined, 8), (given, mostSlots) => {
      const seen = new Set<string>();
      const twice = new Set<string>();
      for (const [rows] of given) {
        for (const [key, folded] of rows) {
          for (const period of [[], [1], [2], [1, 2]][folded] ?? []) {
            const id = `${key} ${period}`;
            if (seen.has(id)) twice.add(key);
            seen.add(id);
          }
        }
      }
      const expected = given.flatMap(([rows, isNamed], table) =>
        isNamed ? [] : rows.flatMap(([key, folded], line) => (twice.has(key) ? [{ table, folded, line }] : [])),
      );
      const found = equalPrints(
        given.map(([rows, isNamed]) => tableOf(rows, isNamed)),
        mostSlots,
      );
      expect(found.map(({ table, folded, at }) => ({ table, folded, line: at.line }))).toEqual(expected);
    }),
  );
});
