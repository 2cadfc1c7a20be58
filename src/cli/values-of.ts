/** Every value of an option among arguments that were not parsed: `-o FILE`, `-oFILE`, `--output FILE`, `--output=FILE`. */
export function valuesOf(names: readonly string[], argv: readonly string[]): string[] {
  return argv.flatMap((argument, index) => {
    if (names.includes(argument)) return argv.slice(index + 1, index + 2);
    const joined = names.map((name) => (name.startsWith("--") ? `${name}=` : name));
    const start = joined.find((one) => argument.startsWith(one));
    return start === undefined ? [] : [argument.slice(start.length)];
  });
}
