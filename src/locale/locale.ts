import type {
  Accumulation,
  ColumnType,
  Detection,
  ExitReason,
  Flag,
  LeftOutReason,
  Likeness,
  LintExitReason,
  Name,
  Operator,
  Plan,
  Reason,
  RowFate,
  RowKind,
  Projection,
  TaskState,
  Unprojected,
  TrendRow,
  ValidationExitReason,
  Verdict,
} from "../model.ts";
import type { ProblemArgs, ProblemCode, Severity } from "../problem/problem.ts";
import type { IsoDate } from "../text/date.ts";
import type { Period } from "../text/period.ts";

export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What happened, and what to do about it. */
export interface Wording {
  readonly message: string;
  readonly hint: string | null;
}

/** What descriptions of export formats are made of. Columns and values come in as they are written in exports. */
export interface SourceWords {
  readonly rows: Readonly<Record<RowKind, string>>;
  readonly types: Readonly<Record<ColumnType, string>>;
  readonly labels: Readonly<
    Record<
      | "system"
      | "form"
      | "columns"
      | "optional"
      | "missing"
      | "zero"
      | "blank"
      | "rate"
      | "key"
      | "sections"
      | "totals"
      | "ignore"
      | "balance"
      | "level"
      | "cumulative"
      | "coversAll"
      | "unitOfFile"
      | "encoding"
      | "thousands"
      | "measures"
      | "anyMeasure"
      | "period"
      | "noPeriod"
      | "notRecognised",
      string
    >
  >;
  readonly number: (number: number) => string;
  /** Where a file's period was found. */
  readonly periodFrom: Readonly<Record<NonNullable<Detection["periodFrom"]>, string>>;
  readonly counted: (where: readonly string[]) => string;
  readonly summed: (column: string, where: readonly string[]) => string;
  readonly distinct: (column: string, where: readonly string[]) => string;
  readonly isOneOf: (column: string, values: readonly string[]) => string;
  readonly byDate: (column: string) => string;
}

/** What only the page for a browser says. */
export interface HtmlWords {
  readonly labels: Readonly<
    Record<
      | "title"
      | "skip"
      | "contents"
      | "targets"
      | "breakdown"
      | "trend"
      | "course"
      | "missing"
      | "problems"
      | "provenance"
      | "number"
      | "chart"
      | "periods"
      | "missingPeriods"
      | "unit"
      | "state"
      | "done"
      | "evidence"
      | "open"
      | "formula"
      | "figures"
      | "figure"
      | "measure"
      | "text"
      | "note"
      | "excludes"
      | "waiver"
      | "due"
      | "document"
      | "coverage"
      | "gap"
      | "headroom"
      | "byUnit"
      | "places"
      | "placesMany"
      | "period"
      | "line"
      | "filter"
      | "filterUnits"
      | "filterProblems"
      | "onlyMissed"
      | "sortHint"
      | "legend"
      | "closeToTarget"
      | "far"
      | "veryFar"
      | "noLevel"
      | "noUnit"
      | "projection"
      | "needed"
      | "withinReach"
      | "outOfReach"
      | "everyoneReported"
      | "noProblems"
      | "source"
      | "rows"
      | "size"
      | "planFile"
      | "madeBy"
      | "window"
      | "asOf"
      | "result"
      | "fullName"
      | "scrolls",
      string
    >
  >;
  /** A day as running text has it. */
  readonly date: (date: IsoDate) => string;
  readonly headline: (met: number, of: number) => string;
  /** How many rows a filter leaves. */
  readonly shown: (shown: string, of: string) => string;
  readonly agencies: (count: string) => string;
  /** Where the figures of more than so many agencies are summed, and where each of them stands. */
  readonly placesSummed: (most: string, indicator: string) => string;
  readonly otherUnits: (count: string) => string;
  readonly against: (rate: string, target: string) => string;
  readonly gapFixed: (count: string) => string;
  readonly gapGrowing: (count: string) => string;
  readonly excessFixed: (count: string) => string;
  readonly headroom: (count: string) => string;
  readonly reported: (reported: string, expected: string, basis: "roster" | "reporters" | "whole") => string;
  readonly waived: (until: string, reason: string, document: string) => string;
  readonly bytes: (bytes: string) => string;
  readonly unprojected: Readonly<Record<NonNullable<TrendRow["unprojected"]>, string>>;
}

