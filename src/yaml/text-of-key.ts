/** What stands after a key at the margin of YAML, whether or not the rest of it can be read; `null` where it is not one text. */
export function textOfKey(key: string, yaml: string): string | null {
  return (
    new RegExp(`^${key}:[^\\S\\n]*["']?(?<text>[^"'#\\s{[][^"'#\\n]*)`, "mu").exec(yaml)?.groups?.["text"]?.trim() ??
    null
  );
}
