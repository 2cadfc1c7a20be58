import { tcvn3Character } from "./tcvn3.ts";
import { isSyllable } from "./vietnamese-syllable.ts";

/** A piece of text that went through the wrong decoder: where it stands, and what it means. */
export interface SuspectText {
  readonly index: number;
  readonly text: string;
  /** How the bytes should have been read. */
  readonly encoding: "tcvn3" | "windows-1258" | "utf-8";
  readonly meant: string;
}

/** Words, with single spaces between them. Delimiters, digits and other signs part them. */
const PHRASE = /[A-Za-z\u0080-\u02DC\u1E00-\u2122]+(?: [A-Za-z\u0080-\u02DC\u1E00-\u2122]+)*/g;
/** Letters that Vietnamese has and the wrong decoders never make: where they stand, the decoder was the right one. */
const RIGHT = /[ăĐđĨĩŨũƠơƯưẠ-ỹ]/;

/**
 * The first piece of a text that was read as Windows-1252 though it is TCVN3 ("Hµ Néi"), Windows-1258 ("Hà Nôòi") or
 * UTF-8 ("HÃ  Ná»™i").
 */
export function suspectText(text: string): SuspectText | null {
  for (const { 0: phrase, index } of text.matchAll(PHRASE)) {
    if (RIGHT.test(phrase)) continue;
    if (MISREAD.test(phrase)) {
      // A no-break space that became a space tears the phrase; its words are tried then.
      for (const { 0: piece, index: within } of [{ 0: phrase, index: 0 }, ...phrase.matchAll(/[^ ]+/g)]) {
        const meant = meantUtf8(piece);
        if (meant !== null) return { index: index + within, text: piece, encoding: "utf-8", meant };
      }
    }
    if (isTcvn3(phrase)) return { index, text: phrase, encoding: "tcvn3", meant: fromTcvn3(phrase) };
    if (isWindows1258(phrase)) return { index, text: phrase, encoding: "windows-1258", meant: from1258(phrase) };
  }
  return null;
}

/** A capital after a small letter, or signs next to letters, which the words of no language have ("nhiÖm", "c«ng"). */
const TELLING = /[a-z][ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝÞ]|[a-zA-Z][¨©ª«¬\u00AD®µ¶¸¹»¼½¾][a-z]|[¨©ª¬\u00AD®µ¶¸¹¼½¾]{2}|®·/;
/** Signs that also stand at the end or the beginning of words. Quotes («») do so in other languages. */
const SIGN = /[§¨©ª¬\u00AD®µ¶·¸¹¼½¾×]/;
/** Capitals that TCVN3 has and its fonts have not. */
const NEVER = /[\u0080-\u00A0¯°±²³´º¿ÀÁÂÃÄÅÍÙÚÛàðÿ]/;

/** Whether every word with a letter beyond ASCII would be Vietnamese, and some are not anything else. */
function isTcvn3(phrase: string): boolean {
  const words = phrase.split(" ").filter((word) => /[^\0-\x7F]/.test(word) && word.length > 1);
  if (!words.some((word) => SIGN.test(word) || TELLING.test(word))) return false;
  if (words.some((word) => NEVER.test(word) || !isSyllable(fromTcvn3(word)))) return false;
  return words.length > 1 || words.some((word) => TELLING.test(word));
}

function fromTcvn3(text: string): string {
  const characters = Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code > 0xff ? character : tcvn3Character(code);
  });
  return characters.join("").normalize("NFC");
}

/** A tone behind its vowel where no language has that letter: "xaÞ", "hôò". "Ciò" is Italian, and Ð often typed for Đ. */
const TONE_BEHIND = /[a-zâêôãõý][ÌÒÞ]|[âêôãõý][ìò]|[ÂÊÔÃÕÝ][ÌÒÞ]/;
/** What Windows-1258 has in the place of letters of Windows-1252. */
const BYTES_1258: Readonly<Record<string, string>> = {
  ...{ Ì: "\u0300", Ò: "\u0309", Þ: "\u0303", ì: "\u0301", ò: "\u0323" },
  ...{ Ã: "Ă", ã: "ă", Ð: "Đ", ð: "đ", Õ: "Ơ", õ: "ơ", Ý: "Ư", ý: "ư" },
};

/** Whether every word with a letter beyond ASCII would be Vietnamese in Windows-1258, and some are nothing else. */
function isWindows1258(phrase: string): boolean {
  const words = phrase.split(" ").filter((word) => /[^\0-\x7F]/.test(word) && word.length > 1);
  return words.some((word) => TONE_BEHIND.test(word)) && words.every((word) => isSyllable(from1258(word)));
}

function from1258(text: string): string {
  return Array.from(text, (character) => BYTES_1258[character] ?? character)
    .join("")
    .normalize("NFC");
}

/** The first byte of a letter followed by one that never follows it as a letter. Footnote marks and quotes may. */
const MISREAD =
  /[ÃÄÅÆĂ][\u0080-\u009F¡-±´-¸º-¿ŒœŠšŸŽžƒˆ˜‚„†‡‰‹€]|Ä[‘’]|á[º»][\u0080-\u00BFŒœŠšŸŽžƒˆ˜‚„†‡‰‹›€‘’“”•–—™…]/;

/** What a phrase reads as UTF-8, where that makes Vietnamese of it. */
function meantUtf8(phrase: string): string | null {
  if (!MISREAD.test(phrase)) return null;
  const bytes = Array.from(phrase, (character) => BYTES.get(character) ?? -1);
  if (bytes.includes(-1)) return null;
  try {
    const meant = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    const words = meant.normalize("NFC").match(/[\p{L}\p{M}]*[^\0-\x7F\P{L}][\p{L}\p{M}]*/gu) ?? [];
    return words.some(isSyllable) ? meant : null;
  } catch {
    return null;
  }
}

/** Windows-1252 from 80 to 9F; Node 20's decoder of that name is Latin-1. */
const FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The byte of each character of Windows-1252 and of Latin-1, and of Ă, which Windows-1258 has in the place of Ã. */
const BYTES: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte] as const),
  ...Array.from(FROM_80, (character, index) => [character, 0x80 + index] as const),
  ["Ă", 0xc3],
]);
