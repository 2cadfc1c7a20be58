import type { Circumstances } from "../problem/problem.ts";
import type { YamlFile, YamlPath } from "../yaml/parse-yaml.ts";

/** Something that the config names, which may not exist: a plan, a source, files, or a period of the plan's year. */
export interface Mention {
  /** The key of the config below which it stands. */
  readonly key: string;
  /** As the rest of the program hears of it: paths are seen from the working folder. */
  readonly name: string;
  readonly locate: () => Circumstances;
}

/** Where names may stand that nobody knows: what of the key or the value is one, and how it is resolved. */
const NAMING = [
  { key: "plan", resolve: "named" },
  { key: "period", resolve: "named" },
  { key: "data", resolve: "file" },
  { key: "sources", resolve: "file" },
  { key: "source-of", resolve: "file", keys: "named" },
  { key: "period-of", resolve: "file" },
  { key: "encoding", resolve: "file" },
  { key: "databases", resolve: "named", within: "source" },
] as const;

/** Everything that a config names, with its place. */
export function mentionsIn(
  yaml: YamlFile,
  resolve: Readonly<Record<"named" | "file", (text: string) => string>>,
): readonly Mention[] {
  const root = (yaml.value ?? {}) as Readonly<Record<string, unknown>>;
  return NAMING.flatMap((naming) => {
    const value = root[naming.key];
    const values = textsIn(value, [naming.key]).filter(
      ({ path }) => !("within" in naming) || path[2] === naming.within,
    );
    const found = values.map(({ text, path }) => mention(resolve[naming.resolve](text), path));
    if (!("keys" in naming) || typeof value !== "object" || value === null) return found;
    return [...Object.keys(value).map((key) => mention(resolve[naming.keys](key), [naming.key, key], "key")), ...found];
  });

  function mention(name: string, path: YamlPath, part: "key" | "value" = "value"): Mention {
    return { key: String(path[0]), name, locate: () => yaml.locate(path, part) };
  }
}

/** Every text in lists and maps, with its path. */
function textsIn(value: unknown, path: YamlPath): { readonly text: string; readonly path: YamlPath }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item, index) => textsIn(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}
