import { unaccented } from "./unaccented.ts";

/**
 * A name for commands and formulas: "Hồ sơ giải quyết đúng hạn" as "ho-so-giai-quyet-dung-han". It begins with a letter
 * and ends with a whole word; "" where the text has no letter or digit.
 */
export function slugOf(text: string, { separator = "-", longest = 40 } = {}): string {
  const words = unaccented(text).match(/[a-z\d]+/gu) ?? [];
  const kept: string[] = [];
  for (const word of words) {
    if ([...kept, word].join(separator).length > longest && kept.length > 0) break;
    kept.push(word);
  }
  const slug = kept.join(separator);
  return /^\d/.test(slug) ? `n${separator}${slug}` : slug;
}

/** The same, unlike all that are taken: the second of a name ends in 2. */
export function uniqueSlug(
  text: string,
  taken: ReadonlySet<string>,
  options: { separator?: string; fallback: string },
): string {
  const { separator = "-", fallback } = options;
  const slug = slugOf(text, { separator }) || fallback;
  let [unique, number] = [slug, 1];
  while (taken.has(unique)) unique = `${slug}${separator}${++number}`;
  return unique;
}
