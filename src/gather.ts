import { dirname } from "node:path";
import { isDatabaseUrl, nameOfTable } from "./database/database-url.ts";
import { foldTable } from "./fold/fold-table.ts";
import { shippedSources } from "./load.ts";
import type { Encoding, Input, Recognised, Source, Table, TableBytes } from "./model.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import type { Problem, ProblemArgs } from "./problem/problem.ts";
import { guessHead } from "./read/guess-head.ts";
import { findFiles, openData, STANDARD_INPUT } from "./read/open-data.ts";
import type { Opened, StandardInput, Watch } from "./read/open-data.ts";
import { isForm } from "./recognise/find-form.ts";
import { findSource, formInDatabase, recognise, tierOf } from "./recognise/recognise.ts";
import type { Recognition, Tier } from "./recognise/recognise.ts";
import type { Folded } from "./tally/tally.ts";
import { findPeriods } from "./text/period.ts";
import type { Period, Year } from "./text/period.ts";

/** Which exports to read, and what is known of them beforehand. */
export interface DataRequest {
  /** Files, folders, globs, or `-` for standard input. */
  readonly data: readonly string[];
  /** Formats of exports beside the shipped ones; a file that fits one of them is not tried with those. */
  readonly sources?: readonly Source[];
  /** Files (paths or globs) whose source is named, and files whose period is. */
  readonly sourceOf?: readonly { readonly source: Source; readonly file: string }[];
  readonly periodOf?: readonly { readonly period: Period; readonly file: string }[];
  /** Of every file that does not say itself that it is Unicode; and of files (paths or globs) that are named for it. */
  readonly encoding?: Encoding | null;
  readonly encodingOf?: readonly { readonly encoding: Encoding; readonly file: string }[];
  /** Where relative paths begin; the process's working folder unless said otherwise. */
  readonly cwd?: string;
  /** Whether inputs get their SHA-256; true unless said otherwise. */
  readonly digests?: boolean;
  readonly readStandardInput?: () => StandardInput;
  /** Hears how many bytes each file has, once it is read. */
  readonly dataRead?: (bytes: number) => void;
  /** Hears how far the reading is, of large exports again and again. */
  readonly watch?: Watch;
  /** Tables in databases, which are exports like the others and are folded where they lie. */
  readonly databases?: readonly DatabaseRequest[];
  /** How long one of them may take for an answer, in seconds; ten minutes unless said otherwise. */
  readonly timeout?: number;
  /** Ends the work of databases, whose error it then is. */
  readonly signal?: AbortSignal | null;
}

const TIMEOUT = 600;

/** A table in a database, and what the user says of it. */
export interface DatabaseRequest {
  /** With the user and, where it is needed, the password. */
  readonly url: URL;
  readonly table: string;
  readonly source: Source | null;
  readonly period: Period | null;
}

/** Exports that were opened, with what helps to recognise them. */
export interface Exports {
  readonly opened: readonly Opened[];
  /** The formats known, in tiers. */
  readonly tiers: readonly (readonly Source[])[];
  readonly named: Named;
  readonly problems: readonly Problem[];
}

/**
 * Opens everything that the arguments name.
 *
 * @throws ProblemError where one of them names nothing.
 */
export async function openExports(request: DataRequest): Promise<Exports> {
  const { cwd = process.cwd(), digests = true, readStandardInput = noInput } = request;
  const named = await namedFiles(request, cwd);
  const data = [...request.data, ...[...named.sources.keys()].filter((path) => !isDatabaseUrl(path))];
  const tiers = [request.sources ?? [], await shippedSources()].filter((sources) => sources.length > 0);
  const declared = new Set((request.sources ?? []).flatMap(({ encoding }) => encoding ?? []));
  const { opened, problems } = await openData({
    data,
    cwd,
    digests,
    encodingOf: (path) => named.encodings.get(path) ?? request.encoding ?? named.sources.get(path)?.encoding ?? null,
    declaredEncoding: declared.size === 1 ? ([...declared][0] ?? null) : null,
    readStandardInput,
    ...(request.dataRead && { dataRead: request.dataRead }),
    ...(request.watch && { watch: request.watch }),
  });
  if (problems.some(({ severity }) => severity === "error")) throw new ProblemError(problems);
  const all = [...opened, ...(await openDatabases(request))];
  return { opened: all, tiers, named, problems: [...problems, ...all.flatMap((one) => one.problems)] };
}

