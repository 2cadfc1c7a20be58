/** How wide characters of Times New Roman are, in thousandths of the letters' size; others as a broad small letter. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[.,;:/|!'’ \u00A0iljtf]/u, 280],
  [/[()[\]–r-]/u, 340],
  [/[\d*]/u, 500],
  [/[%mwMW]/u, 830],
  [/[\p{Lu}≥≤]/u, 720],
];

/** About how wide a text is, in twentieths of a point; `size` in half points. Bold text is a little wider. */
export function textWidthOf(text: string, size: number): number {
  const thousandths = [...text].reduce(
    (sum, character) => sum + (WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? 520),
    0,
  );
  return Math.ceil((thousandths / 1000) * size * 10 * 1.06);
}

/** Text that stays in one line. */
export function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00A0");
}
