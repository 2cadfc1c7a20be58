import type * as z from "zod/v4/core";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { nearest } from "../text/nearest.ts";
import { shortened } from "../text/shortened.ts";
import { withoutPassword } from "../text/without-password.ts";
import { missingKey } from "./missing-key.ts";
import type { YamlFile, YamlPath } from "./parse-yaml.ts";

/** A schema of either edition of zod, which brings its own parser, so that the small one does not load the other. */
interface Schema<Value> {
  safeParse(value: unknown, params: { error: typeof allowedKeys; jitless: boolean }): z.util.SafeParseResult<Value>;
}

/** The value of a YAML file in the shape of a schema, or one problem for every key or value that does not fit. */
export function checkShape<Value>(
  schema: Schema<Value>,
  yaml: YamlFile,
): { readonly value: Value | null; readonly problems: readonly Problem[] } {
  // A file is held against its schema once: to compile that takes longer.
  const parsed = schema.safeParse(yaml.value, { error: allowedKeys, jitless: true });
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: null, problems: onePerSlip(parsed.error.issues.flatMap((issue) => problemsOf(issue, yaml))) };
}

/** A value that does not fit in two ways is one problem, and so is a key that is missing because it is misspelt. */
function onePerSlip(problems: readonly Placed[]): Problem[] {
  const misspelt = new Set(problems.flatMap(({ map, args }) => ("nearest" in args ? [`${map} ${args.nearest}`] : [])));
  const left = problems.filter(
    ({ code, map, args }) => code !== "key-missing" || !("key" in args) || !misspelt.has(`${map} ${args.key}`),
  );
  const byPlace = new Map<string, Problem>();
  for (const { map: _, ...one } of left) {
    const place = JSON.stringify([one.code, one.at]);
    if (!byPlace.has(place)) byPlace.set(place, one);
  }
  return [...byPlace.values()];
}

/** A problem with the map that its key stands in, or should. */
interface Placed extends Problem {
  readonly map: string;
}

const UNKNOWN_KEY = "unknown-key\n";

/**
 * How a schema says that a key must be misspelt, since its value is nothing that a key of one's own could have. Where it
 * is near to no key, the value may be what is wrong instead (`expected`).
 */
export function unknownKey(allowed: readonly string[], expected: string | null): string {
  return [UNKNOWN_KEY + (expected ?? ""), ...allowed].join("\n");
}

/** zod reports an unknown key without the known ones, so they travel in the message. */
function allowedKeys(issue: z.$ZodRawIssue): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  const definition = issue.inst?._zod.def as { readonly shape?: object } | undefined;
  return Object.keys(definition?.shape ?? {}).join("\n");
}

function problemsOf(issue: z.$ZodIssue, yaml: YamlFile): Placed[] {
  const path = issue.path as YamlPath;
  const unknown = (key: string, allowed: readonly string[], at: YamlPath) =>
    placed(problem("key-unknown", { key, allowed, nearest: nearest(key, allowed) }, yaml.locate(at, "key")), at);
  if (issue.message.startsWith(UNKNOWN_KEY)) {
    const [word = "", ...allowed] = issue.message.slice(UNKNOWN_KEY.length).split("\n");
    const key = String(path.at(-1));
    // A short key is near to anything.
    const isMisspelt = word === "" || (key.length > 3 && nearest(key, allowed) !== null);
    return [isMisspelt ? unknown(key, allowed, path) : placed(wrong(yaml, path, word, "value"), path)];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknown(key, issue.message.split("\n"), [...path, key]));
  }
  if (issue.code === "invalid_key") return [placed(wrong(yaml, path, expectedBy(issue.issues[0]), "key"), path)];
  if (valueAt(yaml.value, path) === undefined) {
    const missing = problem("key-missing", missingKey(String(path.at(-1))), yaml.locate(path.slice(0, -1), "key"));
    return [placed(missing, path)];
  }
  return [placed(wrong(yaml, path, expectedBy(issue), "value"), path)];
}

function placed(one: Problem, path: YamlPath): Placed {
  return { ...one, map: path.slice(0, -1).join("\0") };
}

function wrong(yaml: YamlFile, path: YamlPath, expected: string, part: "key" | "value"): Problem {
  const value = part === "key" ? path.at(-1) : valueAt(yaml.value, path);
  const found = typeof value === "string" ? shortened(withoutPassword(value)) : Array.isArray(value) ? "list" : "map";
  return problem("value-wrong", { found, expected }, yaml.locate(path, part));
}

/** What would have been right: a word that the locales know, or the allowed values themselves. */
function expectedBy(issue: z.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case "invalid_type":
      return issue.message.startsWith("Invalid input") ? issue.expected : issue.message;
    case "invalid_value":
      return issue.values.map((value) => `“${String(value)}”`).join(" | ");
    case "invalid_union":
      return [...new Set(issue.errors.map((branch) => expectedBy(branch[0])))].join(" | ");
    default:
      return issue?.message ?? "string";
  }
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}
