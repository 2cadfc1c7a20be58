import { problem, ProblemError } from "../problem/problem.ts";

/** An option's value that cannot be meant, with what could be. */
export function wrongOption(option: string, value: string, allowed: readonly string[]): ProblemError {
  return new ProblemError([problem("option-wrong", { option, value, allowed })]);
}
