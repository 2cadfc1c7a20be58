import type { CheckRequest } from "./check.ts";
import { diffAssessments } from "./diff/diff-assessments.ts";
import { diffPlans } from "./diff/diff-plans.ts";
import type { Differences } from "./diff/differences.ts";
import type { StatedAssessment } from "./diff/stated-assessment.ts";
import type { Assessment, Plan } from "./model.ts";
import { problem, ProblemError } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";
import { readCompared } from "./read-compared.ts";

/** Exports over which two plans are compared, by what they make of them. */
export type ComparedOver = Omit<CheckRequest, "plan">;

/** What differs; `null` where the exports cannot be trusted, with the errors in them. */
export interface Comparison {
  readonly differences: Differences | null;
  readonly problems: readonly Problem[];
}

/**
 * What differs between two assessments in the format `json`, or between two plans, named by their files or, if shipped,
 * by their ids; of two plans and exports, which verdicts over those exports.
 *
 * @throws ProblemError where one of them cannot be read, or they are not of one kind.
 */
export async function compare(
  before: string,
  after: string,
  { cwd, over = null }: { readonly cwd: string; readonly over?: ComparedOver | null },
): Promise<Comparison> {
  const [one, other] = [await readCompared(before, cwd), await readCompared(after, cwd)];
  if (one.kind === "assessment" && other.kind === "assessment") {
    if (over !== null) throw new ProblemError([problem("exports-not-needed", { assessment: one.name })]);
    return sound(diffAssessments(one.assessment, other.assessment));
  }
  if (one.kind === "plan" && other.kind === "plan") {
    return over === null ? sound(diffPlans(one.plan, other.plan)) : compareOver(one.plan, other.plan, over);
  }
  const [plan, assessment] = one.kind === "plan" ? [one.name, other.name] : [other.name, one.name];
  throw new ProblemError([problem("kinds-differ", { plan, assessment })]);
}

function sound(differences: Differences): Comparison {
  return { differences, problems: [] };
}

/** By what two plans make of exports, as `check -f json` would say it. */
async function compareOver(before: Plan, after: Plan, over: ComparedOver): Promise<Comparison> {
  const [{ check }, { renderReport }] = await Promise.all([import("./check.ts"), import("./report/render-report.ts")]);
  const [one, other] = [await check({ ...over, plan: before }), await check({ ...over, plan: after })];
  const errors = [...one.problems, ...other.problems].filter(({ severity }) => severity === "error");
  // What is wrong with the exports is mostly so for both plans.
  const each = new Map(errors.map((error) => [JSON.stringify(error), error]));
  if (each.size > 0) return { differences: null, problems: [...each.values()] };
  const stated = async (assessment: Assessment) =>
    JSON.parse(await renderReport(assessment, "json")) as StatedAssessment;
  return sound(diffAssessments(await stated(one), await stated(other)));
}
