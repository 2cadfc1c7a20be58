import type { ExitReason, Flag, Operator, Reason, TaskState, ValidationExitReason, Verdict } from "../../model.ts";
import type { Severity } from "../../problem/problem.ts";
import type { IsoDate } from "../../text/date.ts";
import type { Period } from "../../text/period.ts";
import type { Language } from "../languages.ts";

/** What every report and every list of problems says. */
export interface Words {
  /** Later decisions and waivers. */
  readonly decisions: {
    readonly amendedBy: (document: string, issued: string, from: string) => string;
    readonly changed: string;
    readonly added: string;
    readonly withdrawn: string;
    /** Without whose figures a miss would be none. */
    readonly without: (names: string) => string;
    readonly waiver: string;
    readonly waived: (until: string, reason: string, document: string) => string;
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
  /** The same in running text. */
  readonly dateInText: (date: IsoDate) => string;
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
}
