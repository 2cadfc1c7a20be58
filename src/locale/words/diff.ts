/** What is said of what differs. Fields and kinds of change go by their names in the document for machines. */
export interface DiffWords {
  readonly title: string;
  readonly nothing: string;
  readonly none: string;
  /** Where there is nothing to compare, or it cannot be read. */
  readonly notCompared: string;
  readonly sections: Readonly<
    Record<"about" | "restated" | "inputs" | "units" | "tasks" | "problemsNew" | "problemsGone", string>
  >;
  /** Headings of results, by the gravest of what changed in them. */
  readonly results: Readonly<
    Record<
      | "missed-to-met"
      | "met-to-missed"
      | "verdict"
      | "new"
      | "gone"
      | "counts"
      | "target"
      | "formula"
      | "flags"
      | "coverage",
      string
    >
  >;
  readonly changes: Readonly<Record<"new" | "gone" | "renamed" | "restated" | "changed", string>>;
  readonly parts: Readonly<
    Record<
      "plan" | "level" | "group" | "measure" | "indicator" | "target" | "task" | "amendment" | "waiver" | "unit",
      string
    >
  >;
  /** Of plans, of what assessments are of, and of files. */
  readonly fields: Readonly<Record<string, string>>;
  readonly target: string;
  readonly formula: string;
  readonly reported: (before: string, after: string) => string;
  readonly exits: Readonly<Record<"differences" | "no-differences", string>>;
}
