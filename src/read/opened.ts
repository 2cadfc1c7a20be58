import type { ByteRange, Input, Table } from "../model.ts";
import type { Problem } from "../problem/problem.ts";

/** A file that was opened, or one sheet of it, with the table in it where it could be read. */
export interface Opened {
  /** Its full path, or `-`. */
  readonly path: string;
  readonly input: Input;
  readonly table: Table | null;
  readonly problems: readonly Problem[];
}

/** What is said of a file of which nothing is known. */
export const UNREAD = {
  sheet: null,
  sha256: null,
  bytes: 0,
  rows: 0,
  source: null,
  encoding: null,
  delimiter: null,
  period: null,
} as const;

/** A file that is opened where it lies. */
export interface FileOnDisk {
  /** Its full path, or `-`, and what problems call it. */
  readonly path: string;
  readonly name: string;
  readonly isNamed: boolean;
  readonly all: ByteRange;
}
