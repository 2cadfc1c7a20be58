import type {
  Assessment,
  Contribution,
  Indicator,
  LeftOutReason,
  MeasureRule,
  Place,
  Reporter,
  Result,
  RowFate,
  Source,
  Task,
  TaskReport,
  TaskResult,
} from "../model.ts";
import type { Period } from "../text/period.ts";

/** What an explanation is of, with the assessment that it belongs to. */
export interface Explanation {
  readonly assessment: Assessment;
  /** `null` where nothing was assessed. */
  readonly subject: IndicatorSubject | TaskSubject | null;
  /** What is missed is no reason: to explain is no gate. */
  readonly exit: { readonly code: number; readonly reason: ExplainExitReason };
}

/** Why an explanation ends as it does; where several hold, the first. */
export const EXPLAIN_EXIT_REASONS = ["wrong-usage", "untrusted-data", "no-errors"] as const;
export type ExplainExitReason = (typeof EXPLAIN_EXIT_REASONS)[number];

/** The arithmetic of one indicator, and everything that it rests on. */
export interface IndicatorSubject {
  readonly kind: "indicator";
  readonly indicator: Indicator;
  /** What was asked for, where it is narrower than the plan. */
  readonly level: string | null;
  readonly unit: string | null;
  /** One for each target, or for the level or unit asked for. */
  readonly results: readonly Result[];
  /** The measures whose figures decide it, in the order of the formula. */
  readonly measures: readonly string[];
  /** The figures that entered. */
  readonly figures: readonly Contribution[];
  /** What those of each reporter come to: a sum, a stock, the size of a union. */
  readonly totals: readonly Total[];
  readonly lacks: readonly Lacking[];
  readonly leftOut: readonly LeftOutFigure[];
  readonly evidence: readonly Evidence[];
}

export interface Total extends Reporter {
  readonly measure: string;
  readonly count: number;
}

/** A measure that someone lacks, and when. */
export interface Lacking extends Reporter {
  readonly measure: string;
  readonly periods: readonly Period[];
}

/** A figure that did not enter, and why. */
export interface LeftOutFigure extends Contribution {
  readonly reason: LeftOutReason;
}

/** Where the figures of one measure stand. */
export interface Evidence {
  readonly measure: string;
  /** How each source makes it of its rows; `null` where the rows name it themselves. */
  readonly rules: readonly { readonly source: Source; readonly rule: MeasureRule | null }[];
  /** How many rows entered, of which these were looked up: all of them, or the first. */
  readonly rows: number;
  readonly found: readonly FoundRow[];
  /** Figures of 0 that no row stands for: a file that lists none of it. */
  readonly zeros: readonly Contribution[];
  readonly uncounted: readonly { readonly fate: RowFate; readonly rows: number }[];
}

/** One row that entered a figure, with the cells that made it count. */
export interface FoundRow extends Reporter {
  readonly period: Period;
  /** What it adds to the figure; `null` where it names what is counted once. */
  readonly adds: number | null;
  /** What is counted once, of a distinct measure. */
  readonly key: string | null;
  readonly cells: readonly FoundCell[];
}

export interface FoundCell {
  readonly at: Place;
  readonly text: string;
}

/** A task, its state in the window's last period, and every report of it. */
export interface TaskSubject {
  readonly kind: "task";
  readonly task: Task;
  readonly result: TaskResult;
  readonly reports: readonly (Omit<TaskReport, "origin"> & { readonly at: Place })[];
}
