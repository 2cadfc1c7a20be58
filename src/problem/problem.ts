import type { Excerpt, Place } from "../model.ts";
import { byCodeUnit } from "../text/by-code-unit.ts";
import { severityOf } from "./catalogue.ts";
import type { ProblemArgs, ProblemCode, Severity } from "./catalogue.ts";

export type { NameKind, ProblemArgs, ProblemCode, Severity } from "./catalogue.ts";

/** Trouble with what the user gave, as data: the wording lives in the locales. */
export interface Problem<Code extends ProblemCode = ProblemCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly args: ProblemArgs[Code];
  readonly at: Place | null;
  readonly excerpt: Excerpt | null;
  /** How many rows it concerns. */
  readonly rows: number;
  readonly related: readonly Place[];
}

/** Where a problem stands, and whatever else is known of it. */
export interface Circumstances {
  readonly at?: Place | null;
  readonly excerpt?: Excerpt | null;
  readonly rows?: number;
  readonly related?: readonly Place[];
}

export function problem<Code extends ProblemCode>(
  code: Code,
  args: ProblemArgs[Code],
  { at = null, excerpt = null, rows = 1, related = [] }: Circumstances = {},
): Problem {
  return { code, severity: severityOf(code), args, at, excerpt, rows, related };
}

/** Thrown where work cannot go on: wrong usage, or a plan, source or config that is not valid. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, at }) => (at === null ? code : `${at.file}: ${code}`)).join("; "));
    this.name = "ProblemError";
    this.problems = problems;
  }
}

/** By file, then line and column: the order in which a person would mend them. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    byCodeUnit(a.at?.file ?? "", b.at?.file ?? "") ||
    lineOf(a) - lineOf(b) ||
    columnOf(a) - columnOf(b) ||
    byCodeUnit(a.code, b.code)
  );
}

function lineOf({ at }: Problem): number {
  return at !== null && "line" in at ? at.line : 0;
}

function columnOf({ at }: Problem): number {
  return at !== null && "column" in at ? at.column : 0;
}
