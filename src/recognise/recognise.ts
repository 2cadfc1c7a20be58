import type { Recognised, Source, Table } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Period, Year } from "../text/period.ts";
import { filePeriod } from "./file-period.ts";
import { findHeader, indexHeaders } from "./find-header.ts";
import type { Fit, HeaderIndex } from "./find-header.ts";
import { foldSpec } from "./fold-spec.ts";

export interface RecogniseRequest {
  /** The headers of the formats known, in tiers. */
  readonly tiers: readonly HeaderIndex[];
  /** The source that the user names for this file. */
  readonly source: Source | null;
  readonly year: Year;
  /** The period that the user names for this file. */
  readonly period: Period | null;
  /** The full path of the folder that it lies in; empty for standard input. */
  readonly folder: string;
}

/** Which source a table is, by its header, and the spec to fold it by. Rows above the header are titles. */
export function recognise(table: Table, request: RecogniseRequest): Recognised | Problem {
  const tiers = request.source === null ? request.tiers : [indexHeaders([request.source])];
  const tried = tiers.map((headers) => findHeader(table.head, headers));
  const { fits, nearest } = tried.find((one) => one.fits.length > 0) ??
    tried.find((one) => one.nearest !== null) ?? { fits: [], nearest: null };
  const [fit] = fits;
  if (fit === undefined) return unknown(table, nearest, request);
  if (fits.length > 1) {
    return problem(
      "source-ambiguous",
      { sources: fits.map(({ source }) => source.id) },
      table.locate(fit.row.at, null, null),
    );
  }
  if (fit.twice !== null) {
    return problem(
      "column-twice",
      { header: fit.twice.header },
      table.locate(fit.row.at, fit.twice.index, fit.twice.header),
    );
  }
  // Rows that say their period need no folder above, which may be about anything.
  const period = request.period ?? filePeriod(table.file, fit.columns.has("period") ? "" : request.folder);
  if (period !== null && typeof period !== "string") return period;
  if (period === null && needsPeriod(fit))
    return problem("period-unknown", {}, { at: { in: "file", file: table.file } });
  return {
    table,
    source: fit.source,
    period,
    unitNames: [],
    spec: foldSpec(fit, request.year, isMonth(period) ? "month" : fit.source.by),
  };
}

/** A file for one month says nothing of the rest of its quarter, so its dates fall into months. */
function isMonth(period: Period | null): boolean {
  return period !== null && /-\d{2}$/.test(period);
}

function needsPeriod({ source, columns }: Fit): boolean {
  if (columns.has("period")) return false;
  return (
    source.rows !== "record" ||
    Object.values(source.measures).some((rule) => rule.kind === "columns" || rule.period === null)
  );
}

function unknown(table: Table, nearest: Fit | null, { source }: RecogniseRequest): Problem {
  const [row] = table.head;
  const where =
    row === undefined
      ? { at: { in: "file", file: table.file } as const }
      : table.locate(nearest?.row.at ?? row.at, null, null);
  const needed = Object.values(source?.columns ?? {}).filter(({ optional }) => !optional);
  const missing = nearest?.missing ?? needed.map(({ header }) => header[0] ?? "");
  return source === null
    ? problem("source-unknown", { nearest: nearest?.source.id ?? null, missing }, where)
    : problem("source-misfit", { source: source.id, missing }, where);
}
