/** The five tone marks of Vietnamese, as combining characters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ASCII_WORD = /^[!-~]*$/;
const WHITE_SPACE = /[\s\u200B\u2060]+/gu;
/** Vowels that follow each other, with all their marks: the tone of a syllable stands on one of them. */
const VOWELS = /(?:[aeiouy][\u0300-\u036F]*)+/gu;

/**
 * The form under which two texts count as the same: case, white space, Unicode form and the place of the tone mark
 * ("Hoà" and "Hòa") are ignored, and nothing else. Unicode normalisation alone does not unify the tone's place.
 */
export function foldText(text: string): string {
  let folded = folds.get(text);
  if (folded === undefined) {
    if (folds.size >= MOST_REMEMBERED) folds.clear();
    folds.set(text, (folded = fold(text)));
  }
  return folded;
}

/** Exports say the same few names over and over. */
const folds = new Map<string, string>();
const MOST_REMEMBERED = 10_000;

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII_WORD.test(lower)) return lower;
  return lower.normalize("NFD").replaceAll(WHITE_SPACE, "").replaceAll(VOWELS, moveTonesToEnd);
}

function moveTonesToEnd(vowels: string): string {
  const tones = vowels.match(TONES);
  return tones === null ? vowels : vowels.replaceAll(TONES, "") + tones.join("");
}
