import type { Row } from "../model.ts";
import { foldText } from "../text/fold-text.ts";

/** A column's headers from top to bottom, as stacked rows with merged cells give them. */
export type HeaderPath = readonly string[];

/**
 * The path of every column under stacked header rows. A merged cell holds its text in its first column, so a blank one
 * belongs to its left neighbour, as far as the headers above are the same for both.
 */
export function headerPaths(rows: readonly Row[]): HeaderPath[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const paths: string[][] = Array.from({ length: width }, () => []);
  for (const { cells } of rows) {
    let merged = "";
    let above = "";
    for (const [index, path] of paths.entries()) {
      const parents = path.join("\0");
      const text = String(cells[index] ?? "")
        .replaceAll(/\s+/gu, " ")
        .trim();
      if (text !== "" || parents !== above) merged = text;
      above = parents;
      if (merged !== "" && path.at(-1) !== merged) path.push(merged);
    }
  }
  return paths;
}

/** What each column is called: the end of its path, with what stands above where others end alike. */
export function distinctHeaders(paths: readonly HeaderPath[]): string[] {
  const ends = paths.map((path) => path.at(-1) ?? "");
  return paths.map((path, index) => {
    const end = ends[index] ?? "";
    return ends.indexOf(end) === ends.lastIndexOf(end) ? end : path.slice(-2).join(" > ");
  });
}

/** A header in its folded words. */
export type Words = readonly string[];

/** A spelling such as `đã giải quyết > Quá hạn` in its parts. */
export type Spelling = readonly Words[];

export function parseSpelling(text: string): Spelling {
  return text.split(">").map(wordsOf);
}

export function wordsOf(text: string): Words {
  return text.trim().split(/\s+/u).map(foldText);
}

/** Whether a path ends as a spelling says. The first of several parts may be the end of a longer header. */
export function endsWith(path: readonly Words[], spelling: Spelling): boolean {
  if (path.length < spelling.length) return false;
  const from = path.length - spelling.length;
  for (let index = spelling.length - 1; index >= 0; index--) {
    const [header = [], part = []] = [path[from + index], spelling[index]];
    const end = index === 0 && spelling.length > 1 ? header.slice(-part.length) : header;
    if (end.join("") !== part.join("")) return false;
  }
  return true;
}
