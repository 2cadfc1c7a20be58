import { nameOfTable } from "../database/database-url.ts";
import type { Encoding, Source } from "../model.ts";
import { ProblemError } from "../problem/problem.ts";
import { findFiles } from "../read/open-data.ts";
import type { Period } from "../text/period.ts";
import type { DataRequest } from "./data-request.ts";

/** Sources, periods and encodings that the user names, by file. */
export interface Named {
  readonly sources: ReadonlyMap<string, Source>;
  readonly periods: ReadonlyMap<string, Period>;
  readonly encodings: ReadonlyMap<string, Encoding>;
}

/** @throws ProblemError where a name is that of nothing. */
export async function namedFiles(request: DataRequest, cwd: string): Promise<Named> {
  const { sourceOf = [], periodOf = [], encodingOf = [], databases = [] } = request;
  const each = async <Item>(items: readonly { readonly file: string; readonly item: Item }[]) => {
    const found = await Promise.all(items.map(async ({ file, item }) => ({ item, ...(await findFiles(file, cwd)) })));
    const errors = found.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"));
    if (errors.length > 0) throw new ProblemError(errors);
    return new Map(found.flatMap(({ files, item }) => files.map((file) => [file, item] as const)));
  };
  const sources = await each(sourceOf.map(({ file, source }) => ({ file, item: source })));
  const periods = await each(periodOf.map(({ file, period }) => ({ file, item: period })));
  for (const one of databases) {
    if (one.source !== null) sources.set(nameOfTable(one), withOwnNames(one.source));
    if (one.period !== null) periods.set(nameOfTable(one), one.period);
  }
  return {
    sources,
    periods,
    encodings: await each(encodingOf.map(({ file, encoding }) => ({ file, item: encoding }))),
  };
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
