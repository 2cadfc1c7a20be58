import { isMap, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { Document, Node } from "yaml";
import type { Circumstances, Problem } from "../problem/problem.ts";
import { problem } from "../problem/problem.ts";

export type YamlPath = readonly (string | number)[];

/** A YAML file: every scalar as text, just as it is written, and the place of each key and value. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at a path, or of its key; of the nearest thing around it where it does not exist. */
  locate(path: YamlPath, part?: "key" | "value"): Circumstances;
}

/** Reads YAML without interpreting it: `97.40` keeps its zero and `2022` is text. */
export function parseYaml(
  text: string,
  file: string,
): { readonly yaml: YamlFile | null; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const circumstances = placer(text, file, lines);
  const document = parse(text, lines);
  const tooDeep = () => {
    return { yaml: null, problems: [problem("yaml-syntax", { kind: "TOO_DEEP", detail: "" }, circumstances(0, 1))] };
  };
  if (document === null) return tooDeep();
  if (document.errors.length > 0) {
    const problems = uncascaded(document.errors).map(({ code, message, pos: [start, end] }) =>
      problem("yaml-syntax", { kind: kindOf(code, message), detail: message }, circumstances(start, end)),
    );
    return { yaml: null, problems };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const locate = (path: YamlPath, part: "key" | "value" = "value") => circumstances(...rangeOf(document, path, part));
    return { yaml: { file, value, locate }, problems: [] };
  } catch (error) {
    if (error instanceof RangeError) return tooDeep();
    if (!(error instanceof ReferenceError)) throw error;
    const alias = /alias[^:]*: (?<name>\S+)/.exec(error.message)?.groups?.["name"];
    const start = alias === undefined ? 0 : Math.max(0, text.indexOf(`*${alias}`));
    const kind = alias === undefined ? "ALIASES" : "ALIAS_UNKNOWN";
    return {
      yaml: null,
      problems: [problem("yaml-syntax", { kind, detail: error.message }, circumstances(start, start + 1))],
    };
  }
}

/** The document; `null` where it is nested deeper than anyone writes by hand. */
function parse(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | null {
  try {
    // What it warns of on standard error is said here in our words, with its place.
    const logLevel = "error";
    return parseDocument(text, { schema: "failsafe", lineCounter, prettyErrors: false, uniqueKeys: true, logLevel });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A bracket that is not closed takes the lines below for its content, whose indentation is then wrong. */
function kindOf(code: string, message: string): string {
  return code === "BAD_INDENT" && message.startsWith("Flow ") ? "MISSING_CHAR" : code;
}

/** A key that stands twice leaves the rest readable; what follows any other slip is most likely its echo. */
function uncascaded<Slip extends { readonly code: string }>(errors: readonly Slip[]): readonly Slip[] {
  const first = errors.findIndex(({ code }) => code !== "DUPLICATE_KEY");
  return first < 0 ? errors : errors.slice(0, first + 1);
}

type Range = readonly [start: number, end: number];

function rangeOf(document: Document, path: YamlPath, part: "key" | "value"): Range {
  let node: unknown = document.contents;
  let range: Range = nodeRange(node) ?? [0, 0];
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const last = depth === path.length - 1;
    const next =
      pair === undefined
        ? document.getIn(path.slice(0, depth + 1), true)
        : last && part === "key"
          ? pair.key
          : pair.value;
    const nextRange = nodeRange(next) ?? (isPair(pair) ? nodeRange(pair.key) : null);
    if (nextRange === null) return headOf(range);
    [node, range] = [next, nextRange];
  }
  return isScalar(node) || part === "key" ? range : headOf(range);
}

/** A whole block is too much to underline: its first character stands for it. */
function headOf([start]: Range): Range {
  return [start, start + 1];
}

function nodeRange(node: unknown): Range | null {
  const range = (node as Node | null | undefined)?.range;
  return range === null || range === undefined ? null : [range[0], range[1]];
}

function placer(text: string, file: string, lines: LineCounter): (start: number, end: number) => Circumstances {
  return (start, end) => {
    const { line, col } = lines.linePos(start);
    const lineStart = start - (col - 1);
    const source = (text.slice(lineStart).split(/\r?\n/, 1)[0] ?? "").replace(/^\uFEFF/, "");
    const before = [...text.slice(lineStart, start)].length;
    const length = Math.max(1, [...text.slice(start, Math.min(end, lineStart + source.length))].length);
    return {
      at: { in: "text", file, line, column: before + 1, field: null },
      excerpt: { line: source, start: before, length },
    };
  };
}
