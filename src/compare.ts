import { diffAssessments } from "./diff/diff-assessments.ts";
import { diffPlans } from "./diff/diff-plans.ts";
import type { Differences } from "./diff/differences.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import { readCompared } from "./read-compared.ts";

/**
 * What differs between two assessments in the format `json`, or between two plans, named by their files or, if shipped,
 * by their ids.
 *
 * @throws ProblemError where one of them cannot be read, or they are not of one kind.
 */
export async function compare(before: string, after: string, cwd: string): Promise<Differences> {
  const [one, other] = [await readCompared(before, cwd), await readCompared(after, cwd)];
  if (one.kind === "assessment" && other.kind === "assessment")
    return diffAssessments(one.assessment, other.assessment);
  if (one.kind === "plan" && other.kind === "plan") return diffPlans(one.plan, other.plan);
  const [plan, assessment] = one.kind === "plan" ? [one.name, other.name] : [other.name, one.name];
  throw new ProblemError([problem("kinds-differ", { plan, assessment })]);
}
