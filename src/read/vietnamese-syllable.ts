const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const INITIAL = "(?:ngh?|nh|gh|gi|g|kh|k|ph|p|qu|th|tr|t|ch|c|b|d|đ|h|l|m|n|r|s|v|x)?";

/** What may follow the initial consonants, without tones. A final stop allows two tones only, and is apart. */
const OPEN = [
  "a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|o|oi|oa|oai|oao|oay|oe|oeo|ô|ôi|ơ|ơi|u|ua|ui|uâ|uây|uê|uơ|uy|uya|uyu|uôi",
  "ư|ưa|ưi|ưu|ươi|ươu|y|ya|yêu",
  "(?:a|ă|â|e|ê|i|o|ô|ơ|u|iê|oa|oă|oe|uâ|uô|uy|uyê|ươ|yê|y)[mn]",
  "(?:a|ă|â|e|i|o|oo|ô|u|ư|iê|oa|oă|uâ|uô|ươ|yê)ng",
  "(?:a|ê|i|oa|uê|uy|y)nh",
].join("|");
const STOPPED = [
  "(?:a|ă|â|e|ê|i|o|ô|ơ|u|iê|oa|oă|oe|uâ|uô|ươ|yê|uy|y)[pt]",
  "(?:ư|uyê)t",
  "(?:a|ă|â|e|o|oo|ô|u|ư|iê|oa|oă|uô|ươ)c",
  "(?:a|ê|i|oa|uê|uy|y)ch",
].join("|");
const SYLLABLE = new RegExp(`^${INITIAL}(?:(${STOPPED})|${OPEN})$`);

/** A tone on the last of two vowels of which only the first may bear it ("xaị", not "oà" or "uý"); gi and qu are no vowels. */
const MISPLACED = /(?:(?:[aeo]|[\u0300-\u036F])[iouy]|(?<!g)i[au]|(?<!q)u[ai])[\u0300\u0301\u0303\u0309\u0323]$/;

/** Whether a word could be Vietnamese: a syllable in small letters (but for the first), or in capitals. */
export function isSyllable(word: string): boolean {
  const rest = word.slice(1);
  if (rest !== rest.toLowerCase() && word !== word.toUpperCase()) return false;
  const parts = word.toLowerCase().normalize("NFD");
  const tones = parts.match(TONE) ?? [];
  const match = SYLLABLE.exec(parts.replaceAll(TONE, "").normalize("NFC"));
  if (match === null || tones.length > 1 || MISPLACED.test(parts)) return false;
  return match[1] === undefined || tones[0] === "\u0301" || tones[0] === "\u0323";
}
