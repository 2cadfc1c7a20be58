import path from "node:path";
import type { Encoding, Table } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { csvTable } from "./csv-table.ts";
import { decodeText } from "./decode-text.ts";
import { fileKind } from "./file-kind.ts";
import { suspectInSheet, suspectInText } from "./find-suspect.ts";
import type { UnpackedTables } from "./unpack-limits.ts";

/** What a file holds, and how it is written; a workbook has neither encoding nor delimiter. */
export interface ReadTables {
  readonly tables: readonly Table[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** How many bytes of a run's room for workbooks it has taken up. */
  readonly unpacked: number;
  /** Why there are no tables, or not to be trusted. */
  readonly problems: readonly Problem[];
}

/** How a file is encoded that has no mark of its own, as far as anybody says. */
export interface Encodings {
  /** As the user says, of this file. */
  readonly named: Encoding | null;
  /** As some source says, of its files: for a file that turns out to be no UTF-8. */
  readonly declared: Encoding | null;
}

const NOTHING: ReadTables = { tables: [], encoding: null, delimiter: null, unpacked: 0, problems: [] };

/**
 * Reads the tables of a file, by what it holds and not by what it is called. `room`: how many bytes it may unpack to if it
 * is a workbook, where others are in memory already.
 */
export async function readTables(
  bytes: Buffer,
  file: string,
  encodings: Encodings,
  room?: number,
): Promise<ReadTables> {
  try {
    const kind = fileKind(bytes);
    if (kind !== "gzip") return await readPlain(bytes, file, encodings, room);
    const { gunzip } = await import("./gunzip.ts");
    return await readPlain(gunzip(bytes, file), file, encodings, room);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...NOTHING, problems: error.problems };
  }
}

async function readPlain(bytes: Buffer, file: string, encodings: Encodings, room?: number): Promise<ReadTables> {
  const kind = fileKind(bytes);
  const failed = (one: Problem) => ({ ...NOTHING, problems: [one] });
  const at = { in: "file", file } as const;
  switch (kind) {
    case "text":
      return readText(bytes, file, encodings);
    case "zip":
      return checked(await (await import("./xlsx-tables.ts")).xlsxTables(bytes, file, room), null, file);
    case "html": {
      const read = await (await import("./html-tables.ts")).htmlTables(bytes, file, encodings.named, room);
      return "code" in read ? failed(read) : checked(read, read.encoding, file);
    }
    case "workbook-binary":
    case "workbook-encrypted":
      return failed(problem(kind, {}, { at }));
    case "gzip":
    case "other-markup":
      return failed(problem("format-unsupported", { extension: path.extname(file).toLowerCase() }, { at }));
  }
}

function checked({ tables, unpacked }: UnpackedTables, encoding: string | null, file: string): ReadTables {
  if (tables.length === 0) return { ...NOTHING, encoding, problems: [emptyFile(file)] };
  const suspects = tables.flatMap((table) => suspectInSheet(table) ?? []);
  if (suspects.length > 0) return { ...NOTHING, encoding, problems: suspects.slice(0, 1) };
  return { ...NOTHING, encoding, tables, unpacked };
}

async function readText(bytes: Buffer, file: string, encodings: Encodings): Promise<ReadTables> {
  const { named, declared } = encodings;
  let decoded = await decodeText(bytes, file, named);
  if ("code" in decoded && named === null && declared !== null) decoded = await decodeText(bytes, file, declared);
  if ("code" in decoded) return { ...NOTHING, problems: [decoded] };
  const { utf8, encoding } = decoded;
  const suspect = named === null ? suspectInText(utf8, file) : null;
  if (suspect !== null) return { ...NOTHING, encoding, problems: [suspect] };
  const csv = await csvTable(utf8, file);
  if ("code" in csv) return { ...NOTHING, encoding, problems: [csv] };
  const { table, delimiter } = csv;
  if (table.head.length === 0) return { ...NOTHING, encoding, delimiter, problems: [emptyFile(file)] };
  return { ...NOTHING, tables: [table], encoding, delimiter };
}

function emptyFile(file: string): Problem {
  return problem("file-empty", {}, { at: { in: "file", file } });
}
