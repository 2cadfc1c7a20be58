import type { Likeness } from "../model.ts";
import { stepsBetween } from "../text/nearest.ts";
import { unaccented } from "../text/unaccented.ts";

/** A name as words. */
export interface Words {
  readonly text: string;
  readonly words: readonly Word[];
  readonly joined: string;
  /** What numbers it has, in digits or Roman: names that differ in them are of different agencies. */
  readonly numbers: string;
}

interface Word {
  readonly plain: string;
  /** Whether it could stand for several words by their initials. */
  readonly isShort: boolean;
}

/** A name as words, without accents, and without what may be left out of a name. */
export function wordsOf(text: string): Words {
  const spelt = text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const words = spelt
    .map((word) => ({ plain: unaccented(word), isShort: /^\p{Lu}+$/u.test(word) }))
    .filter(({ plain }) => !FILLERS.has(plain));
  const numbers = words.flatMap(({ plain }) => (NUMBER.test(plain) ? [plain] : [])).join(" ");
  const telling = withoutCommittee(words);
  return { text, words: telling, joined: joinedOf(telling), numbers };
}

/** "Giáo dục và Đào tạo", "GD&ĐT". */
const FILLERS = new Set(["va", "and"]);
const NUMBER = /\d|^[ivx]+$/;
const COMMITTEE = ["uy ban nhan dan", "ubnd"] as const;

/** "UBND huyện Phú Lộc" is named "Huyện Phú Lộc" as often as not. */
function withoutCommittee(words: readonly Word[]): readonly Word[] {
  const joined = joinedOf(words);
  const said = COMMITTEE.find((name) => joined.startsWith(`${name} `));
  return said === undefined ? words : words.slice(said.split(" ").length);
}

/** Why two names may be those of one agency; `null` where nothing says so. */
export function likenessOf(one: Words, other: Words): Likeness | null {
  if (one.numbers !== other.numbers) return null;
  const [a, b] = [one.joined, other.joined];
  if (a === b) return unaccented(one.text) === unaccented(other.text) ? "marks" : "short-form";
  if (isShortFor(one.words, other.words)) return "short-form";
  const most = a.length >= 12 ? 2 : a.length >= 6 ? 1 : 0;
  return Math.abs(a.length - b.length) <= most && stepsBetween(a, b) <= most ? "spelling" : null;
}

function joinedOf(words: readonly Word[]): string {
  return words.map(({ plain }) => plain).join(" ");
}

/** Whether the words of one are those of the other, some of them by their initials alone: "Sở TT&TT", "SNV". */
function isShortFor(one: readonly Word[], other: readonly Word[]): boolean {
  const [a, b] = [one[0], other[0]];
  if (a === undefined || b === undefined) return one.length === other.length;
  if (a.plain === b.plain && isShortFor(one.slice(1), other.slice(1))) return true;
  return standsFor(a, one, other) || standsFor(b, other, one);
}

function standsFor(short: Word, own: readonly Word[], other: readonly Word[]): boolean {
  const { plain, isShort } = short;
  const meant = other.slice(0, plain.length);
  // One letter is too little, and so is a word that it spells by itself.
  if (!isShort || plain.length < 2 || meant.length < plain.length) return false;
  return (
    meant.every((word, index) => word.plain.startsWith(plain[index] ?? "")) &&
    isShortFor(own.slice(1), other.slice(plain.length))
  );
}
