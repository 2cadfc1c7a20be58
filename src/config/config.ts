import type { Place, ReportHeader } from "../model.ts";
import type { Period } from "../text/period.ts";
import type { Mention } from "./mentions.ts";

/** A table in a database, as `chitieu.yaml` names it. */
export interface NamedDatabase {
  /** Without a password. */
  readonly url: string;
  readonly table: string;
  readonly source: string | null;
  readonly period: Period | null;
  /** The variable of the environment that holds the password. */
  readonly passwordFrom: string | null;
}

/** What `chitieu.yaml` says, with paths as seen from the working folder. */
export interface Config {
  /** Its own path; `null` where there is none. */
  readonly file: string | null;
  /** A shipped plan's id, or a path. */
  readonly plan: string | null;
  readonly data: readonly string[];
  readonly sources: readonly string[];
  /** By the name that stands for them among the data. */
  readonly databases: Readonly<Record<string, NamedDatabase>>;
  readonly language: "vi" | "en" | null;
  /** The head and the end of a report as a document. */
  readonly report: ReportHeader | null;
  /** What the options of commands are, by key (`fail-on`, `validate.format`), in the form of the command line. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Where a key stands. */
  readonly placeOf: (key: string) => Place | null;
  /** The plan, sources and files that it names, in its order. */
  readonly mentions: () => readonly Mention[];
}

export type OptionValue = string | boolean | readonly string[];

export const NO_CONFIG: Config = {
  file: null,
  plan: null,
  data: [],
  sources: [],
  databases: {},
  language: null,
  report: null,
  options: {},
  placeOf: () => null,
  mentions: () => [],
};
