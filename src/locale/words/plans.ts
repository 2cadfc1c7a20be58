import type { Accumulation, LintExitReason } from "../../model.ts";

/** What is said of plans as such: the list, one in full, and what is doubtful in them. */
export interface PlanWords {
  readonly labels: Readonly<
    Record<
      | "id"
      | "issuer"
      | "issued"
      | "year"
      | "levels"
      | "units"
      | "measures"
      | "asks"
      | "indicator"
      | "task"
      | "text"
      | "formula"
      | "target"
      | "note"
      | "cites"
      | "excludes"
      | "applies"
      | "lowBase"
      | "advisory"
      | "over100"
      | "fixed"
      | "noGroup",
      string
    >
  >;
  readonly sizes: (indicators: number, tasks: number) => string;
  /** When a target is due, and the value that holds until a milestone. */
  readonly due: (period: string) => string;
  readonly milestone: (until: string, value: string) => string;
  readonly accumulate: Readonly<Record<Accumulation, string>>;
  readonly scope: (
    levels: readonly string[],
    units: readonly string[],
    from: string | null,
    until: string | null,
  ) => string;
  readonly linted: (plans: number) => string;
  readonly counted: (errors: number, warnings: number, notes: number) => string;
  readonly exits: Readonly<Record<LintExitReason, string>>;
}
