import type { KeyedRow, KeyPrints, RowPlace } from "../../model.ts";
import type { Share } from "./fold-share.ts";

/** The keys that a thread met, and the rows of the whole that its folded rows went into. */
export interface KeyedPart extends Pick<Share, "keys"> {
  readonly plain: Uint32Array;
  readonly referred: Uint32Array;
}

/** The keys that several threads met, with the folded rows and the lines of the whole. */
export function joinKeys(
  parts: readonly KeyedPart[],
  starts: readonly RowPlace[],
  place: (row: RowPlace) => RowPlace,
): { readonly keys: ReadonlyMap<string, readonly KeyedRow[]> } & Pick<KeyPrints, "pieces"> {
  const keys = new Map<string, KeyedRow[]>();
  for (const { keys: met, plain, referred } of parts) {
    for (const [key, rows] of met.referred) {
      const known = keys.get(key) ?? [];
      keys.set(key, known);
      for (const row of rows) known.push({ folded: referred[row.folded] ?? 0, at: place(row.at) });
    }
    renumber(met.prints, plain, starts);
  }
  for (const rows of keys.values()) rows.sort((one, other) => one.at.offset - other.at.offset);
  return { keys, pieces: parts.flatMap((part) => part.keys.prints) };
}

/** In place: there may be ten million. Those of one thread are in the order of the file. */
function renumber(pieces: KeyPrints["pieces"], indexes: Uint32Array, starts: readonly RowPlace[]): void {
  let range = 0;
  for (const { buffer, byteOffset, byteLength } of pieces) {
    const words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    const offsets = new Float64Array(buffer, byteOffset, byteLength / 8);
    for (let word = 0; word < words.length; word += 6) {
      const offset = offsets[word / 2 + 1] ?? 0;
      while ((starts[range + 1]?.offset ?? Infinity) <= offset) range++;
      words[word + 4] = (words[word + 4] ?? 0) + (starts[range]?.line ?? 0);
      words[word + 5] = indexes[words[word + 5] ?? 0] ?? 0;
    }
  }
}
