/**
 * The text that a key of YAML has, whether or not the rest of it can be read: one at the margin, or as JSON writes it;
 * `null` where there is none.
 */
export function yamlTextOf(key: string, yaml: string): string | null {
  const value = new RegExp(`^(?:${key}|\\s*"${key}"):[^\\S\\n]*(?<value>[^\\n]*)`, "mu").exec(yaml)?.groups?.["value"];
  return /^["']?(?<text>[^"'#\s{[][^"'#]*)/u.exec(value ?? "")?.groups?.["text"]?.trim() ?? null;
}
