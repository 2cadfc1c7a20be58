/** The five tone marks of Vietnamese, as combining characters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ASCII_WORD = /^[!-~]*$/;
const WHITE_SPACE = /[\s\u200B\u2060]+/u;

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
  return ASCII_WORD.test(lower) ? lower : lower.normalize("NFD").split(WHITE_SPACE).map(moveTonesToEnd).join("");
}

function moveTonesToEnd(word: string): string {
  const tones = word.match(TONES);
  return tones === null ? word : word.replace(TONES, "") + tones.join("");
}
