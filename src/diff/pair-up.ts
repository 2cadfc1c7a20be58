import type { Change } from "./differences.ts";

/** Things that bear the same key, as before and after, in the order of the later ones; what is gone stands last. */
export function pairUp<Value>(
  before: readonly Value[],
  after: readonly Value[],
  keyOf: (value: Value) => string,
): Change<Value>[] {
  const known = new Map(before.map((value) => [keyOf(value), value]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.map((value) => ({ before: known.get(keyOf(value)) ?? null, after: value })),
    ...before.filter((value) => !kept.has(keyOf(value))).map((value) => ({ before: value, after: null })),
  ];
}

/** Whether two values that JSON can hold are equal, their keys in the same order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
