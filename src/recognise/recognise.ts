import { headOf } from "../model.ts";
import type { Recognised, Row, Source, Table, UnitName } from "../model.ts";
import { problem } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Period, Year } from "../text/period.ts";
import { findForm, isForm, wrongNumbers } from "./find-form.ts";
import type { FormFit } from "./find-form.ts";
import { findHeader, indexHeaders, missingHeaders, requiredColumns, share } from "./find-header.ts";
import type { Fit, HeaderIndex } from "./find-header.ts";
import { flattenForm } from "./flatten-form.ts";
import { distinctHeaders } from "./header-paths.ts";
import { foldSpec } from "./fold-spec.ts";
import type { Layout } from "./fold-spec.ts";
import { placeOf, statedPeriod } from "./stated-period.ts";
import { checkTitleDates, periodOfDates } from "./title-dates.ts";
import { readTitles } from "./titles.ts";
import type { Titles } from "./titles.ts";

export interface RecogniseRequest {
  /** The formats known, in tiers; of a file whose source is named, that alone. */
  readonly tiers: readonly Tier[];
  /** The source that the user names for this file. */
  readonly source: Source | null;
  readonly year: Year;
  /** The period that the user names for this file. */
  readonly period: Period | null;
  /** The full path of the folder that it lies in; empty for standard input. */
  readonly folder: string;
}

/** Formats of one rank: whose header is one row, by what is in it; and forms. */
export interface Tier {
  readonly headers: HeaderIndex;
  readonly forms: readonly Source[];
}

export function tierOf(sources: readonly Source[]): Tier {
  return { headers: indexHeaders(sources.filter((source) => !isForm(source))), forms: sources.filter(isForm) };
}

/** A table as what it was recognised as, or `null`; and what is wrong with it as a whole. */
export interface Recognition {
  readonly recognised: Recognised | null;
  readonly problems: readonly Problem[];
}

/**
 * Which source a table is, by its header, and the spec to fold it by. Rows above the header are titles; a form becomes a
 * flat table.
 */
export async function recognise(table: Table, request: RecogniseRequest): Promise<Recognition> {
  const { fits, nearest } = findSource(headOf(table), request.tiers);
  const [fit] = fits;
  if (fit === undefined) return failed(unknown(table, nearest, request));
  if (fits.length > 1) {
    const sources = fits.map(({ source }) => source.id);
    return failed(problem("source-ambiguous", { sources }, table.locate(fit.row.at, null, null)));
  }
  if (fit.twice !== null) {
    const { header, index } = fit.twice;
    return failed(problem("column-twice", { header }, table.locate(fit.row.at, index, header)));
  }
  if ("paths" in fit && table.engine !== undefined && table.bytes === null)
    return failed(formInDatabase(fit.source, table.file));
  const found = "paths" in fit ? await recogniseForm(table, fit, request) : recogniseFlat(table, fit, request);
  if (found.recognised === null || table.isHidden !== true) return found;
  return { ...found, problems: [...found.problems, hidden(table)] };
}

/** Figures that nobody sees in Excel count like all others, and whoever looks for them should know where they are. */
function hidden(table: Table): Problem {
  return problem("sheet-hidden", {}, placeOf(table));
}

/** Titles, sections and totals are where they are by the order of rows, and a database has none. */
export function formInDatabase({ id }: Source, file: string): Problem {
  return problem("form-in-database", { source: id }, { at: { in: "file", file } });
}

function failed(...problems: readonly Problem[]): Recognition {
  return { recognised: null, problems };
}

interface Found {
  readonly fits: readonly (Fit | FormFit)[];
  readonly nearest: Fit | null;
}

/** The sources of the first tier that fit. Where none does, the nearest. */
export function findSource(head: Iterable<Row>, tiers: readonly Tier[]): Found {
  let nearest: Fit | null = null;
  for (const { headers, forms } of tiers) {
    const flat = findHeader(head, headers);
    if (flat.fits.length > 0) return flat;
    const tried = forms.length === 0 ? [] : findForm([...head], forms);
    const fits = tried.filter(({ missing }) => missing.length === 0);
    if (fits.length > 0) return { fits, nearest: null };
    const [form = null] = tried;
    const nearer = flat.nearest !== null && (form === null || share(flat.nearest) > share(form));
    nearest ??= nearer ? flat.nearest : form;
  }
  return { fits: [], nearest };
}

