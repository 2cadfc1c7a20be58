/** Headings of lists of problems. */
export type FindingWords = Readonly<
  Record<
    | "overview"
    | "sender"
    | "general"
    | "file"
    | "sheet"
    | "cell"
    | "lineColumn"
    | "place"
    | "field"
    | "found"
    | "wrong"
    | "hint"
    | "severity"
    | "code"
    | "errors"
    | "warnings"
    | "notes",
    string
  >
>;
