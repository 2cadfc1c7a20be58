import type { Place, ReportHeader } from "../model.ts";

/** What `chitieu.yaml` says, with paths as seen from the working folder. */
export interface Config {
  /** Its own path; `null` where there is none. */
  readonly file: string | null;
  /** A shipped plan's id, or a path. */
  readonly plan: string | null;
  readonly data: readonly string[];
  readonly sources: readonly string[];
  readonly language: "vi" | "en" | null;
  /** The head and the end of a report as a document. */
  readonly report: ReportHeader | null;
  /** What the options of commands are, by key (`fail-on`, `validate.format`), in the form of the command line. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Where a key stands. */
  readonly placeOf: (key: string) => Place | null;
}

export type OptionValue = string | boolean | readonly string[];

export const NO_CONFIG: Config = {
  file: null,
  plan: null,
  data: [],
  sources: [],
  language: null,
  report: null,
  options: {},
  placeOf: () => null,
};