/** What documents and workbooks say beside their tables. */
export interface ReportWords {
  readonly labels: Readonly<
    Record<
      | "results"
      | "missed"
      | "coverage"
      | "byUnit"
      | "measures"
      | "problems"
      | "provenance"
      | "group"
      | "unit"
      | "numerator"
      | "denominator"
      | "value"
      | "due"
      | "gapFixed"
      | "gapGrowing"
      | "headroom"
      | "remarks"
      | "expected"
      | "reported"
      | "measure"
      | "measureId"
      | "period"
      | "count"
      | "source"
      | "rows"
      | "bytes"
      | "encoding"
      | "planFile"
      | "window"
      | "accumulation"
      | "noRow",
      string
    >
  >;
  /** By how much a target is missed, as a sentence's end. */
  readonly short: (fixed: string, growing: string | null) => string;
  readonly tooMany: (fixed: string) => string;
  /** The same of a count, which has no denominator. */
  readonly shortCount: (fixed: string) => string;
  readonly tooManyCount: (fixed: string) => string;
}

/** What is said of several periods side by side. */
export interface TrendWords {
  readonly title: string;
  readonly inPeriod: string;
  readonly toDate: string;
  readonly line: string;
  /** A period as the head of a column, where the year stands elsewhere. */
  readonly shortPeriod: (period: Period) => string;
  readonly projection: string;
  readonly methods: Readonly<Record<Projection["method"], string>>;
  /** What a projection is, and that it decides nothing. */
  readonly projectionNote: (method: string) => string;
  readonly wouldBe: Readonly<Record<"met" | "missed", string>>;
  readonly unprojected: Readonly<Record<Unprojected, string>>;
  /** For how many targets there is no projection, and why. */
  readonly unprojectedCount: (count: number, why: string) => string;
  readonly neededTitle: string;
  readonly needed: (percent: string) => string;
  readonly unreachable: (percent: string) => string;
  readonly neededNote: string;
  readonly provisionalNote: string;
  readonly hidden: (periods: string) => string;
  readonly noPeriods: string;
}

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

/** What explains one indicator. Names of measures come in quotes, counts and percents as they are shown. */
export interface ExplainWords {
  readonly labels: Readonly<
    Record<
      | "says"
      | "note"
      | "cites"
      | "excludes"
      | "formula"
      | "target"
      | "gap"
      | "headroom"
      | "figures"
      | "lacking"
      | "leftOut"
      | "evidence"
      | "total"
      | "union"
      | "reports"
      | "noEvidence"
      | "applies"
      | "from"
      | "until",
      string
    >
  >;
  readonly or: string;
  readonly accumulate: Readonly<Record<Accumulation, string>>;
  readonly within: (stock: string) => string;
  readonly due: (date: string) => string;
  readonly nearMiss: (rounded: string, exact: string, against: string, isExact: boolean) => string;
  /** More of the numerator: among what the denominator counts, and as new ones. */
  readonly lacksFixed: (count: string, numerator: string, denominator: string) => string;
  readonly lacksGrowing: (count: string, numerator: string, denominator: string) => string;
  readonly lacksCount: (count: string, value: string) => string;
  /** Less of it, where less is better; or more in the denominator alone. */
  readonly exceedsFixed: (count: string, numerator: string, denominator: string) => string;
  readonly exceedsGrowing: (count: string, numerator: string, denominator: string) => string;
  readonly exceedsCount: (count: string, value: string) => string;
  readonly neverFixed: string;
  readonly neverGrowing: string;
  readonly mayLose: (count: string, numerator: string) => string;
  readonly mayGain: (count: string, numerator: string) => string;
  readonly fixed: (measure: string, count: string, because: string | null) => string;
  readonly leftOut: Readonly<Record<LeftOutReason, (figures: number) => string>>;
  readonly uncounted: Readonly<Record<RowFate, (rows: number) => string>>;
  readonly entered: (rows: number) => string;
  readonly moreRows: (rows: number) => string;
  readonly none: (who: string) => string;
  readonly notOf: (who: string) => string;
}

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

