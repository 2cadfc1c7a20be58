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

/** A spelling such as `đã giải quyết > Quá hạn` in its parts, each in folded words. */
export type Spelling = readonly (readonly string[])[];

export function parseSpelling(text: string): Spelling {
  return text.split(">").map(wordsOf);
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/u).map(foldText);
}

/** Whether a path ends as a spelling says. The first of several parts may be the end of a longer header. */
export function endsWith(path: HeaderPath, spelling: Spelling): boolean {
  const tail = path.slice(-spelling.length);
  if (tail.length < spelling.length) return false;
  return spelling.every((part, index) => {
    const header = wordsOf(tail[index] ?? "");
    const end = index === 0 && spelling.length > 1 ? header.slice(-part.length) : header;
    return end.join("") === part.join("");
  });
}
