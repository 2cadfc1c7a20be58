import { readFileSync } from "node:fs";
import path from "node:path";
import { problem, ProblemError } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";
import { decode } from "./read/decode.ts";
import { relativePath } from "./read/relative-path.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";
import type { YamlFile } from "./yaml/parse-yaml.ts";

/**
 * A YAML file whose syntax is right.
 *
 * @throws ProblemError where it is not, or the file cannot be read.
 */
export async function readYaml(
  file: string,
  cwd: string,
): Promise<{ readonly yaml: YamlFile; readonly bytes: Buffer }> {
  const name = relativePath(file, cwd);
  const bytes = readBytes(path.resolve(cwd, file), name);
  const { utf8 } = orThrow(decode(bytes, name));
  const { yaml, problems } = parseYaml(utf8.toString("utf8"), name);
  if (yaml === null) throw new ProblemError(problems);
  return { yaml, bytes };
}

/** @throws ProblemError where the file cannot be read. */
export function readBytes(file: string, name: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ProblemError([
      problem("file-unreadable", { detail: code ?? message }, { at: { in: "file", file: name } }),
    ]);
  }
}

/** What is no problem. @throws ProblemError with what is one. */
export function orThrow<Value extends object>(value: Value | Problem): Value {
  if ("severity" in value) throw new ProblemError([value]);
  return value;
}
