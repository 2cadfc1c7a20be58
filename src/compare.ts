import type { CheckRequest } from "./check.ts";
import { diffAssessments } from "./diff/diff-assessments.ts";
import { diffPlans } from "./diff/diff-plans.ts";
import type { Differences } from "./diff/differences.ts";
import type { StatedAssessment } from "./diff/stated-assessment.ts";
import type { Plan } from "./model.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import { readCompared } from "./read-compared.ts";

/** Exports over which two plans are compared, by what they make of them. */
export type ComparedOver = Omit<CheckRequest, "plan">;

/**
 * What differs between two assessments in the format `json`, or between two plans, named by their files or, if shipped,
 * by their ids; of two plans and exports, which verdicts over those exports.
 *
 * @throws ProblemError where one of them cannot be read, or they are not of one kind, or the exports cannot be trusted.
 */
export async function compare(
  before: string,
  after: string,
  { cwd, over = null }: { readonly cwd: string; readonly over?: ComparedOver | null },
): Promise<Differences> {
  const [one, other] = [await readCompared(before, cwd), await readCompared(after, cwd)];
  if (one.kind === "assessment" && other.kind === "assessment") {
    if (over !== null) throw new ProblemError([problem("exports-not-needed", { assessment: one.name })]);
    return diffAssessments(one.assessment, other.assessment);
  }
  if (one.kind === "plan" && other.kind === "plan") {
    if (over === null) return diffPlans(one.plan, other.plan);
    return diffAssessments(await assessmentOf(one.plan, over), await assessmentOf(other.plan, over));
  }
  const [plan, assessment] = one.kind === "plan" ? [one.name, other.name] : [other.name, one.name];
  throw new ProblemError([problem("kinds-differ", { plan, assessment })]);
}

/** What a plan makes of exports, as `check -f json` would say it. */
async function assessmentOf(plan: Plan, over: ComparedOver): Promise<StatedAssessment> {
  const [{ check }, { renderReport }] = await Promise.all([import("./check.ts"), import("./report/render-report.ts")]);
  const assessment = await check({ ...over, plan });
  const errors = assessment.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ProblemError(errors);
  return JSON.parse(await renderReport(assessment, "json")) as StatedAssessment;
}
