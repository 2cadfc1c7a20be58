import { loadPlan, shippedPlanText } from "./load.ts";
import { ProblemError } from "./problem/problem.ts";
import { readWrittenPlan } from "./read-definitions.ts";
import type { WrittenPlan } from "./read-definitions.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/**
 * A plan with its words, by the id of a shipped one or by the path of its YAML file.
 *
 * @throws ProblemError where there is no such plan, or with everything that is wrong in its file.
 */
export async function loadWrittenPlan(plan: string, where: { readonly cwd?: string } = {}): Promise<WrittenPlan> {
  const shipped = await shippedPlanText(plan);
  const loaded = await loadPlan(plan, where);
  if (shipped === null) return readWrittenPlan(plan, where.cwd ?? ".");
  const { yaml, problems } = parseYaml(shipped.text, shipped.file);
  if (yaml === null) throw new ProblemError(problems);
  return { plan: loaded, yaml, text: shipped.text, roster: shipped.roster };
}
