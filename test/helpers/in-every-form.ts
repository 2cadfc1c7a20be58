import { gzipSync } from "node:zlib";
import type { Files } from "./check-files.ts";

/** The same rows as files, and what a command line calls them. */
export interface Form {
  readonly files: Files;
  readonly data: string;
  readonly stdin?: string;
}

/** The rows of a table, none of which has a line break in a cell, in every form in which files may hold them. */
export function inEveryForm(csv: string): Readonly<Record<string, Form>> {
  const [header = "", ...rows] = csv.trimEnd().split("\n");
  const part = (index: number) => rows.slice((index * rows.length) / PARTS, ((index + 1) * rows.length) / PARTS);
  const cut = Array.from({ length: PARTS }, (_, index) => [
    `cut/${index}.csv`,
    [header, ...part(index), ""].join("\n"),
  ]);
  return {
    "one CSV": { files: { "all.csv": csv }, data: "all.csv" },
    "cut into forty files": { files: Object.fromEntries(cut) as Files, data: "cut" },
    gzip: { files: { "all.csv.gz": gzipSync(csv, { level: 1 }) }, data: "all.csv.gz" },
    "standard input": { files: {}, data: "-", stdin: csv },
    "UTF-16": { files: { "wide.csv": Buffer.from(`\uFEFF${csv}`, "utf16le") }, data: "wide.csv" },
  };
}

const PARTS = 40;
