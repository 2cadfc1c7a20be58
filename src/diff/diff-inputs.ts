import type { InputChange } from "./differences.ts";
import { isSame } from "./pair-up.ts";
import type { StatedInput } from "./stated-assessment.ts";

/**
 * Which files came, went, moved, or hold other bytes than before: then what they report was restated. The same file is
 * the one in the same place, or else the one with the same bytes, or else, where folders were renamed and files sent
 * anew, the only one that is left of its source and period.
 */
export function diffInputs(before: readonly StatedInput[], after: readonly StatedInput[]): InputChange[] {
  const pairs = new Map<StatedInput, StatedInput>();
  for (const keyOf of KEYS) {
    const taken = new Set(pairs.values());
    const earlier = byKey(
      before.filter((one) => !taken.has(one)),
      keyOf,
    );
    const later = byKey(
      after.filter((one) => !pairs.has(one)),
      keyOf,
    );
    for (const [key, ones] of later) {
      const others = earlier.get(key) ?? [];
      const isGuess = GUESSES.includes(keyOf) && ones.length + others.length > 2;
      for (const [index, one] of ones.entries()) {
        const other = others[index];
        if (other !== undefined && !isGuess) pairs.set(one, other);
      }
    }
  }
  const kept = new Set(pairs.values());
  const changes = [
    ...after.flatMap((later): InputChange[] => {
      const earlier = pairs.get(later) ?? null;
      const { file, sheet } = later;
      if (earlier !== null && isSame(factsOf(earlier), factsOf(later))) return [];
      return [{ file, sheet, change: changeOf(earlier, later), before: earlier, after: later }];
    }),
    ...before.flatMap((one): InputChange[] => {
      return kept.has(one) ? [] : [{ file: one.file, sheet: one.sheet, change: "gone", before: one, after: null }];
    }),
  ];
  // Where a folder was renamed, what else changed must not drown among its files.
  const isRenamed = ({ change }: InputChange) => change === "renamed";
  return [...changes.filter((one) => !isRenamed(one)), ...changes.filter(isRenamed)];
}

/** By what a file is known again, the surest first; `null` where it cannot be. */
type KeyOf = (input: StatedInput) => string | null;

const inPlace: KeyOf = ({ file, sheet }) => JSON.stringify([file, sheet]);
const sameBytes: KeyOf = ({ sha256, sheet }) => (sha256 === null ? null : JSON.stringify([sha256, sheet]));
const underItsName: KeyOf = ({ file, sheet, source, period }) =>
  source === null ? null : JSON.stringify([file.split("/").at(-1), sheet, source, period]);
const sentAnew: KeyOf = ({ sheet, source, period }) =>
  source === null || period === null ? null : JSON.stringify([sheet, source, period]);

/** What holds of one file on each side alone. */
const GUESSES: readonly KeyOf[] = [underItsName, sentAnew];
const KEYS: readonly KeyOf[] = [inPlace, sameBytes, ...GUESSES];

function byKey(inputs: readonly StatedInput[], keyOf: KeyOf): Map<string, StatedInput[]> {
  const found = new Map<string, StatedInput[]>();
  for (const input of inputs) {
    const key = keyOf(input);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), input]);
  }
  return found;
}

function changeOf(before: StatedInput | null, after: StatedInput): InputChange["change"] {
  if (before === null) return "new";
  if (before.sha256 !== after.sha256) return "restated";
  return before.file === after.file ? "changed" : "renamed";
}

function factsOf({ file, sha256, rows, source, period }: StatedInput) {
  return [file, sha256, rows, source, period];
}
