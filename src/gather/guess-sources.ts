import type { Source } from "../model.ts";
import { guessHead } from "../read/guess-head.ts";
import { STANDARD_INPUT } from "../read/open-data.ts";
import type { Opened } from "../read/open-data.ts";
import { findSource, tierOf } from "../recognise/recognise.ts";
import type { Tier } from "../recognise/recognise.ts";
import type { FoldedExports } from "./fold-exports.ts";
import type { Exports } from "./open-exports.ts";

/** Which sources the files were meant to be that could not be read, as far as their first rows show it. */
export function guessSources(
  { opened, tiers, named }: Exports,
  unread: FoldedExports["unread"],
): ReadonlyMap<string, Source> {
  const ranked = tiers.map(tierOf);
  const isRead = ({ table }: Opened) => table !== null && !unread.has(table);
  return new Map(
    opened
      .filter((one) => !isRead(one) && one.path !== STANDARD_INPUT)
      .flatMap(({ path, input }) => {
        const source = named.sources.get(path) ?? guessSource(path, ranked);
        return source === null ? [] : [[input.file, source] as const];
      }),
  );
}

function guessSource(path: string, tiers: readonly Tier[]): Source | null {
  try {
    const { fits } = findSource(guessHead(path), tiers);
    return fits.length === 1 ? (fits[0]?.source ?? null) : null;
  } catch {
    // What cannot even be opened could have been anything.
    return null;
  }
}