async function openDatabases({
  databases = [],
  timeout = TIMEOUT,
  signal = null,
}: DataRequest): Promise<readonly Opened[]> {
  if (databases.length === 0) return [];
  const forms = databases.flatMap(({ source, ...one }) =>
    source !== null && isForm(source) ? [formInDatabase(source, nameOfTable(one))] : [],
  );
  if (forms.length > 0) throw new ProblemError(forms);
  const { openTable } = await import("./database-table.ts");
  return Promise.all(
    databases.map(async ({ url, table }) => {
      const opened = await openTable({ url, table, timeout, signal });
      return { ...opened, path: opened.input.file };
    }),
  );
}

/** Recognises which source each export is, one by one, with what is wrong with it as a whole. */
export async function recogniseExports({ opened, tiers, named }: Exports, year: Year): Promise<OneRecognised[]> {
  const ranked = tiers.map(tierOf);
  return Promise.all(opened.map((one) => recogniseOne(one, named, year, ranked)));
}

interface OneRecognised extends Recognition {
  readonly path: string;
  readonly table: Table | null;
}

/** What came of folding. Of tables that turned out not to be readable, nothing is known but what is wrong with them. */
export interface FoldedExports {
  readonly folded: readonly Folded[];
  readonly unread: ReadonlySet<Table>;
  readonly problems: readonly Problem[];
}

/** Recognises which source each export is, and folds its rows. */
export async function foldExports(exports: Exports, year: Year): Promise<FoldedExports> {
  const { recognised, problems } = await recogniseAll(exports, year);
  const isAlone = ({ source: { id } }: Recognised) => recognised.filter(({ source }) => source.id === id).length === 1;
  const folded: Folded[] = [];
  const faults = new Map<Table, readonly Problem[]>();
  const total = recognised.reduce((sum, { table }) => sum + (table.bytes?.length ?? 0), 0);
  for (const one of recognised) {
    // One table after the other: several at once would take the memory of several, and the same time.
    // oxlint-disable-next-line no-await-in-loop
    const { folding, wrong } = await foldOne(one, total, isAlone(one));
    if (folding !== null) folded.push({ recognised: one, folding });
    else faults.set(one.table, wrong);
  }
  const files = new Set([...faults.keys()].map(({ file }) => file));
  const sound = problems.filter(({ at }) => at === null || !files.has(at.file));
  return {
    folded,
    unread: new Set(faults.keys()),
    problems: [...sound, ...[...faults.values()].flat(), ...folded.flatMap(located)],
  };
}

