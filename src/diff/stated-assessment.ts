import type { Breakdown, Flag, Name, Reason, Result, TaskState, Verdict } from "../model.ts";

/** What a document of `chitieu/assessment@1` says, as far as it is compared. */
export interface StatedAssessment {
  readonly plan: {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
    readonly sha256: string;
    readonly amendments: readonly { readonly number: string }[];
  } | null;
  readonly period: string | null;
  readonly window: { readonly mode: string; readonly periods: readonly string[] };
  readonly options: {
    readonly by: Breakdown;
    readonly incomplete: string;
    readonly "keep-going": boolean;
    readonly "as-of": string | null;
    readonly "fail-on": string;
  };
  readonly inputs: readonly StatedInput[];
  readonly results: readonly StatedResult[];
  readonly tasks: readonly StatedTask[];
  /** Documents may lack it; then what they say stands as it is. */
  readonly names?: StatedNames | undefined;
  readonly units: Readonly<Record<string, StatedUnit>>;
  readonly problems: readonly StatedProblem[];
}

/** What the plan calls things, by id. */
export type StatedNames = Readonly<
  Record<"levels" | "measures" | "indicators" | "tasks", Readonly<Record<string, Name>>>
>;

export interface StatedUnit {
  readonly name: string;
  readonly level: string | null;
}

export interface StatedInput {
  readonly file: string;
  readonly sheet: string | null;
  readonly sha256: string | null;
  readonly rows: number;
  readonly source: string | null;
  readonly period: string | null;
}

export interface StatedResult {
  readonly indicator: string;
  readonly name: string;
  readonly scope: Result["scope"];
  readonly level: string | null;
  readonly unit: string | null;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly flags: readonly Flag[];
  readonly formula: Result["formula"];
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly percent: string | null;
  readonly target: Result["target"];
  readonly coverage: { readonly expected: number; readonly reported: number };
}

export interface StatedTask {
  readonly task: string;
  readonly name: string;
  readonly state: TaskState | null;
  readonly percent: number | null;
  readonly evidence: string | null;
}

export interface StatedProblem {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly line: number | null;
  readonly column: number | null;
}
