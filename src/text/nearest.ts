import { distance } from "fastest-levenshtein";
import { foldText } from "./fold-text.ts";

/** The candidate that a misspelt text most likely means, or `null` where none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  return new Candidates(candidates).nearest(text);
}

/** What may have been meant, for many texts: each candidate is folded once, and each text is looked up once. */
export class Candidates {
  readonly #spellings: Iterable<string>;
  readonly #found = new Map<string, string | null>();
  #bags: readonly Bag[] | null = null;

  constructor(spellings: Iterable<string>) {
    this.#spellings = spellings;
  }

  /** The candidate that a misspelt text most likely means, or `null` where none is near. */
  nearest(text: string): string | null {
    const folded = foldText(text);
    let found = this.#found.get(folded);
    if (found === undefined) this.#found.set(folded, (found = this.#search(bagOf(text))));
    return found;
  }

  #search(text: Bag): string | null {
    this.#bags ??= Array.from(this.#spellings, bagOf);
    let best: string | null = null;
    let least = Math.max(2, Math.floor(text.folded.length / 3)) + 1;
    for (const candidate of this.#bags) {
      if (fewestSteps(text, candidate) >= least) continue;
      const steps = distance(text.folded, candidate.folded);
      if (steps < least) [best, least] = [candidate.spelling, steps];
    }
    return least <= 1 ? best : (this.#begunBy(text.folded) ?? best);
  }

  /** The one candidate that begins with what is rather cut short than misspelt: `lang` of `language`. */
  #begunBy(beginning: string): string | null {
    if (beginning.length < SHORTEST_BEGINNING) return null;
    const begun = (this.#bags ?? []).filter(({ folded }) => folded.startsWith(beginning));
    return begun.length === 1 ? (begun[0]?.spelling ?? null) : null;
  }
}

const SHORTEST_BEGINNING = 3;

/** A text with its letters in no order, as bits: those that it has once or more, twice or more, and three times. */
interface Bag {
  readonly spelling: string;
  readonly folded: string;
  readonly once: number;
  readonly twice: number;
  readonly thrice: number;
}

function bagOf(spelling: string): Bag {
  const folded = foldText(spelling);
  let [once, twice, thrice] = [0, 0, 0];
  for (let index = 0; index < folded.length; index += 1) {
    const letter = 1 << (folded.charCodeAt(index) & 31);
    thrice |= twice & letter;
    twice |= once & letter;
    once |= letter;
  }
  return { spelling, folded, once, twice, thrice };
}

/** A distance that no order of the letters can bring down: each step takes away one letter and adds one, at most. */
function fewestSteps(one: Bag, other: Bag): number {
  const longer = Math.abs(one.folded.length - other.folded.length);
  const less = bits(one.once & ~other.once) + bits(one.twice & ~other.twice) + bits(one.thrice & ~other.thrice);
  const more = bits(other.once & ~one.once) + bits(other.twice & ~one.twice) + bits(other.thrice & ~one.thrice);
  return Math.max(longer, less, more);
}

/** How many bits are set. */
function bits(word: number): number {
  let rest = word - ((word >>> 1) & 0x55_55_55_55);
  rest = (rest & 0x33_33_33_33) + ((rest >>> 2) & 0x33_33_33_33);
  return Math.imul((rest + (rest >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

/** How many letters have to be added, taken away or changed to make one text of another. */
export function stepsBetween(one: string, other: string): number {
  return distance(one, other);
}