/** What is said of the settings of a run. */
export interface SettingWords {
  readonly noFile: string;
  readonly nothing: string;
  /** Who decides what neither the command line nor the config say, by key. */
  readonly unsaid: Readonly<Record<string, string>>;
  readonly origins: Readonly<Record<"argument" | "default", string>>;
}

/** Everything that is said to people, in one language. */
export interface Locale {
  /** Later decisions and waivers. */
  readonly decisions: {
    readonly amendedBy: (document: string, issued: string, from: string) => string;
    readonly changed: string;
    readonly added: string;
    readonly withdrawn: string;
    /** Without whose figures a miss would be none. */
    readonly without: (names: string) => string;
  };
  readonly language: Language;
  readonly group: string;
  readonly decimal: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly flags: Readonly<Record<Flag, string>>;
  readonly states: Readonly<Record<TaskState, string>>;
  readonly operators: Readonly<Record<Operator, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly exits: Readonly<Record<ExitReason | ValidationExitReason, string>>;
  readonly columns: Readonly<Record<"indicator" | "level" | "counts" | "rate" | "target" | "gap" | "verdict", string>>;
  readonly period: (period: Period) => string;
  /** A day as people write it; what is no day stays as it is. */
  readonly date: (date: IsoDate) => string;
  readonly yearToDate: string;
  readonly periodAlone: string;
  readonly latest: string;
  readonly plan: string;
  /** By how much a ceiling is exceeded. */
  readonly over: (count: string) => string;
  readonly tasks: string;
  readonly task: string;
  readonly taskUnreported: string;
  readonly total: string;
  readonly whole: string;
  readonly provisional: string;
  readonly missing: (count: number, expected: number, basis: "roster" | "reporters" | "whole") => string;
  readonly more: (count: number) => string;
  readonly exitCode: (code: number, why: string) => string;
  readonly notAssessed: string;
  readonly counts: (errors: number, warnings: number) => string;
  /** What was read: files (or sheets) and the rows in them. */
  readonly read: (files: number, rows: number) => string;
  readonly rows: (rows: number) => string;
  readonly seeAlso: string;
  /** Headings of lists of problems. */
  readonly findings: Readonly<
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
  readonly sources: SourceWords;
  readonly roster: RosterWords;
  readonly plans: PlanWords;
  readonly settings: SettingWords;
  readonly reports: ReportWords;
  readonly trend: TrendWords;
  readonly diff: DiffWords;
  readonly html: HtmlWords;
  readonly document: DocumentWords;
  readonly explain: ExplainWords;
  /** How far a long run is, on one line of a terminal. */
  readonly progress: {
    readonly opening: (file: string) => string;
    readonly folding: (file: string) => string;
    readonly rate: (megabytes: string) => string;
    readonly left: (seconds: number) => string;
  };
  readonly problems: { readonly [Code in ProblemCode]: (args: ProblemArgs[Code]) => Wording };
}

/** What is said of who reports. */
export interface RosterWords {
  readonly likeness: { readonly [Kind in Likeness]: string };
  readonly onRoster: string;
  readonly namedIn: (sources: readonly string[]) => string;
  readonly perhaps: (name: string, likeness: string) => string;
  readonly found: (all: number, fresh: number) => string;
  readonly withoutLevel: (units: number) => string;
  readonly pairs: (pairs: number) => string;
  readonly decide: string;
}

export function wording(message: string, hint: string | null = null): Wording {
  return { message, hint };
}

/** Items in a row, as many as a reader takes in; those with a comma of their own stand in quotes. */
export function list(items: readonly string[]): string {
  const shown = items.slice(0, 12).map((item) => (item.includes(",") ? `“${item}”` : item));
  return `${shown.join(", ")}${items.length > 12 ? ", …" : ""}`;
}

/** A whole number with the language's grouping. */
export function formatCount(count: number | bigint, { group }: Pick<Locale, "group">): string {
  return count.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, group);
}

/** Decimal text with the language's decimal mark. */
export function formatDecimal(text: string, { decimal }: Pick<Locale, "decimal">): string {
  return text.replaceAll(".", decimal);
}

export function nameIn(name: Name, { language }: Pick<Locale, "language">): string {
  return name[language];
}

/** Loads a language when it is used. */
export async function loadLocale(language: Language): Promise<Locale> {
  return language === "vi" ? (await import("./vi.ts")).vi : (await import("./en.ts")).en;
}
