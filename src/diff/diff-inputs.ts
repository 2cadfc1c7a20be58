import type { InputChange } from "./differences.ts";
import { isSame, pairUp } from "./pair-up.ts";
import type { StatedInput } from "./stated-assessment.ts";

/** Which files came, went, moved, or hold other bytes than before: then what they report was restated. */
export function diffInputs(before: readonly StatedInput[], after: readonly StatedInput[]): InputChange[] {
  const pairs = pairUp(before, after, keyOf).filter((pair) => !isSame(factsOf(pair.before), factsOf(pair.after)));
  const gone = pairs.flatMap((pair) => (pair.after === null && pair.before !== null ? [pair.before] : []));
  const moved = new Map<StatedInput, StatedInput>();
  for (const { before: earlier, after: later } of pairs) {
    if (earlier !== null || later === null) continue;
    const source = gone.find((one) => isMoved(one, later) && ![...moved.values()].includes(one));
    if (source !== undefined) moved.set(later, source);
  }
  const sources = new Set(moved.values());
  return pairs.flatMap(({ before: earlier, after: later }): InputChange[] => {
    if (later === null) {
      if (earlier === null || sources.has(earlier)) return [];
      return [{ file: earlier.file, sheet: earlier.sheet, change: "gone", before: earlier, after: null }];
    }
    const source = earlier ?? moved.get(later) ?? null;
    const { file, sheet } = later;
    return [{ file, sheet, change: changeOf(source, later), before: source, after: later }];
  });
}

function changeOf(before: StatedInput | null, after: StatedInput): InputChange["change"] {
  if (before === null) return "new";
  if (keyOf(before) !== keyOf(after)) return "renamed";
  return before.sha256 === after.sha256 ? "changed" : "restated";
}

function keyOf({ file, sheet }: StatedInput): string {
  return JSON.stringify([file, sheet]);
}

function factsOf(input: StatedInput | null) {
  return input && [input.sha256, input.rows, input.source, input.period];
}

function isMoved(one: StatedInput, other: StatedInput): boolean {
  return one.sha256 !== null && one.sha256 === other.sha256 && one.sheet === other.sheet;
}