function recogniseFlat(table: Table, fit: Fit, request: RecogniseRequest): Recognition {
  const { source, row, columns } = fit;
  // Rows that say their period need no folder above, which may be about anything.
  const titles = row === table.firstRow ? NO_TITLES : readTitles(table.head.filter(({ at }) => at.line < row.at.line));
  const named = request.period ?? statedPeriod(table, columns.has("period") ? "" : request.folder, titles.periods);
  if (named !== null && typeof named !== "string") return failed(named);
  const stated = named ?? periodOfDates(titles, request.year);
  if (stated === null && needsPeriod(fit)) return failed(periodUnknown(table, titles, request.year));
  const spec = foldSpec(layoutOf(fit), request.year, byOf(source, stated));
  return {
    recognised: { table, source, period: stated, unitNames: [], spec, incomplete: false },
    problems: checkTitleDates(titles, stated, { year: request.year, cumulative: source.cumulative, table }),
  };
}

const NO_TITLES = readTitles([]);

/** Of tables that share the row of their header, one. */
const layouts = new WeakMap<Fit, Layout>();

function layoutOf(fit: Fit): Layout {
  const known = layouts.get(fit);
  if (known !== undefined) return known;
  const { source, row, columns } = fit;
  const headers = row.cells.map((cell) => String(cell).trim());
  const width = headers.findLastIndex((header) => header !== "") + 1;
  const layout = { source, headerLine: row.at.line, headers, width, columns, gained: [] };
  layouts.set(fit, layout);
  return layout;
}

async function recogniseForm(table: Table, fit: FormFit, request: RecogniseRequest): Promise<Recognition> {
  const { source, row, columns, paths } = fit;
  const { year, folder } = request;
  const titles = readTitles(fit.titles);
  const named = request.period ?? statedPeriod(table, columns.has("period") ? "" : folder, titles.periods);
  if (named !== null && typeof named !== "string") return failed(named);
  const period = named ?? periodOfDates(titles, year);
  if (period === null && needsPeriod(fit)) return failed(periodUnknown(table, titles, year));
  const rows: Row[] = [];
  for await (const one of table.rows()) rows.push(one);
  const flat = flattenForm(table, rows, fit);
  const layout = {
    source,
    headerLine: row.at.line,
    headers: distinctHeaders(paths),
    width: flat.width,
    columns,
    gained: flat.gained.filter(({ name }) => !columns.has(name) || source.sections !== null),
  };
  return {
    recognised: {
      table: flat.table,
      source,
      period,
      unitNames: source.unitOfFile ? [...titles.units, ...pathNames(table)] : [],
      spec: foldSpec(layout, year, byOf(source, period)),
      incomplete: flat.problems.some(({ severity }) => severity === "error"),
    },
    problems: [
      ...wrongNumbers(fit, table),
      ...checkTitleDates(titles, period, { year, cumulative: source.cumulative, table }),
      ...flat.problems,
    ],
  };
}

/** What a path may call a unit: the sheet's name, the file's, then the folders of the path as given, from the nearest on. */
function pathNames({ file, sheet }: Table): UnitName[] {
  const segments = file.split("/");
  const name = segments.pop()?.replace(/\.[^.]*$/, "") ?? "";
  const texts = [...(sheet === null ? [] : [sheet]), name, ...segments.reverse()];
  return texts.map((text) => ({ text, as: "path" }));
}

function periodUnknown(table: Table, { dates }: Titles, { starts, guessed = false }: Year): Problem {
  if (dates === null) return problem("period-unknown", { from: null, until: null, starts: null }, placeOf(table));
  const { from, until, place } = dates;
  const where = table.locate(place.row, place.index, null);
  return problem("period-unknown", { from, until, starts: guessed ? null : starts }, where);
}

/** A file for one month says nothing of the rest of its quarter, so its dates fall into months. */
function byOf({ by }: Source, period: Period | null): Source["by"] {
  return period !== null && /-\d{2}$/.test(period) ? "month" : by;
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
  const needed = source === null ? [] : requiredColumns(source);
  const missing = nearest === null ? needed.map(({ header }) => header[0] ?? "") : missingHeaders(nearest);
  return source === null
    ? problem("source-unknown", { nearest: nearest?.source.id ?? null, missing }, where)
    : problem("source-misfit", { source: source.id, missing }, where);
}
