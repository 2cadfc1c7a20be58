/** Excel's own limits of a sheet's name. */
const LONGEST = 31;
const FORBIDDEN = /[\\/?*[\]:\p{Cc}]/gu;

/** Names as Excel takes them: without its own signs, short enough, and no two alike but for case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set(["history"]);
  return names.map((name) => {
    const clean = name
      .normalize("NFC")
      .replaceAll(FORBIDDEN, " ")
      .replaceAll(/\s+/gu, " ")
      .trim()
      .replaceAll(/^'+|'+$/gu, "");
    const base = clean === "" ? "Sheet" : clean;
    let unique = cut(base, LONGEST);
    for (let times = 2; taken.has(unique.toLowerCase()); times++) {
      const suffix = ` (${times})`;
      unique = cut(base, LONGEST - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** At most so many UTF-16 units, and no half of a character. */
function cut(text: string, most: number): string {
  const characters = [...text];
  while (characters.join("").length > most) characters.pop();
  return characters.join("").trim();
}
