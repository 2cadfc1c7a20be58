import type { Encoding, Source } from "../model.ts";
import type { StandardInput, Watch } from "../read/open-data.ts";
import type { Period } from "../text/period.ts";

/** Which exports to read, and what is known of them beforehand. */
export interface DataRequest {
  /** Files, folders, globs, or `-` for standard input. */
  readonly data: readonly string[];
  /** Formats of exports beside the shipped ones; a file that fits one of them is not tried with those. */
  readonly sources?: readonly Source[];
  /** Files (paths or globs) whose source is named, which are read as well, and files whose period is. */
  readonly sourceOf?: readonly OfFile<{ readonly source: Source }>[];
  readonly periodOf?: readonly OfFile<{ readonly period: Period }>[];
  /** Of every file that does not say itself that it is Unicode; and of files (paths or globs) that are named for it. */
  readonly encoding?: Encoding | null;
  readonly encodingOf?: readonly OfFile<{ readonly encoding: Encoding }>[];
  /** Where relative paths begin; the process's working folder unless said otherwise. */
  readonly cwd?: string;
  /** Whether inputs get their SHA-256; true unless said otherwise. */
  readonly digests?: boolean;
  /** Also of those above 256 MiB, which otherwise get none: it would take as long as all the rest. */
  readonly digestLarge?: boolean;
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

/**
 * What is said of a file (a path or a glob). `ifRead`: it was said once for all, and holds where the file is among the
 * data; otherwise the file has to be.
 */
export type OfFile<Said> = Said & { readonly file: string; readonly ifRead?: boolean };

/** A table in a database, and what the user says of it. */
export interface DatabaseRequest {
  /** With the user and, where it is needed, the password. */
  readonly url: URL;
  readonly table: string;
  readonly source: Source | null;
  readonly period: Period | null;
}
