import type { AskedShape, Unread } from "../model.ts";

export type Severity = "error" | "warning" | "note";

/** Every code with the facts that its wording needs. Codes are permanent. */
export interface ProblemArgs {
  // The command line and the config.
  readonly "period-of-other-year": { readonly period: string; readonly year: string };
  readonly "option-wrong": { readonly option: string; readonly value: string; readonly allowed: readonly string[] };
  readonly usage: {
    readonly kind: string;
    readonly detail: string;
    /** The command that was called, such as `plan show`; nothing where none is. */
    readonly command: string;
    /** What is named in it: an option, then its value; or a command. */
    readonly names: readonly string[];
    readonly allowed: readonly string[];
    readonly nearest: string | null;
  };
  readonly "plan-not-named": { readonly by: "option" | "argument"; readonly shipped: readonly string[] };
  readonly "year-not-named": { readonly file: string; readonly example: string };
  readonly "plan-not-found": {
    readonly plan: string;
    readonly shipped: readonly string[];
    readonly nearest: string | null;
  };
  readonly "source-not-found": {
    readonly source: string;
    readonly shipped: readonly string[];
    readonly nearest: string | null;
  };
  /** An indicator that a later decision adds, of a period before that. */
  readonly "indicator-not-yet": {
    readonly indicator: string;
    readonly effective: string;
    readonly document: string;
  };
  readonly "data-not-named": Record<never, never>;
  readonly "data-not-found": { readonly argument: string; readonly nearest: string | null };
  /** A file of which an option says something, and which is not among those that are read. */
  readonly "file-not-read": { readonly option: string; readonly file: string; readonly nearest: string | null };
  readonly "data-empty": { readonly argument: string };
  /** What is to be compared: no JSON, a document of another format, or one that lacks something. */
  readonly "assessment-wrong": {
    readonly what: "json" | "format" | "shape";
    /** The format that it states. */
    readonly found: string;
    /** Where in it something is wrong. */
    readonly path: string;
  };
  /** What is neither a plan nor an assessment: a folder, or an export. */
  readonly "not-comparable": { readonly what: "folder" | "export" };
  readonly "kinds-differ": { readonly plan: string; readonly assessment: string };
  /** Assessments have their verdicts, whatever exports are named beside them. */
  readonly "exports-not-needed": { readonly assessment: string };
  /** Without its password. */
  readonly "address-wrong": { readonly address: string };
  readonly "table-not-named": { readonly database: string };
  /** The variable of the environment that should hold a password. */
  readonly "password-not-set": { readonly variable: string };
  readonly "output-unwritable": { readonly detail: string };
  readonly "output-is-input": Record<never, never>;
  /** Its formats, one for each time that it is named. */
  readonly "output-twice": { readonly formats: readonly string[] };

  // Definitions in YAML, and rosters.
  readonly "yaml-syntax": { readonly kind: string; readonly detail: string };
  readonly "key-unknown": {
    readonly key: string;
    readonly allowed: readonly string[];
    readonly nearest: string | null;
  };
  /** `example`: how the key is written with a value, where that is no matter of course. */
  readonly "key-missing": { readonly key: string; readonly example?: string };
  readonly "value-wrong": { readonly found: string; readonly expected: string };
  readonly "name-unknown": {
    readonly kind: NameKind;
    readonly name: string;
    readonly allowed: readonly string[];
    readonly nearest: string | null;
  };
  readonly "formula-wrong": { readonly text: string; readonly expected: string };
  /** `shape`: what it most likely is, where a table of targets has it and no cell of a table can say it. */
  readonly "amount-unreadable": { readonly text: string; readonly write: string; readonly shape: AskedShape | null };
  readonly "percent-sign-missing": { readonly text: string; readonly write: string };
  readonly "percent-sign-unexpected": { readonly text: string; readonly write: string };
  readonly "operator-count": { readonly found: readonly string[]; readonly allowed: readonly string[] };
  readonly "value-beside-ratio": { readonly key: string };
  /** A milestone that ends after the target is due (or on that day, with another value), or with another milestone. */
  readonly "milestone-order": { readonly until: string; readonly other: string | null; readonly due: string };
  /** A decision adds an indicator that the plan has. */
  readonly "indicator-twice": { readonly id: string };
  /** A waiver that names both. */
  readonly "level-beside-unit": Record<never, never>;
  /** A spelling that means two things of one kind. */
  readonly "name-twice": {
    readonly name: string;
    readonly first: string;
    readonly of: "unit" | "column" | "category";
  };
  /** Two rows of a roster under one code that hold at the same time. */
  readonly "unit-twice": { readonly unit: string };
  /** A unit above another that is gone in some of its periods, or that stands below it. */
  readonly "parent-wrong": {
    readonly unit: string;
    readonly parent: string;
    readonly why: "gone" | "below";
    readonly periods: readonly string[];
  };

