import type { Encoding, ReportHeader } from "../model.ts";
import type { Period } from "../text/period.ts";

/** What `chitieu.yaml` says, with paths as seen from the working folder. */
export interface Config {
  /** A shipped plan's id, or a path. */
  readonly plan: string | null;
  readonly data: readonly string[];
  readonly sources: readonly string[];
  /** How text files are encoded that do not say it: some files, or where none are named all others. */
  readonly encodings: readonly { readonly encoding: Encoding; readonly file: string | null }[];
  readonly period: Period | null;
  readonly language: "vi" | "en" | null;
  /** The head and the end of a report as a document. */
  readonly report: ReportHeader | null;
}

export const NO_CONFIG: Config = {
  plan: null,
  data: [],
  sources: [],
  encodings: [],
  period: null,
  language: null,
  report: null,
};
