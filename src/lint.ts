import { lintExit } from "./exit-code.ts";
import { shippedSources } from "./load.ts";
import type { Linting, Source, ValidationFailOn } from "./model.ts";
import { ProblemError } from "./problem/problem.ts";
import type { Problem } from "./problem/problem.ts";

/** Which plans to look through. */
export interface LintRequest {
  /** Ids of shipped plans, or paths. */
  readonly plans: readonly string[];
  /** Formats of exports beside the shipped ones, which supply measures too. */
  readonly sources?: readonly Source[];
  readonly failOn?: ValidationFailOn;
  /** Where relative paths begin; the process's working folder unless said otherwise. */
  readonly cwd?: string;
}

/** What is wrong with plans, and what is doubtful in those that are valid. A plan that is not there is an error like others. */
export async function lint({ plans, sources = [], failOn = "error", ...where }: LintRequest): Promise<Linting> {
  const known = [...sources, ...(await shippedSources())];
  const looked = await Promise.all(plans.map((plan) => lintOne(plan, known, where)));
  const problems = looked.flatMap((one) => one.problems);
  return { plans: looked.map(({ named, id }) => ({ named, id })), failOn, exit: lintExit(problems, failOn), problems };
}

async function lintOne(
  named: string,
  sources: readonly Source[],
  where: Pick<LintRequest, "cwd">,
): Promise<{ readonly named: string; readonly id: string | null; readonly problems: readonly Problem[] }> {
  try {
    const [{ loadWrittenPlan }, { lintPlan }] = await Promise.all([
      import("./load-written-plan.ts"),
      import("./plan/lint/lint-plan.ts"),
    ]);
    const { plan, yaml } = await loadWrittenPlan(named, where);
    return { named, id: plan.id, problems: lintPlan({ plan, yaml, sources }) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { named, id: null, problems: error.problems };
  }
}
