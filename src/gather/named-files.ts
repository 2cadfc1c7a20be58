import path from "node:path";
import { nameOfTable } from "../database/database-url.ts";
import type { Encoding, Source } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { findFiles } from "../read/open-data.ts";
import { relativePath } from "../read/relative-path.ts";
import type { Period } from "../text/period.ts";
import { nearest } from "../text/nearest.ts";
import type { DataRequest, OfFile } from "./data-request.ts";

/** Sources, periods and encodings that the user names, by file. */
export interface Named {
  readonly sources: ReadonlyMap<string, Source>;
  /** Files that are read because their source is named. */
  readonly files: readonly string[];
  readonly periods: ReadonlyMap<string, Period>;
  readonly encodings: ReadonlyMap<string, Encoding>;
  /** What was said of files that have to be among those read. */
  readonly said: readonly { readonly option: string; readonly file: string; readonly files: readonly string[] }[];
}

/** @throws ProblemError where a name is that of nothing. */
export async function namedFiles(request: DataRequest, cwd: string): Promise<Named> {
  const { sourceOf = [], periodOf = [], encodingOf = [], databases = [] } = request;
  const [ofSources, ofPeriods, ofEncodings] = await Promise.all([
    eachFound(sourceOf, cwd),
    eachFound(periodOf, cwd),
    eachFound(encodingOf, cwd),
  ]);
  const sources = byFile(ofSources, ({ source }) => source);
  const files = ofSources.flatMap((one) => (one.ifRead === true ? [] : one.files));
  const periods = byFile(ofPeriods, ({ period }) => period);
  for (const one of databases) {
    if (one.source !== null) sources.set(nameOfTable(one), withOwnNames(one.source));
    if (one.period !== null) periods.set(nameOfTable(one), one.period);
  }
  const said = [...saidBy("--period-of", ofPeriods), ...saidBy("--encoding", ofEncodings)];
  return { sources, files, periods, encodings: byFile(ofEncodings, ({ encoding }) => encoding), said };
}

type FoundFor<Said> = OfFile<Said> & { readonly files: readonly string[] };

async function eachFound<Said>(items: readonly OfFile<Said>[], cwd: string): Promise<FoundFor<Said>[]> {
  const found = await Promise.all(items.map(async (item) => ({ item, ...(await findFiles(item.file, cwd)) })));
  const errors = found.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"));
  if (errors.length > 0) throw new ProblemError(errors);
  return found.map(({ item, files }) => ({ ...item, files }));
}

function byFile<Said, Item>(found: readonly FoundFor<Said>[], itemOf: (said: Said) => Item): Map<string, Item> {
  return new Map(found.flatMap((one) => one.files.map((file) => [file, itemOf(one)] as const)));
}

function saidBy(option: string, found: readonly FoundFor<unknown>[]): Named["said"] {
  return found.flatMap(({ file, files, ifRead }) => (ifRead === true ? [] : [{ option, file, files }]));
}

/** What is said of files that nobody reads: a slip, by which their period or encoding would be guessed after all. */
export function saidOfNothing({ said }: Named, read: readonly string[], cwd: string): Problem[] {
  const isRead = new Set(read);
  return said.flatMap(({ option, file, files }) => {
    if (files.some((one) => isRead.has(one))) return [];
    return [problem("file-not-read", { option, file, nearest: likeliest(file, read, cwd) })];
  });
}

/** The file of the same name in another folder, or of nearly the same path. */
function likeliest(file: string, read: readonly string[], cwd: string): string | null {
  const names = read.map((one) => (path.isAbsolute(file) ? one : relativePath(one, cwd)));
  const alike = names.filter((one) => path.basename(one) === path.basename(file));
  return alike.length === 1 ? (alike[0] ?? null) : nearest(file, names);
}

/**
 * A source by whose own names for its columns a table may call them too: whoever makes a view for it need not think of
 * headers.
 */
function withOwnNames(source: Source): Source {
  const columns = Object.entries(source.columns).map(
    ([name, column]) => [name, { ...column, header: [...column.header, name] }] as const,
  );
  return { ...source, columns: Object.fromEntries(columns) };
}