/** A table's own engine goes first. */
async function foldOne({ table, spec }: Recognised, total: number, isAlone: boolean) {
  try {
    const folding = await (table.engine?.fold(spec, isAlone) ?? foldTable(table, spec, total));
    if (folding.fault === null || table.bytes === null) return { folding, wrong: [] };
    return { folding: null, wrong: [await table.bytes.faultAt(folding.fault)] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { folding: null, wrong: error.problems };
  }
}

/** Which sources the files were meant to be that could not be read, as far as their first rows show it. */
export function guessSources(
  { opened, tiers, named }: Exports,
  unread: FoldedExports["unread"],
): ReadonlyMap<string, Source> {
  const ranked = tiers.map(tierOf);
  const isRead = ({ table }: Opened) => table !== null && !unread.has(table);
  return new Map(
    opened
      .filter((one) => !isRead(one) && one.path !== STANDARD_INPUT)
      .flatMap(({ path, input }) => {
        const source = named.sources.get(path) ?? guessSource(path, ranked);
        return source === null ? [] : [[input.file, source] as const];
      }),
  );
}

function guessSource(path: string, tiers: readonly Tier[]): Source | null {
  try {
    const { fits } = findSource(guessHead(path), { tiers, source: null });
    return fits.length === 1 ? (fits[0]?.source ?? null) : null;
  } catch {
    // What cannot even be opened could have been anything.
    return null;
  }
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

/** Sources, periods and encodings that the user names, by file. */
interface Named {
  readonly sources: ReadonlyMap<string, Source>;
  readonly periods: ReadonlyMap<string, Period>;
  readonly encodings: ReadonlyMap<string, Encoding>;
}

async function namedFiles(request: DataRequest, cwd: string): Promise<Named> {
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

/** Recognises every table, each content once: the same file twice would count its records twice. */
async function recogniseAll(exports: Exports, year: Year) {
  const recognised: Recognised[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, Table[]>();
  const recognitions = await recogniseExports(exports, year);
  const sources = [...exports.named.sources.values(), ...exports.tiers.flat()];
  const used = new Set(recognitions.flatMap(({ path, recognised: found }) => (found === null ? [] : [path])));
  for (const { path, table, recognised: found, problems: wrong } of recognitions) {
    for (const one of wrong) problems.push(used.has(path) ? mildIfUnknown(one, table, sources) : one);
    if (found === null || table === null) continue;
    const said = `${found.source.id}\0${isDated(found.source) ? "" : found.period}\0${sizeOf(table)}`;
    const same = seen.get(said)?.find((other) => hasSameContent(other, table));
    if (same === undefined) {
      seen.set(said, [...(seen.get(said) ?? []), table]);
      recognised.push(found);
    } else {
      const related = [{ in: "file", file: same.file } as const];
      problems.push(problem("file-twice", { other: same.file }, { at: { in: "file", file: table.file }, related }));
    }
  }
  return { recognised, problems };
}

async function recogniseOne(
  { path, table }: Opened,
  named: Named,
  year: Year,
  tiers: readonly Tier[],
): Promise<OneRecognised> {
  if (table === null) return { path, table, recognised: null, problems: [] };
  const recognition = await recognise(table, {
    tiers,
    source: named.sources.get(path) ?? null,
    year,
    period: named.periods.get(path) ?? null,
    folder: path === STANDARD_INPUT || isDatabaseUrl(path) ? "" : dirname(path),
  });
  return { path, table, ...recognition };
}

/**
 * A sheet that no source fits is passed over with a note where another sheet of its workbook is read; but it is an error
 * if it has more of a source's columns than it lacks, or has any and its name is a period.
 */
function mildIfUnknown(one: Problem, table: Table | null, sources: readonly Source[]): Problem {
  if (one.code !== "source-unknown" && one.code !== "source-misfit") return one;
  const args = one.args as Partial<ProblemArgs["source-unknown"] & ProblemArgs["source-misfit"]>;
  const { nearest = args.source ?? null, missing = [] } = args;
  const columns = sources.find(({ id }) => id === nearest)?.columns ?? {};
  const has = Object.values(columns).filter(({ optional }) => !optional).length - missing.length;
  const isMeant = has > missing.length || (has > 0 && findPeriods(table?.sheet ?? "").length > 0);
  return isMeant ? one : problem("sheet-unused", { nearest, missing }, one);
}

/** Equal for tables of equal content, and seldom for others. */
function sizeOf(table: Table): number {
  return table.bytes?.length ?? cellsOf(table).length;
}

/** So many bytes of two tables are compared at once. */
const COMPARED = 1 << 18;

function hasSameContent(one: Table, other: Table): boolean {
  if (one.bytes === null || other.bytes === null) return cellsOf(one) === cellsOf(other);
  if (one.bytes.length !== other.bytes.length) return false;
  for (let at = 0; at < one.bytes.length; at += COMPARED)
    if (Buffer.compare(pieceOf(one.bytes, at), pieceOf(other.bytes, at)) !== 0) return false;
  return true;
}

function pieceOf({ held, length, open }: TableBytes, at: number): Uint8Array {
  if (held !== null) return held.subarray(at, at + COMPARED);
  const piece = new Uint8Array(Math.min(COMPARED, length - at));
  const reader = open();
  try {
    reader.read(piece, at);
    return piece;
  } finally {
    reader.close();
  }
}

/** The cells of a sheet as one text; a sheet that comes in portions is not compared. */
function cellsOf(table: Table): string {
  const rows = table.rows();
  if (!(Symbol.iterator in rows)) return table.file;
  let text = "";
  for (const { cells } of rows) text += `${cells.join("\0")}\n`;
  return text;
}

/** Whether dates alone decide the periods of its records, whatever its files are called. */
function isDated({ rows, measures }: Source): boolean {
  return rows === "record" && Object.values(measures).every((rule) => rule.kind !== "columns" && rule.period !== null);
}

/** What was read, with what it was recognised as. */
export function inputsOf(opened: readonly Opened[], folded: readonly Folded[]): Input[] {
  const idOf = ({ file, sheet }: Pick<Table, "file" | "sheet">) => `${file}\0${sheet ?? ""}`;
  const found = new Map(folded.map((one) => [idOf(one.recognised.table), one]));
  return opened.map(({ input }) => {
    const one = found.get(idOf(input));
    if (one === undefined) return input;
    const { source, period } = one.recognised;
    return { ...input, rows: one.folding.rows, source: source.id, period };
  });
}

/** What an engine could not read, at its place in the table. */
function located({ recognised: { table }, folding }: Folded): Problem[] {
  return folding.troubles.map(({ code, args, row, index, field, rows = 1 }) =>
    problem(code, args, { ...table.locate(row, index, field), rows }),
  );
}

function noInput(): Promise<Buffer> {
  return Promise.resolve(Buffer.alloc(0));
}
