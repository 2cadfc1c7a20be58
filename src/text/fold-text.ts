const ASCII_WORD = /^[!-~]*$/;
const WHITE_SPACE = /[\s\u200B\u2060]+/gu;
/** A tone on the first of two vowels of a syllable, of which either may bear it: hòa and hoà, thủy and thuỷ. */
const MOVABLE_TONE =
  /(?<first>[iou])(?<tone>[\u0300\u0301\u0303\u0309\u0323])(?<second>[aeouy][\u0302\u0306\u031B]?)/gu;

/** Letters that look like đ as capitals (Ð of Icelandic, Ɖ of Ewe), and that keyboards and old converters put for it. */
const LIKE_D = /[ðɖ]/gu;

/**
 * The form under which two texts count as the same: case, white space, Unicode form, the place of the tone mark ("Hoà"
 * and "Hòa") and a Ð that is no Đ are ignored, and nothing else. Unicode normalisation alone does not unify the tone's
 * place.
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
  const decomposed = lower.normalize("NFD").replaceAll(LIKE_D, "đ");
  return decomposed.replaceAll(MOVABLE_TONE, "$<first>$<second>$<tone>").replaceAll(WHITE_SPACE, "");
}