  // What is doubtful in a valid plan.
  readonly "quote-missing": { readonly kind: "indicator" | "task"; readonly name: string };
  readonly "quote-without-target": { readonly value: string; readonly quoted: readonly string[] };
  readonly "name-missing": { readonly kind: NameKind; readonly name: string };
  readonly "names-untranslated": { readonly language: "vi" | "en"; readonly names: number; readonly first: string };
  readonly "declared-unused": { readonly kind: NameKind; readonly name: string };
  readonly "level-unreported": { readonly level: string; readonly reported: readonly string[] };
  readonly "source-lacks-measure": {
    readonly source: string;
    readonly measure: string;
    readonly nearest: string | null;
  };
  readonly "measures-without-source": { readonly measures: readonly string[] };
  /** The target as the plan writes it. */
  readonly "target-unreachable": { readonly target: string };
  readonly "target-always-met": { readonly target: string };
  readonly "milestone-harder": {
    readonly until: string;
    readonly value: string;
    readonly next: string;
    readonly following: string;
  };
  readonly "ratio-constant": { readonly formula: string };
  readonly "natures-mixed": { readonly numerator: string; readonly denominator: string; readonly flow: string };
  readonly "indicators-alike": { readonly indicator: string; readonly other: string };
  /** A waiver that another makes idle: that covers the same misses and lasts as long or longer. */
  readonly "waivers-overlap": {
    readonly indicator: string;
    readonly level: string | null;
    readonly unit: string | null;
    readonly until: string;
    readonly document: string;
    readonly other: string;
    readonly lasts: string;
  };
  readonly "shares-over-100": { readonly indicators: readonly string[]; readonly sum: string };

  // Files and tables.
  readonly "file-unreadable": { readonly detail: string };
  readonly "file-empty": Record<never, never>;
  readonly "file-skipped": { readonly why: "name" | "output" | "format" };
  readonly "format-unsupported": { readonly extension: string };
  readonly "encoding-invalid": { readonly byte: string; readonly encoding: string };
  /** Text that went through the wrong decoder; `encoding`: what it most likely is, `meant`: how it then reads. */
  readonly "encoding-suspect": { readonly text: string; readonly encoding: string; readonly meant: string };
  readonly "archive-wrong": { readonly detail: string };
  readonly "archive-too-large": { readonly what: "entries" | "bytes" | "ratio" | "run"; readonly most: number };
  readonly "workbook-binary": Record<never, never>;
  readonly "workbook-encrypted": Record<never, never>;
  readonly "quote-wrong": { readonly detail: "not-closed" | "after-text" | "before-text" };
  readonly "row-ragged": { readonly found: number; readonly expected: number };
  readonly "source-unknown": { readonly nearest: string | null; readonly missing: readonly string[] };
  readonly "source-ambiguous": { readonly sources: readonly string[] };
  readonly "source-misfit": { readonly source: string; readonly missing: readonly string[] };
  /** The source that it was taken for, and the one of the plan's that it nearly fits. */
  readonly "export-unused": {
    readonly source: string;
    readonly nearest: string;
    readonly missing: readonly string[];
  };
  readonly "sheet-hidden": Record<never, never>;
  /** Of a table of targets from which a plan is made. */
  readonly "targets-unused": { readonly what: "column" | "sheet"; readonly name: string };
  readonly "sheet-unused": { readonly nearest: string | null; readonly missing: readonly string[] };
  readonly "column-twice": { readonly header: string };
  readonly "column-number-wrong": { readonly header: string; readonly found: number; readonly expected: number };
  /** A row that may be something else than data: a total, a part of the row above, one of another section. */
  readonly "row-unclear": {
    readonly text: string;
    readonly why: "total" | "unnumbered" | "part" | "restart" | "second" | "period";
  };
  readonly "section-unknown": { readonly text: string; readonly allowed: readonly string[] };
  readonly "form-in-database": { readonly source: string };
  /** `detail`: what the server or the system says; of "too-slow" the limit in seconds. */
  readonly "database-unread": { readonly why: Unread; readonly host: string; readonly detail: string };
  readonly "file-twice": { readonly other: string };
  /** Days that a title states and that are no period; `starts`: the first day of the plan's year, if there is a plan. */
  readonly "period-unknown": {
    readonly from: string | null;
    readonly until: string | null;
    readonly starts: string | null;
  };
  readonly "period-unreadable": { readonly text: string };
  readonly "period-disagrees": { readonly one: string; readonly other: string };
  readonly "title-dates-longer": { readonly from: string; readonly until: string; readonly period: string };
  readonly "title-dates-differ": {
    readonly from: string;
    readonly until: string;
    readonly period: string;
    /** First and last day of the period in the plan's calendar. */
    readonly starts: string;
    readonly ends: string;
  };

