import type { ProblemArgs, ProblemCode } from "../../problem/problem.ts";

/** What happened, and what to do about it. */
export interface Wording {
  readonly message: string;
  readonly hint: string | null;
}

export type ProblemWords = { readonly [Code in ProblemCode]: (args: ProblemArgs[Code]) => Wording };
