/** A word without the quotes and backslashes by which a POSIX shell is told what to take as it stands. */
export function unquote(word: string): string {
  const parts = word.matchAll(
    /'(?<single>[^']*)'?|"(?<double>(?:\\.|[^"\\])*)"?|\\(?<escaped>.?)|(?<plain>[^'"\\]+)/gsu,
  );
  return [...parts]
    .map(({ groups = {} }) => {
      const { single, double, escaped, plain } = groups;
      return single ?? double?.replaceAll(/\\(["\\$`])/g, "$1") ?? escaped ?? plain ?? "";
    })
    .join("");
}
