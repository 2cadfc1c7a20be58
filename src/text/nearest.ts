import { distance } from "fastest-levenshtein";
import { foldText } from "./fold-text.ts";

/** The candidate that a misspelt text most likely means, or `null` where none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const folded = foldText(text);
  let best: string | null = null;
  let least = Math.max(2, Math.floor(folded.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(folded, foldText(candidate));
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** How many letters have to be added, taken away or changed to make one text of another. */
export function stepsBetween(one: string, other: string): number {
  return distance(one, other);
}