  // Cells.
  readonly "count-unreadable": { readonly text: string };
  readonly "count-missing": Record<never, never>;
  readonly "count-too-large": { readonly text: string };
  readonly "sum-too-large": { readonly of: string };
  readonly "date-unreadable": { readonly text: string };
  readonly "percent-unreadable": { readonly text: string };
  readonly "category-unknown": { readonly text: string; readonly allowed: readonly string[] };
  readonly "cell-missing": Record<never, never>;
  readonly "measure-unknown": { readonly text: string; readonly nearest: string | null };
  readonly "task-unknown": { readonly text: string; readonly nearest: string | null };
  readonly "level-unknown": { readonly text: string; readonly allowed: readonly string[] };
  /** `nearest`: of the roster that does not know the unit. */
  readonly "level-missing": {
    readonly unit: string;
    readonly allowed: readonly string[];
    readonly nearest: string | null;
  };
  readonly "level-disagrees": { readonly unit: string; readonly one: string; readonly other: string };
  /** A figure of a unit from when it did not exist; first and last days, `null` where there is none. */
  readonly "unit-outside-term": {
    readonly unit: string;
    readonly period: string;
    readonly terms: readonly { readonly from: string | null; readonly until: string | null }[];
  };
  readonly "figure-across-levels": {
    readonly unit: string;
    readonly period: string;
    readonly levels: readonly string[];
  };
  /** A name that several units bear one after the other, in a period (`null`: none is given) that reaches over more than one. */
  readonly "unit-ambiguous": {
    readonly text: string;
    readonly period: string | null;
    readonly units: readonly {
      readonly unit: string;
      readonly terms: readonly { readonly from: string | null; readonly until: string | null }[];
    }[];
  };
  readonly "unit-unknown": { readonly text: string; readonly nearest: string | null };
  /** A blank count that keeps the whole sum of its unit from being reported. */
  readonly "blank-withholds": { readonly measure: string; readonly unit: string | null };
  /** Characters that a wrong decoder has replaced for good. */
  readonly "text-lost": { readonly text: string };
  /** What Excel left of a unit's name. */
  readonly "unit-damaged": { readonly text: string };
  readonly "unit-unnamed": Record<never, never>;

