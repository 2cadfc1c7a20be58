import type { Assessment, Name, Result, TaskResult } from "../model.ts";

/** What stands together in a plan; `name` is `null` for what stands in no group. */
export interface PlanGroup {
  readonly name: Name | null;
  readonly results: readonly Result[];
  readonly tasks: readonly TaskResult[];
}

/** The plan's groups in order, each with its results and its tasks, and then what stands in none; empty ones are left out. */
export function planGroups({ plan, results, tasks }: Assessment): PlanGroup[] {
  return [...Object.entries(plan?.groups ?? {}), [null, null] as const]
    .map(([id, name]) => ({
      name,
      results: results.filter(({ group }) => group === id),
      tasks: tasks.filter(({ group }) => group === id),
    }))
    .filter((group) => group.results.length + group.tasks.length > 0);
}
