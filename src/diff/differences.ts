import type {
  StatedInput,
  StatedNames,
  StatedProblem,
  StatedResult,
  StatedTask,
  StatedUnit,
} from "./stated-assessment.ts";

/** What differs between two assessments, or between two plans. */
export type Differences = AssessmentDifferences | PlanDifferences;

/** Before and after; `null` where there is none. */
export interface Change<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

export interface AssessmentDifferences {
  readonly kind: "assessments";
  /** What the assessments are of: plan, period, window, options. */
  readonly about: readonly FieldChange[];
  /** The gravest first. */
  readonly results: readonly ResultChange[];
  /** Figures of the same time that are no longer the same. */
  readonly restated: readonly Restatement[];
  readonly inputs: readonly InputChange[];
  readonly units: readonly (Change<StatedUnit> & { readonly unit: string })[];
  readonly names: Names;
  readonly tasks: readonly TaskChange[];
  readonly problems: { readonly new: readonly StatedProblem[]; readonly gone: readonly StatedProblem[] };
}

/** What both call things; where they differ, as the later one does. */
export interface Names extends StatedNames {
  readonly units: Readonly<Record<string, string>>;
}

export interface FieldChange extends Change<string> {
  readonly field: string;
}

/** In the order in which results with them are listed. */
export const RESULT_CHANGES = [
  "missed-to-met",
  "met-to-missed",
  "verdict",
  "new",
  "gone",
  "counts",
  "target",
  "formula",
  "flags",
  "coverage",
] as const;
export type ResultChangeKind = (typeof RESULT_CHANGES)[number];

/** A result by what it is of. */
export type ResultRef = Pick<StatedResult, "indicator" | "name" | "scope" | "level" | "unit">;

export interface ResultChange extends ResultRef, Change<StatedResult> {
  /** Everything that changed, the gravest first. */
  readonly changes: readonly ResultChangeKind[];
}

export interface Restatement extends Pick<ResultRef, "level" | "unit"> {
  readonly measure: string;
  readonly before: number;
  readonly after: number;
  /** How many reported, where that changed: then the figure was completed rather than corrected. */
  readonly reported: { readonly before: number; readonly after: number } | null;
}

export interface InputChange extends Change<StatedInput> {
  readonly file: string;
  readonly sheet: string | null;
  /** restated: the same file with other bytes; renamed: the same bytes in another place. */
  readonly change: "new" | "gone" | "restated" | "renamed" | "changed";
}

export interface TaskChange extends Change<StatedTask> {
  readonly task: string;
  readonly name: string;
}

export const PLAN_PARTS = [
  "plan",
  "level",
  "group",
  "measure",
  "indicator",
  "target",
  "task",
  "amendment",
  "waiver",
  "unit",
] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

export interface PlanDifferences {
  readonly kind: "plans";
  readonly changes: readonly PlanChange[];
  readonly names: Pick<Names, "levels" | "units">;
}

/** What of a plan is new, gone, renamed, or has a field that changed. Of a target, `id` is its indicator's. */
export interface PlanChange extends Change<string> {
  readonly part: PlanPart;
  readonly id: string;
  readonly level: string | null;
  readonly unit: string | null;
  readonly change: "new" | "gone" | "renamed" | "changed";
  readonly field: string | null;
}

export function isEmpty(differences: Differences): boolean {
  if (differences.kind === "plans") return differences.changes.length === 0;
  const { about, results, restated, inputs, units, tasks, problems } = differences;
  return [about, results, restated, inputs, units, tasks, problems.new, problems.gone].every((one) => one.length === 0);
}
