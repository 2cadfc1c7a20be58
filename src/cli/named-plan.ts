import { loadPlan, shippedPlanIds } from "../load.ts";
import type { Plan } from "../model.ts";
import { problem, ProblemError } from "../problem/problem.ts";

/**
 * The plan that an option or the config names.
 *
 * @throws ProblemError where nothing names one, or it cannot be read.
 */
export async function namedPlan(plan: string | null, cwd: string, by: "option" | "argument" = "option"): Promise<Plan> {
  if (plan === null) throw new ProblemError([problem("plan-not-named", { by, shipped: shippedPlanIds })]);
  return loadPlan(plan, { cwd });
}
