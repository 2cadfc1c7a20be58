import type { Plan } from "../../model.ts";
import type { IsoDate } from "../../text/date.ts";
import type { Period } from "../../text/period.ts";

/** What only the administrative document says. Agencies, names and numbers come in as they are written. */
export interface DocumentWords {
  readonly labels: Readonly<
    Record<
      | "title"
      | "scope"
      | "results"
      | "missed"
      | "tasks"
      | "coverage"
      | "problems"
      | "provenance"
      | "row"
      | "inPeriod"
      | "toDate"
      | "chart"
      | "task"
      | "state"
      | "progress"
      | "evidence"
      | "reported"
      | "unreported"
      | "readings"
      | "othersReported"
      | "otherIndicators"
      | "otherTasks"
      | "noneMissed"
      | "recipients"
      | "signature"
      | "appendix"
      | "byAgency"
      | "inputs"
      | "agency"
      | "metOf"
      | "source"
      | "rows"
      | "digest"
      | "result"
      | "whole",
      string
    >
  >;
  /** The republic's name and motto in the language of the document, below the Vietnamese; `null` for Vietnamese. */
  readonly republic: { readonly name: string; readonly motto: string } | null;
  readonly number: (number: string | null) => string;
  /** Place and day; what is not known is left to fill in. */
  readonly signedAt: (place: string | null, date: IsoDate | null) => string;
  readonly planNamed: (plan: Pick<Plan, "number" | "title" | "issued" | "issuer">) => string;
  /** The one sentence that says what the document is about. */
  readonly subject: (plan: string | null, period: Period | null) => string;
  readonly planIs: (plan: string, title: string) => string;
  readonly periodIs: (period: Period, isLatest: boolean, mode: "year-to-date" | "period", window: string) => string;
  readonly inputsAre: (files: string, rows: string) => string;
  readonly headline: (targets: string, indicators: string, verdicts: readonly string[]) => string;
  readonly tasksAre: (tasks: string, states: readonly string[]) => string;
  readonly waivedAre: (waived: string) => string;
  readonly troubled: (errors: string) => string;
  readonly missedBy: (rate: string, counts: string, target: string) => string;
  readonly chartNote: string;
  readonly provisionalAre: (results: string) => string;
  readonly problemsAre: (errors: string, warnings: string, notes: string) => string;
  readonly problemsCut: (shown: string, all: string) => string;
  readonly origin: (version: string, planFile: string) => string;
  readonly closing: (subject: string) => string;
  readonly attached: (number: string | null, date: IsoDate | null, agency: string | null) => string;
  readonly columnsAre: string;
  readonly cellsAre: string;
  readonly notAssessed: (why: string) => string;
}
