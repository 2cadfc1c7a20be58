import type { Problem } from "../problem/problem.ts";
import { groupBy } from "../text/group-by.ts";

/**
 * What names nothing in a plan that was read without what would know it, with its place in the plan's file: the sources
 * of measures, which are known only when the exports are opened.
 */
export async function placedInPlan(
  problems: readonly Problem[],
  plan: string | null,
  cwd: string,
): Promise<readonly Problem[]> {
  const isStranger = ({ code, args, at }: Problem) =>
    code === "name-unknown" && at === null && "kind" in args && args.kind === "source";
  if (plan === null || !problems.some(isStranger)) return problems;
  const { readYaml } = await import("../read-yaml.ts");
  const { yaml } = await readYaml(plan, cwd);
  const { measures } = yaml.value as { readonly measures: Readonly<Record<string, { readonly source?: string }>> };
  const naming = groupBy(Object.keys(measures), (measure) => measures[measure]?.source);
  return problems.map((one) => {
    const measure = isStranger(one) && "name" in one.args ? naming.get(one.args.name)?.shift() : undefined;
    return measure === undefined ? one : { ...one, ...yaml.locate(["measures", measure, "source"]) };
  });
}
