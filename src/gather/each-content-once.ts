import type { Recognised, Source, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { OneRecognised } from "./recognise-exports.ts";
import { contentPrint, hasSameContent } from "./same-content.ts";
import { mildIfUnused } from "./mild-if-unused.ts";

/** What was recognised, each content once: the same file twice would count its records twice. */
export function eachContentOnce(recognitions: readonly OneRecognised[], sources: readonly Source[]) {
  const recognised: Recognised[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, Table[]>();
  const used = new Set(recognitions.flatMap(({ path, recognised: found }) => (found === null ? [] : [path])));
  for (const { path, table, recognised: found, problems: wrong } of recognitions) {
    for (const one of wrong) problems.push(used.has(path) ? mildIfUnused(one, table, sources) : one);
    if (found === null || table === null) continue;
    const print = `${found.source.id}\0${isDated(found.source) ? "" : found.period}\0${contentPrint(table)}`;
    const alike = seen.get(print) ?? [];
    const same = alike.find((other) => hasSameContent(other, table));
    if (same === undefined) {
      if (alike.push(table) === 1) seen.set(print, alike);
      recognised.push(found);
    } else {
      const related = [{ in: "file", file: same.file } as const];
      problems.push(problem("file-twice", { other: same.file }, { at: { in: "file", file: table.file }, related }));
    }
  }
  return { recognised, problems };
}

/** Whether dates alone decide the periods of its records, whatever its files are called. */
function isDated({ rows, measures }: Source): boolean {
  return rows === "record" && Object.values(measures).every((rule) => rule.kind !== "columns" && rule.period !== null);
}