  // Figures.
  /** All measures that one row states again. */
  readonly "figure-twice": {
    readonly measures: readonly string[];
    readonly unit: string | null;
    readonly period: string;
  };
  readonly "period-overlap": {
    readonly measures: readonly string[];
    readonly unit: string | null;
    readonly one: string;
    readonly other: string;
  };
  readonly "whole-beside-units": { readonly measure: string; readonly period: string; readonly unit: string | null };
  readonly "measure-two-sources": { readonly measure: string; readonly one: string; readonly other: string };
  readonly "record-twice": { readonly key: string; readonly measure: string; readonly period: string };
  readonly "total-mismatch": {
    /** A column's header, or a measure. */
    readonly of: string;
    /** The section or level whose total it is; `null` for the whole. */
    readonly scope: string | null;
    readonly period: string;
    readonly stated: number;
    readonly sum: number;
  };
  readonly "balance-mismatch": {
    /** The equation, with the headers of its columns. */
    readonly equation: string;
    readonly left: number;
    readonly right: number;
  };
  readonly "rate-mismatch": {
    readonly printed: string;
    /** What it should be, to a digit more. */
    readonly exact: string;
    readonly numerator: number;
    readonly denominator: number;
  };
  readonly "carried-mismatch": {
    readonly unit: string | null;
    readonly carried: number;
    readonly pending: number;
    readonly period: string;
    readonly before: string;
  };
  readonly "cumulative-shrinks": {
    readonly measure: string;
    readonly unit: string | null;
    readonly one: string;
    readonly other: string;
    readonly before: number;
    readonly after: number;
  };
  readonly "numerator-over-denominator": {
    readonly indicator: string;
    readonly unit: string | null;
    readonly numerator: number;
    readonly denominator: number;
  };
  readonly "side-negative": {
    readonly indicator: string;
    readonly numerator: number;
    readonly denominator: number | null;
  };
  readonly "unit-over-denominator": {
    readonly indicator: string;
    readonly unit: string;
    readonly numerator: number;
    readonly denominator: number;
  };
  readonly "other-year": { readonly period: string; readonly year: string };
  readonly "stock-twice": {
    readonly measures: readonly string[];
    readonly unit: string | null;
    readonly one: string;
    readonly other: string;
  };
  readonly "dates-elsewhere": { readonly stated: string; readonly found: string };
  readonly "dates-outside": { readonly year: string };
  readonly "file-without-rows": Record<never, never>;
  readonly "measure-unsupplied": { readonly indicator: string; readonly measure: string; readonly other: string };
  /** A miss that a waiver no longer covers. */
  readonly "waiver-expired": {
    readonly indicator: string;
    readonly level: string | null;
    readonly unit: string | null;
    readonly until: string;
    readonly document: string;
  };
  readonly "nothing-in-window": { readonly period: string; readonly periods: readonly string[] };
}

/** What a name in a definition can be a name of. */
export type NameKind =
  "level" | "group" | "measure" | "indicator" | "task" | "unit" | "column" | "category" | "source" | "target" | "table";

export type ProblemCode = keyof ProblemArgs;

/** Codes that are no error; every other is one. */
const MILDER = {
  "quote-missing": "warning",
  "quote-without-target": "warning",
  "name-missing": "warning",
  "names-untranslated": "note",
  "declared-unused": "warning",
  "level-unreported": "warning",
  "source-lacks-measure": "warning",
  "measures-without-source": "note",
  "target-unreachable": "warning",
  "target-always-met": "warning",
  "milestone-harder": "warning",
  "waivers-overlap": "warning",
  "ratio-constant": "warning",
  "natures-mixed": "warning",
  "indicators-alike": "warning",
  "shares-over-100": "warning",
  "file-skipped": "note",
  "unit-unknown": "warning",
  "export-unused": "warning",
  "sheet-hidden": "note",
  "sheet-unused": "note",
  "targets-unused": "note",
  "title-dates-differ": "warning",
  "blank-withholds": "warning",
  "total-mismatch": "warning",
  "balance-mismatch": "warning",
  "rate-mismatch": "warning",
  "carried-mismatch": "warning",
  "cumulative-shrinks": "warning",
  "unit-over-denominator": "warning",
  "waiver-expired": "warning",
  "nothing-in-window": "warning",
  "other-year": "warning",
  "dates-outside": "note",
  "dates-elsewhere": "warning",
  "file-without-rows": "warning",
  "measure-unsupplied": "note",
  "measure-unknown": "warning",
} as const satisfies Partial<Record<ProblemCode, Severity>>;

export function severityOf(code: ProblemCode): Severity {
  return (MILDER as Partial<Record<ProblemCode, Severity>>)[code] ?? "error";
}
