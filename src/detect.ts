import path from "node:path";
import { openExports } from "./gather/open-exports.ts";
import { recogniseExports, tiersBySource } from "./gather/recognise-exports.ts";
import type { DataRequest } from "./gather/data-request.ts";
import type { Detection, Recognised } from "./model.ts";
import { likelyYear } from "./open-plan.ts";
import type { FormFit } from "./recognise/find-form.ts";
import type { Fit } from "./recognise/find-header.ts";
import { findSource } from "./recognise/recognise.ts";
import { findPeriods } from "./text/period.ts";

/**
 * Which source each export is and why, or which came nearest. No row is read but those that the header could be in.
 *
 * @throws ProblemError where an argument names nothing.
 */
export async function detect(request: DataRequest): Promise<readonly Detection[]> {
  const { cwd = "" } = request;
  const exports = await openExports({ ...request, digests: false });
  const { opened, named } = exports;
  const tiersOf = tiersBySource(exports.tiers);
  const recognitions = await recogniseExports(exports, likelyYear(opened.flatMap(({ table }) => table ?? [])));
  return opened.map(({ path: file, input, table, problems: unread }, index) => {
    const { recognised = null, problems = [] } = recognitions[index] ?? {};
    const source = named.sources.get(file) ?? null;
    const fits = table === null ? [] : findSource(table.head, tiersOf(source)).fits;
    const [fit] = fits.length === 1 ? fits : [];
    return {
      file: input.file,
      sheet: input.sheet,
      source: fit?.source ?? null,
      columns: fit === undefined ? [] : columnsOf(fit),
      isUsable: recognised !== null,
      period: recognised?.period ?? null,
      periodFrom: recognised === null ? null : originOf(recognised, named.periods.has(file), cwd),
      problems: [...unread, ...problems],
    };
  });
}

/** Every column of the source that the file has, in the order of the file; under stacked headers with its path. */
function columnsOf(fit: Fit | FormFit): Detection["columns"] {
  const headerOf = (index: number) =>
    "paths" in fit ? (fit.paths[index] ?? []).join(" > ") : String(fit.row.cells[index] ?? "").trim();
  return [...fit.columns]
    .map(([name, index]) => ({ name, field: headerOf(index), index }))
    .sort((a, b) => a.index - b.index);
}

function originOf({ period, spec, table }: Recognised, isNamed: boolean, cwd: string): Detection["periodFrom"] {
  if (isNamed) return "option";
  if (spec.classes.some(({ name }) => name === "period")) return "column";
  if (period === null) return null;
  const full = path.resolve(cwd, table.file);
  const names = [...full.split(path.sep), path.basename(full, path.extname(full)), table.sheet ?? ""];
  return names.flatMap(findPeriods).includes(period) ? "name" : "title";
}
